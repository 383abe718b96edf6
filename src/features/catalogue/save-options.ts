import { type Actor, note } from '#features/audit/note.ts'
import type { Settings } from '#features/settings/rules.ts'
import { pick } from '#lib/i18n.ts'
import { brokenConstraint, type Db, runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import * as q from './desk-queries.ts'
import * as w from './save-queries.ts'
import { reindex } from './index-product.ts'
import { type Plan, planVariants, referenceFor } from './option-rules.ts'
import { relist } from './relist.ts'
import { isCounted, type Option } from './rules.ts'
import { setPrices } from './set-prices.ts'

export type Refitting = {
  id: string
  /** When the piece was last changed, as the form showed it. */
  seen: number
  options: Option[]
  settings: Pick<Settings, 'shop' | 'stock'>
}

type Gained = w.GainedVariant & { counted: boolean }

/**
 * Gives a piece other options. Variants that stay keep their id, price and stock; those that go are no longer offered
 * but stay known, for orders may speak of them. False when somebody has changed the piece since the form was shown.
 */
export async function saveOptions(
  tools: Tools,
  actor: Actor,
  refitting: Refitting,
  again = false,
): Promise<boolean> {
  const { db, now } = tools
  const { id, seen, options, settings } = refitting
  const [[product], variants, collections] = await db.batch([
    q.productById(db, id),
    q.everyVariantOf(db, id),
    q.collectionTree(db),
  ])
  if (!product || product.updatedAt !== seen) return false
  const plan = planVariants(variants, options)
  const { rows, gained } = await withReferences(db, plan, options, product.slug)
  const counted = gained.filter((variant) => variant.counted && isCounted(product))
  const { languages } = settings.shop
  try {
    await runBatch(db, [
      w.setOptions(db, id, seen, options, Math.max(now, seen + 1)),
      ...w.gainVariants(db, id, gained),
      ...w.placeVariants(db, id, rows),
      ...(await setPrices(
        tools,
        gained.flatMap(({ id: variantId, price }) => (price > 0 ? [{ variantId, price }] : [])),
      )),
      w.countVariants(
        db,
        counted.map((variant) => variant.id),
        product.oneOfAKind ? null : settings.stock.lowAt,
      ),
      ...reindex(db, { ...product, options }, collections, languages),
      ...relist(db, [id]),
      note(db, actor, {
        act: 'product.options',
        subject: id,
        facts: { piece: pick(product.title, languages[0] ?? 'fr'), variants: rows.length },
        at: now,
      }),
    ])
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'product.slug') return false
    // Another piece took a reference meanwhile: the next one is looked for.
    if (constraint === 'variant.sku' && !again) return saveOptions(tools, actor, refitting, true)
    throw error
  }
  return true
}

/** The plan's rows by id, with what the new ones among them are: like their neighbour, under a reference of their own. */
async function withReferences(
  db: Db,
  plan: Plan<q.DeskVariant>,
  options: readonly Option[],
  slug: string,
) {
  const drafts = plan.rows.map((row) => {
    if (row.is !== 'gained') return { row, wish: '' }
    const known = row.like && row.like.sku !== row.like.id ? row.like.sku : slug
    return { row, wish: referenceFor(known, options, row.choice) }
  })
  const owners = await q.ownersOf(
    db,
    drafts.map(({ wish }) => wish),
  )
  const taken = new Set(owners.map(({ sku }) => sku))
  const gained: Gained[] = []
  const rows = drafts.map(({ row: { choice, position, ...row }, wish }) => {
    if (row.is !== 'gained') return { id: row.variant.id, choice, position }
    const id = newId('var')
    const sku = taken.has(wish) ? `${wish}-${id.slice(-4).toUpperCase()}` : wish
    taken.add(sku)
    gained.push({ id, sku, ...traitsOf(row.like) })
    return { id, choice, position }
  })
  return { rows, gained }
}

function traitsOf(like: q.DeskVariant | null) {
  return {
    price: like?.price ?? 0,
    weightG: like?.weightG ?? 0,
    cost: like?.cost ?? null,
    content: like?.content ?? null,
    likeId: like?.id ?? null,
    counted: like !== null && like.available !== null,
  }
}
