import { type Actor, note } from '#features/audit/note.ts'
import { reindex } from '#features/catalogue/index-product.ts'
import { relist } from '#features/catalogue/relist.ts'
import { setPrices } from '#features/catalogue/set-prices.ts'
import { fill, type Lang, LANGS, type Text } from '#lib/i18n.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import * as q from './copy-queries.ts'
import { allCollections } from './tree-queries.ts'
import { priceAfterSale } from './rules.ts'
import { words } from './words.ts'

const COPIES = 50

type Copying = {
  from: string
  /** Made with the page: posted twice, it is one copy. */
  id: string
  languages: readonly Lang[]
}

/**
 * Makes a draft of a piece under a new id, with its words, pictures, options and what is in it; references and address
 * end in "-2", "-3" …, and nothing is in stock; on sale it costs
 * what it will cost after. False when there is no such piece, or it has been copied too often.
 */
export async function duplicateProduct(
  tools: Tools,
  actor: Actor,
  { from, id, languages }: Copying,
): Promise<boolean> {
  const { db, now } = tools
  const [[original], variants, reductions, taken, collections] = await db.batch([
    q.productById(db, from),
    q.offeredVariants(db, from),
    q.reductionsOf(db, from),
    q.takenNumbers(db, from, COPIES),
    allCollections(db),
  ])
  const number = firstFree(taken.map(({ n }) => n))
  if (!original || number === null) return false
  const slug = `${original.slug}-${number}`
  const copy = {
    ...original,
    id,
    slug,
    state: 'draft' as const,
    title: copyTitle(original.title),
    previewToken: null,
    publishedAt: now,
    updatedAt: now,
  }
  const made = variants.map((row) => {
    const sale = reductions.find(({ variantId }) => variantId === row.id)
    const price = (sale && priceAfterSale({ ...sale, price: row.price }, sale)) ?? row.price
    return { row, was: row.id, id: newId('var'), price }
  })
  try {
    await runBatch(db, [
      q.addProduct(db, copy),
      ...made.map(({ row, id: variantId, price }) => {
        const own = { id: variantId, productId: id, sku: `${row.sku}-${number}` }
        return q.addVariant(db, { ...row, ...own, price, priceBefore: null })
      }),
      ...q.copyParts(db, { from, id, variants: made }),
      ...(await setPrices(
        tools,
        made.map((variant) => ({ variantId: variant.id, price: variant.price })),
      )),
      ...relist(db, [id]),
      ...reindex(db, copy, collections, languages),
      note(db, actor, { act: 'product.duplicated', subject: id, facts: { slug }, at: now }),
    ])
  } catch (error) {
    if (!/^(product|variant)\./.test(brokenConstraint(error) ?? '')) throw error
    return (await q.productById(db, id)).length > 0
  }
  return true
}

function firstFree(taken: readonly number[]): number | null {
  const free = Array.from({ length: COPIES - 1 }, (_, i) => i + 2).find((n) => !taken.includes(n))
  return free ?? null
}

function copyTitle(title: Text): Text {
  const texts = LANGS.flatMap((lang) => {
    const text = title[lang]
    return text ? [[lang, fill(words.copyOf[lang], { title: text })] as const] : []
  })
  return Object.fromEntries(texts)
}
