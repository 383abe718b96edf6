import { type Actor, note } from '#features/audit/note.ts'
import { actsOn } from '#features/audit/queries.ts'
import { renameOnHome } from '#features/home/queries.ts'
import type { Settings } from '#features/settings/rules.ts'
import type { Problems } from '#lib/form.ts'
import { pick } from '#lib/i18n.ts'
import { brokenConstraint, runBatch, type Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import * as q from './desk-queries.ts'
import * as w from './save-queries.ts'
import { words } from './desk-words.ts'
import type { ProductValue } from './product-form.ts'
import { reindex } from './index-product.ts'
import { relist } from './relist.ts'
import { setPrices } from './set-prices.ts'
import { slugStem, freeSlug } from './slugs.ts'

export type Saving = {
  /** Made with the form: the same form posted twice is the same piece. */
  id: string
  /** When it was last changed, as the form showed it; 0 for a piece that is new. */
  seen: number
  value: ProductValue
  settings: Pick<Settings, 'shop' | 'stock'>
}

/**
 * `changed`: somebody else has saved the piece meanwhile. `stock`: there are not as many any more as the form showed.
 * `problems`: an address, a reference or another piece that is named is not possible.
 */
export type Saved =
  | { ok: true; slug: string }
  | { ok: false; because: 'changed' | 'stock' }
  | { ok: false; because: 'problems'; problems: Problems }

/** Until `relist` has drawn it. */
const NO_CARD = { image: null, alt: {}, swatches: [], price: 0, from: false, before: null }

type Before = Awaited<ReturnType<typeof readBefore>>

/**
 * Saves a piece with all that belongs to it, in one batch: words, variants, prices, stock, address, what it is found by
 * and the audit line. Stock and prices that the maker did not touch are not written: meanwhile pieces are sold, and sales
 * begin and end by the clock.
 */
export async function saveProduct(
  tools: Tools,
  actor: Actor,
  saving: Saving,
  again = false,
): Promise<Saved> {
  const before = await readBefore(tools, saving)
  const { product } = before
  const seen = product && saving.seen === 0 && before.acts === 1 ? product.updatedAt : saving.seen
  if (product && product.updatedAt !== seen) return { ok: false, because: 'changed' }
  const problems = problemsOf(saving, before)
  if (Object.keys(problems).length > 0) return { ok: false, because: 'problems', problems }
  const slug = freeSlug(saving.value, before.slugs, saving.id)
  try {
    await runBatch(tools.db, await statements(tools, actor, { ...saving, seen }, before, slug))
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'movement.quantity') return { ok: false, because: 'stock' }
    // Somebody was quicker: with what there is now, it can be said what they did.
    const race = constraint && /^(product|variant)\.(id|slug|sku)$/.test(constraint)
    if (race && !again) return saveProduct(tools, actor, saving, true)
    throw error
  }
  tools.log('piece saved', { product: saving.id })
  return { ok: true, slug }
}

async function readBefore({ db }: Tools, { id, value }: Saving) {
  const skus = value.variants.map(({ sku }) => sku).filter(Boolean)
  const [[product], variants, owners, slugs, named, parts, collections, acts] = await db.batch([
    q.productById(db, id),
    q.everyVariantOf(db, id),
    q.ownersOf(db, skus),
    q.slugsLike(db, slugStem(value)),
    q.namedProducts(db, value.related),
    q.ownersOf(
      db,
      value.parts.map(({ sku }) => sku),
    ),
    q.collectionTree(db),
    actsOn(db, id, 2),
  ])
  return { product, variants, owners, slugs, named, parts, collections, acts: acts.length }
}

function problemsOf({ id, value }: Saving, before: Before): Problems {
  const problems: Problems = {}
  const own = new Set(value.variants.map((variant) => variant.id))
  for (const variant of value.variants) {
    const taken = before.owners.some(({ sku, id: owner }) => sku === variant.sku && !own.has(owner))
    if (taken) problems[`sku_${variant.id}`] = words.skuTaken
  }
  if (value.slug && before.slugs.some((row) => row.slug === value.slug && row.id !== id)) {
    problems['slug'] = words.slugTaken
  }
  if (before.named.filter((row) => row.id !== id).length < value.related.length) {
    problems['related'] = words.relatedUnknown
  }
  for (const { at, sku } of value.parts) {
    const part = before.parts.find((row) => row.sku === sku)
    if (!part || part.productId === id) problems[`part_${at}_sku`] = words.partUnknown
  }
  return problems
}

