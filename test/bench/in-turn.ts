/** Does something for one after the other: what is measured is measured alone. */
export async function inTurn<Item, Result>(
  items: Iterable<Item>,
  act: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) {
    // oxlint-disable-next-line no-await-in-loop -- that is what it is for
    results.push(await act(item))
  }
  return results
}
