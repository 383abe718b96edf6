import type { Lang } from '#lib/i18n.ts'
import type { Target } from '#features/settings/rules.ts'

export type ImageFormat = 'avif' | 'webp' | 'jpg'

/** Every address the shop prints. The shop's first language has no prefix. */
export function makeLinks(lang: Lang, languages: readonly Lang[]) {
  const prefix = lang === languages[0] ? '' : `/${lang}`
  const at = (path: string, query: Record<string, string | number | undefined> = {}) => {
    const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
    const search = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()
    return (prefix + path || '/') + (search ? `?${search}` : '')
  }
  const link = {
    home: () => at(''),
    collection: (slug: string, query: { sort?: string; page?: number } = {}) =>
      at(`/collections/${slug}`, query),
    /** Everything the shop sells. */
    everything: () => at('/collections/all'),
    product: (slug: string, variant?: string) => at(`/products/${slug}`, { variant }),
    search: (q?: string) => at('/search', { q }),
    suggestions: () => at('/search/suggestions'),
    cart: () => at('/cart'),
    cartLines: () => at('/cart/lines'),
    cartLine: (variant: string) => at(`/cart/lines/${variant}`),
    cartDrawer: () => at('/cart/drawer'),
    checkout: () => at('/checkout'),
    checkoutReturn: () => at('/checkout/return'),
    order: (token: string) => at(`/orders/${token}`),
    download: (line: string, until: number, signature: string) =>
      at(`/downloads/${line}`, { until, signature }),
    journal: (page?: number) => at('/journal', { page }),
    journalFeed: () => at('/journal.xml'),
    post: (slug: string) => at(`/journal/${slug}`),
    page: (slug: string) => at(`/pages/${slug}`),
    target: (target: Target) => targetPath(target),
  }
  function targetPath({ type, slug }: Target): string {
    switch (type) {
      case 'home':
        return link.home()
      case 'collection':
        return link.collection(slug)
      case 'product':
        return link.product(slug)
      case 'page':
        return link.page(slug)
      case 'post':
        return link.post(slug)
      case 'journal':
        return link.journal()
      case 'path':
        return at(`/${slug.replace(/^\/+/, '')}`)
      default:
        return type satisfies never
    }
  }
  return link
}

export type Links = ReturnType<typeof makeLinks>

/** Addresses of the back office: one each, for it speaks the language of whoever is signed in. */
export const deskLink = {
  orders: (query: { list?: string; q?: string; before?: string } = {}) => {
    const pairs = Object.entries(query).filter(([, value]) => value)
    const search = new URLSearchParams(pairs).toString()
    return search ? `/admin/orders?${search}` : '/admin/orders'
  },
  order: (id: string) => `/admin/orders/${id}`,
  orderPart: (id: string, part: 'shipments' | 'steps' | 'notes' | 'mails' | 'address' | 'slip') =>
    `/admin/orders/${id}/${part}`,
  slips: (ids: readonly string[]) => `/admin/orders/slips?ids=${ids.join()}`,
  orderExport: (month: string) => `/admin/orders/export.csv?month=${month}`,
}

/** A picture's address: content-hashed, so it never changes what it shows. */
export function imagePath(hash: string, width: number, format: ImageFormat): string {
  return `/images/${hash}/${width}.${format}`
}

/** The same page in another language. */
export function inLanguage(path: string, lang: Lang, languages: readonly Lang[]): string {
  const bare = languages.reduce(
    (rest, other) =>
      rest === `/${other}` || rest.startsWith(`/${other}/`) ? rest.slice(other.length + 1) : rest,
    path,
  )
  const prefix = lang === languages[0] ? '' : `/${lang}`
  return prefix + (bare === '/' && prefix ? '' : bare) || '/'
}