async function statements(
  tools: Tools,
  actor: Actor,
  { id, seen, value, settings }: Saving,
  before: Before,
  slug: string,
): Promise<Statement[]> {
  const { db, now } = tools
  const { product } = before
  const { variants: _, publishAt: __, related, parts, ...words } = value
  const at = Math.max(now, seen + 1)
  const row = { ...words, slug, publishedAt: publishedAt(value, product, now), updatedAt: at }
  const { languages } = settings.shop
  const partIds = parts.flatMap(({ sku, quantity }) => {
    const part = before.parts.find((known) => known.sku === sku)
    return part ? [{ partId: part.id, quantity }] : []
  })
  return [
    product
      ? w.changeProduct(db, id, seen, row)
      : w.addProduct(db, { ...row, id, options: [], card: NO_CARD }),
    ...addressStatements(tools, id, product?.slug ?? slug, slug),
    ...(await variantStatements(tools, actor, { id, value, settings }, before)),
    ...w.relateProducts(db, id, inNamedOrder(related, before.named, id)),
    ...(value.kind === 'bundle' || product?.kind === 'bundle' ? w.setParts(db, id, partIds) : []),
    ...reindex(
      db,
      { ...value, id, options: product?.options ?? [] },
      before.collections,
      languages,
    ),
    ...relist(db, [id]),
    note(db, actor, {
      act: actOf(value, product),
      subject: id,
      facts: { piece: pick(value.title, languages[0] ?? 'fr') },
      at: now,
    }),
  ]
}

function actOf({ state }: ProductValue, product: Before['product']): string {
  if (!product) return 'product.made'
  return state === 'published' && product.state !== 'published'
    ? 'product.published'
    : 'product.saved'
}

/** What is out already stays where it is in the lists. */
function publishedAt(value: ProductValue, product: Before['product'], now: number): number {
  if (value.publishAt !== null) return value.publishAt
  if (value.state === 'published' && product?.state !== 'published') return now
  return product?.publishedAt ?? now
}

function addressStatements({ db, now }: Tools, id: string, was: string, slug: string): Statement[] {
  if (was === slug) return []
  return [
    w.leadOn(db, { kind: 'product', slug: was, leadsTo: id, at: now }),
    w.forgetFormer(db, 'product', slug),
    renameOnHome(db, 'product', { from: was, to: slug }),
  ]
}

async function variantStatements(
  tools: Tools,
  actor: Actor,
  { id, value, settings }: Omit<Saving, 'seen'>,
  { product, variants: known }: Before,
): Promise<Statement[]> {
  const { db, now } = tools
  const { variants } = value
  // A draft without a reference bears its id: references are unique.
  const changes = variants.map((v) => ({ ...v, sku: v.sku || v.id }))
  const free = new Map(known.map((variant) => [variant.id, variant.available]))
  const stock = variants.flatMap(({ id: variantId, stock: wanted, shown }) =>
    wanted === null || wanted === shown || wanted === free.get(variantId)
      ? []
      : [{ id: newId('mov'), variantId, stock: wanted, shown: shown ?? 0 }],
  )
  const counted = variants.flatMap((v) =>
    v.stock !== null && (free.get(v.id) ?? null) === null ? [v.id] : [],
  )
  const lowAt = value.oneOfAKind ? null : settings.stock.lowAt
  return [
    ...(product
      ? [w.freeReferences(db, changes), w.changeVariants(db, changes)]
      : changes.map(({ id: variantId, sku, price, cost, weightG, content }) =>
          w.addVariant(db, {
            id: variantId,
            productId: id,
            sku,
            position: 0,
            choice: {},
            price,
            cost,
            weightG,
            content,
          }),
        )),
    // What costs nothing yet has no price: the history holds those that were asked.
    ...(await setPrices(
      tools,
      variants
        .filter(({ price, priceShown }) => price > 0 && price !== priceShown)
        .map(({ id: variantId, price }) => ({ variantId, price })),
    )),
    ...(counted.length > 0 ? [w.countVariants(db, counted, lowAt)] : []),
    ...(stock.length > 0 ? [w.adjustStock(db, stock, { who: actor.who, at: now })] : []),
  ]
}

/** In the order that they were typed in, each once. */
function inNamedOrder(names: readonly string[], found: Before['named'], own: string): string[] {
  const rank = ({ slug }: { slug: string }) => {
    const at = names.indexOf(slug)
    return at < 0 ? names.length : at
  }
  return found
    .filter(({ id }) => id !== own)
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ id }) => id)
}
