/** What an offer is for. With both lists empty it is for everything. */
export type Scope = { products: string[]; collections: string[] }
