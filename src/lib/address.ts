export type Address = {
  line1: string
  line2: string
  postalCode: string
  city: string
  /** ISO 3166, two letters. */
  country: string
}
