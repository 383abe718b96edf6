import { actsOn } from '#features/audit/queries.ts'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { taxRates } from '#features/tax/queries.ts'
import { rateOn } from '#features/tax/rules.ts'
import { localTime } from '#lib/dates.ts'
import type { Db } from '#platform/db.ts'
import * as q from './desk-queries.ts'
import { picturesOf } from './queries.ts'

/** Everything that the form of a piece needs; `product` is undefined for one that is not there yet. */
export async function readDeskProduct(db: Db, id: string) {
  const [settings, rates, [product], variants, pictures, related, parts, collections, known, acts] =
    await db.batch([
      allSettings(db),
      taxRates(db),
      q.productById(db, id),
      q.everyVariantOf(db, id),
      picturesOf(db, id),
      q.relatedSlugs(db, id),
      q.partsOfProduct(db, id),
      q.collectionTree(db),
      q.knownAttributes(db),
      actsOn(db, id, 1),
    ])
  return {
    settings,
    rates,
    product,
    /** Those that are offered, and those that orders may still speak of. */
    variants: variants.filter(({ offered }) => offered),
    everyVariant: variants,
    taxClasses: [...new Set(['standard', ...rates.map(({ taxClass }) => taxClass)])],
    pictures,
    related,
    parts,
    collections,
    known,
    lastAct: acts[0],
  }
}

export type DeskProduct = Awaited<ReturnType<typeof readDeskProduct>>

/** The VAT rate of a class today, in hundredths of a percent; null when the shop charges VAT and knows no rate. */
export function rateOfPiece(
  { settings, rates }: Pick<DeskProduct, 'settings' | 'rates'>,
  taxClass: string | undefined,
  now: number,
): number | null {
  const { tax, shop } = readSettings(settings)
  if (tax.regime !== 'exempt' && !rates.some(({ country }) => country === tax.country)) return null
  return rateOn(rates, tax, taxClass ?? 'standard', localTime(now, shop.timeZone).day)
}
