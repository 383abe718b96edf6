/** What a parcel costs up to a weight. */
export type Band = { upToG: number; price: number }
