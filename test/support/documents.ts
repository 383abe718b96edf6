import { DEFAULTS } from '#features/settings/rules.ts'
import type { ProductDocument, ShopDocument } from '#features/transfer/form.ts'
import { newId } from '#platform/ids.ts'

/** A shop that sells nothing yet: French first, VAT of France, one parcel service and pickup. */
export function shopDocument(given: Partial<ShopDocument> = {}): ShopDocument {
  return {
    settings: { ...DEFAULTS, shop: { ...DEFAULTS.shop, name: 'Atelier Essai' } },
    collections: [],
    products: [],
    entries: [],
    delivery: [
      {
        code: 'colis',
        kind: 'parcel',
        title: { fr: 'Colis', en: 'Parcel' },
        promise: { fr: '2 à 4 jours', en: '2 to 4 days' },
        countries: ['FR'],
        bands: [
          { up_to_g: 1000, price: 690 },
          { up_to_g: 10_000, price: 1290 },
        ],
        free_above: 15_000,
        min_days: 2,
        max_days: 4,
      },
      {
        code: 'retrait',
        kind: 'pickup',
        title: { fr: 'Retrait à l’atelier', en: 'Collect from the workshop' },
        promise: { fr: 'Dès demain', en: 'From tomorrow' },
        countries: [],
        bands: [{ up_to_g: 100_000, price: 0 }],
        free_above: null,
        min_days: 1,
        max_days: 1,
      },
    ],
    rates: [
      {
        country: 'FR',
        tax_class: 'standard',
        basis_points: 2000,
        from: '2014-01-01',
        source: 'CGI, art. 278',
      },
    ],
    ...given,
  }
}

export type Variant = ProductDocument['variants'][number]

/** A piece with one variant: 24 €, ten in stock, 400 g. Every call makes another. */
export function productDocument(
  given: Partial<ProductDocument> = {},
  only: Partial<Variant> = {},
): ProductDocument {
  const mark = newId('p').slice(2)
  return {
    slug: `piece-${mark}`,
    kind: 'physical',
    title: { fr: `Pièce ${mark}`, en: `Piece ${mark}` },
    subtitle: { fr: 'Grès', en: 'Stoneware' },
    description: { fr: 'Une pièce.', en: 'A piece.' },
    care: null,
    made_in: null,
    collections: [],
    tags: [],
    tax_class: 'standard',
    dimensions_mm: null,
    options: [],
    variants: [
      {
        sku: `SKU-${mark}`,
        options: {},
        price: 2400,
        compare_at: null,
        stock: 10,
        weight_g: 400,
        ...only,
      },
    ],
    images: [{ file: `${mark}.png`, alt: { fr: 'La pièce', en: 'The piece' }, option_values: {} }],
    related: [],
    bundle_items: [],
    one_of_a_kind: false,
    ...given,
  }
}
