/** A place in a sorted list: what the list is sorted by, and the id of what stands there, or stood there once. */
export type Place = { at: number; id: string }

/** A place as addresses write it: `mi4wv2k0.prd_7k2m…`. */
export function writePlace({ at, id }: Place): string {
  return `${at.toString(36)}.${id}`
}

/** The place that an address names; null for what is not written as `writePlace` writes it. */
export function readPlace(text: string | undefined): Place | null {
  const [, at = '', id = ''] = /^(-?[0-9a-z]{1,9})\.([\w-]{1,40})$/.exec(text ?? '') ?? []
  const place = { at: Number.parseInt(at, 36), id }
  return id && writePlace(place) === text ? place : null
}

/** A page's rows, read with one row more than it shows: that one says that there is a next page. */
export function pageOf<Row>(rows: readonly Row[], size: number): { rows: Row[]; more: boolean } {
  return { rows: rows.slice(0, size), more: rows.length > size }
}
