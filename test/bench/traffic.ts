/** The visitors of a shop, as they are assumed here. Everything that the cost model supposes is in this file. */
export const TRAFFIC = {
  /** How many people come for one order: 2.5 % of them buy. */
  visitsPerOrder: 40,
  /** Public pages that one of them opens. */
  pagesPerVisit: 5,
  /** The share of public pages that Workers Cache answers. */
  hitRate: 0.95,
  /** The share of visits by a browser that has no style sheet, font and island of the shop yet. */
  firstVisits: 0.8,
  /** Pictures that one visit loads: later pages show many that the browser has. */
  picturesPerVisit: 15,
  /** The share of pictures that Workers Cache answers. */
  pictureHitRate: 0.98,
  /** Of each kind, for one order: most carts are left. */
  additionsPerOrder: 6,
  cartsPerOrder: 4,
  cartPagesPerOrder: 8,
  checkoutsPerOrder: 2,
  placedPerOrder: 1.3,
  /** Pages of the back office for one order: the list, the order, its parcel. */
  deskPagesPerOrder: 8,
  /** Pages that crawlers open in a day, however few orders there are. */
  crawledADay: 1000,
  /** How public pages divide. */
  pages: { home: 0.2, 'collection of 24': 0.3, product: 0.42, search: 0.08 },
  /** How much more the busiest day of a month sees than a mean one: free limits count by day. */
  busiestDay: 2,
  /** How long a call keeps a cart's object awake, and what it is billed as having in memory. */
  objectSeconds: 0.02,
  objectGb: 0.128,
} as const

export type Traffic = {
  [Name in keyof typeof TRAFFIC]: (typeof TRAFFIC)[Name] extends number
    ? number
    : Record<string, number>
}
