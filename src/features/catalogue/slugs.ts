import { pick } from '#lib/i18n.ts'
import { slugify } from '#lib/text.ts'
import type { ProductValue } from './product-form.ts'

type Taken = readonly { id: string; slug: string }[]

/** The address a piece asks for, whether it is free or not: the one typed, else its title's. */
export function slugStem({ slug, title }: Pick<ProductValue, 'slug' | 'title'>): string {
  return slug || slugify(pick(title, 'fr')).slice(0, 70) || 'piece'
}

/** The address a piece gets: one made from a title that others bear too is numbered. */
export function freeSlug(
  value: Pick<ProductValue, 'slug' | 'title'>,
  taken: Taken,
  id: string,
): string {
  const stem = slugStem(value)
  const others = new Set(taken.flatMap((row) => (row.id === id ? [] : [row.slug])))
  let slug = stem
  for (let nth = 2; !value.slug && others.has(slug); nth++) slug = `${stem}-${nth}`
  return slug
}
