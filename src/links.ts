import { isLang, type Lang } from '#lib/i18n.ts'
import { type Place, writePlace } from '#lib/pages.ts'
import type { Target } from '#features/settings/rules.ts'

/** The language that an address begins with, when it does. */
export function prefixOf(path: string): Lang | null {
  const first = path.split('/')[1]
  return isLang(first) ? first : null
}

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
    collection: (slug: string, query: Record<string, string | number | undefined> = {}) =>
      at(`/collections/${slug}`, query),
    /** Everything the shop sells. */
    everything: () => at('/collections/all'),
    product: (slug: string, variant?: string) => at(`/products/${slug}`, { variant }),
    search: (q?: string) => at('/search', { q }),
    suggestions: () => at('/search/suggestions'),
    cart: () => at('/cart'),
    cartLines: () => at('/cart/lines'),
    cartLine: (key: string) => at(`/cart/lines/${key}`),
    cartDrawer: () => at('/cart/drawer'),
    cartCode: () => at('/cart/code'),
    checkout: () => at('/checkout'),
    checkoutReturn: () => at('/checkout/return'),
    order: (token: string) => at(`/orders/${token}`),
    /** Where an order that the maker wrote is paid. */
    orderPay: (token: string) => at(`/orders/${token}/pay`),
    /** An invoice or a credit note, as a page; with `pdf` as a file. */
    document: (token: string, number: string, pdf?: 'pdf') =>
      at(`/orders/${token}/documents/${number}${pdf ? '.pdf' : ''}`),
    download: (line: string, until: number, signature: string) =>
      at(`/downloads/${line}`, { until, signature }),
    messages: () => at('/messages'),
    journal: (after?: Place) => at('/journal', { after: after && writePlace(after) }),
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
  backup: (part?: 'archive') => `/admin/backup${part ? `/${part}` : ''}`,
  deliveries: (done = '') => (done ? `/admin/delivery?done=${done}` : '/admin/delivery'),
  newDelivery: () => '/admin/delivery/new',
  delivery: (id: string, part = '') => `/admin/delivery/${id}${part && `/${part}`}`,
  stock: (query: { list?: string; q?: string; sort?: string; after?: string } = {}) =>
    asked('/admin/stock', query),
  stockOf: (variantId: string, before?: string) =>
    `/admin/stock/${variantId}${before ? `?before=${before}` : ''}`,
  stockCount: (collection: string, after = '') =>
    `/admin/stock/count?${new URLSearchParams({ collection, ...(after ? { after } : {}) }).toString()}`,
  /** A part of the shop window: `content('journal', id)`. */
  content: (...parts: (string | number)[]) => ['/admin/content', ...parts].join('/'),
  payments: (query: { list?: string; before?: string; done?: string } = {}) =>
    asked('/admin/payments', query),
  paymentsPart: (part: 'waiting' | 'compare') => `/admin/payments/${part}`,
  /** The posts, or the pages, as they are asked for. */
  entries: (part: 'journal' | 'pages', query: Record<string, string | undefined> = {}) =>
    asked(`/admin/content/${part}`, query),
  audit: (query: { about?: string; who?: string; before?: string } = {}) =>
    asked('/admin/audit', query),
  mails: (query: { list?: string; q?: string; before?: string } = {}) =>
    asked('/admin/mail', query),
  mail: (id: string) => `/admin/mail/${id}`,
  messages: (query: { list?: string; q?: string; before?: string; done?: string } = {}) =>
    asked('/admin/messages', query),
  message: (id: string, done?: string) => asked(`/admin/messages/${id}`, { done }),
  messagePart: (id: string, part: 'answers' | 'reading' | 'removal') =>
    `/admin/messages/${id}/${part}`,
  customers: (query: { by?: string; q?: string; before?: string; done?: string } = {}) =>
    asked('/admin/customers', query),
  customer: (id: string, query: { before?: string; done?: string } = {}) =>
    asked(`/admin/customers/${id}`, query),
  customerPart: (id: string, part: 'note' | 'export' | 'erasure') =>
    `/admin/customers/${id}/${part}`,
  /** Everything that is known of an address, whether somebody bought with it or not. */
  person: (part?: 'export' | 'erasure') => `/admin/people${part ? `/${part}` : ''}`,
  proof: (orderId: string) => `/admin/people/proofs/${orderId}`,
  orders: (
    query: {
      list?: string
      q?: string
      sort?: string
      before?: string
      packed?: string
      of?: string
    } = {},
  ) => asked('/admin/orders', query),
  /** Several orders are packed. */
  packing: () => '/admin/orders/packing',
  order: (id: string, query: { done?: string; refused?: string } = {}) =>
    asked(`/admin/orders/${id}`, query),
  /** The form of an order that the maker writes. */
  newOrder: () => '/admin/orders/new',
  refund: (orderId: string, part?: 'cancellation') =>
    `/admin/refunds/${orderId}${part ? `/${part}` : ''}`,
  orderPart: (
    id: string,
    part: 'shipments' | 'steps' | 'notes' | 'mails' | 'address' | 'slip' | 'cancellation',
  ) => `/admin/orders/${id}/${part}`,
  /** Invoices and credit notes, a month at a time. */
  documents: (query: { month?: string; q?: string; before?: string } = {}) =>
    asked('/admin/documents', query),
  /** The PDF of one, for who may see its order. */
  document: (orderId: string, number: string) => `/admin/orders/${orderId}/documents/${number}.pdf`,
  slips: (ids: readonly string[]) => `/admin/orders/slips?ids=${ids.join()}`,
  /** Every picture of the shop; `for` a product: to put one of them on it. */
  pictures: (query: { for?: string; before?: string; done?: string } = {}) => {
    const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value))
    return search.size > 0 ? `/admin/pictures?${search.toString()}` : '/admin/pictures'
  },
  productPictures: (id: string, part?: 'order' | 'words' | 'removal') =>
    `/admin/pictures/products/${id}${part ? `/${part}` : ''}`,
  productPicture: (id: string, hash: string) => `/admin/pictures/products/${id}/${hash}`,
  orderExport: (month: string) => `/admin/orders/export.csv?month=${month}`,
  product: (id: string, done?: string) =>
    done ? `/admin/products/${id}?done=${done}` : `/admin/products/${id}`,
  products: (query: Record<string, string | undefined> = {}) => asked('/admin/products', query),
  productsPart: (part: 'new' | 'bulk' | 'bulk/undo' | 'duplicate') => `/admin/products/${part}`,
  collections: (done?: string) => asked('/admin/collections', { done }),
  collection: (id: string, part?: 'place' | 'removal') =>
    `/admin/collections/${id}${part ? `/${part}` : ''}`,
  sales: (query: { before?: string; done?: string } = {}) => asked('/admin/sales', query),
  sale: (id: string, part?: 'end' | 'removal') => `/admin/sales/${id}${part ? `/${part}` : ''}`,
  productPart: (id: string, part: 'options' | 'file' | 'preview' | 'preview/end') =>
    `/admin/products/${id}/${part}`,
  preview: (token: string) => `/preview/${token}`,
  promotions: (query: { list?: string; q?: string; before?: string; done?: string } = {}) =>
    asked('/admin/promotions', query),
  /** The book of receipts; `turnover` the sums by period. */
  books: (
    part?: 'turnover' | 'receipts.csv' | 'turnover.csv',
    query: Record<string, string | undefined> = {},
  ) => asked(`/admin/books${part ? `/${part}` : ''}`, query),
  /** The sales journal, beside `journal`, where the shop tells stories. */
  ledger: (
    part?: 'verification' | 'export.jsonl' | 'export.csv',
    query: Record<string, string | undefined> = {},
  ) => asked(`/admin/journal${part ? `/${part}` : ''}`, query),
  promotion: (id: string, done?: string) => asked(`/admin/promotions/${id}`, { done }),
  promotionPart: (id: string, part: 'rest' | 'removal') => `/admin/promotions/${id}/${part}`,
}

function asked(path: string, query: Record<string, string | undefined>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs).toString()}` : path
}

/** A picture's address: content-hashed, so it never changes what it shows. */
export function imagePath(hash: string, width: number, format: ImageFormat): string {
  return `/images/${hash}/${width}.${format}`
}

/** What begins an address like a path and leads to another site: browsers drop some of it, and turn some. */
const SLASHES = /^[/\\\s]+/

/** The same page in another language, of this shop whatever the path. */
export function inLanguage(path: string, lang: Lang, languages: readonly Lang[]): string {
  const bare = languages.reduce(
    (rest, other) =>
      rest === `/${other}` || rest.startsWith(`/${other}/`) ? rest.slice(other.length + 1) : rest,
    path,
  )
  const own = bare.replace(SLASHES, '/')
  const prefix = lang === languages[0] ? '' : `/${lang}`
  return prefix + (own === '/' && prefix ? '' : own) || '/'
}
