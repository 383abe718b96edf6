/** The page number of an address: 1 for anything that is not a whole number from 1 to 10 000. */
export function pageNumber(value: string | undefined): number {
  const page = Number(value)
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}

/** How many pages a list has; never less than one. */
export function pageCount(items: number, perPage: number): number {
  return Math.max(1, Math.ceil(items / perPage))
}
