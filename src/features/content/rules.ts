/** Posts on a page of the journal. */
export const POSTS_PER_PAGE = 12

/** A page's rows, read with one row more than it shows: that one says that there is a next page. */
export function pageOf<Row>(rows: readonly Row[], size: number): { rows: Row[]; more: boolean } {
  return { rows: rows.slice(0, size), more: rows.length > size }
}
