import { type Child, createContext, useContext } from 'hono/jsx'
import type { Settings } from '#features/settings/rules.ts'
import type { Role } from '#features/staff/rules.ts'
import { type Lang, type Phrase, type Text, pick, plural, say } from '#lib/i18n.ts'
import { formatMoney } from '#lib/money.ts'
import { imagePath, type Links, makeLinks } from '#links.ts'
import type { DeskEntry } from './desk-entries.ts'

/** The page being drawn, and what was read for it. */
type Page = {
  settings: Settings
  lang: Lang
  /** The path of this page, with its language prefix and without a query. */
  path: string
  /** What the address asks beside its path, from its `?` on: it stays when the language changes. */
  query: string
  /** The shop's own address, without a final slash. */
  origin: string
  now: number
  /** In the back office: who is signed in, and the entries of the menu that they may see. */
  desk?: {
    name: string
    role: Role
    entries: readonly DeskEntry[]
    /** What waits behind an entry, by its key. */
    counts: Partial<Record<string, number>>
  }
}

/** What every view may ask about the shop and the page being drawn. */
export type Site = Page &
  ReturnType<typeof voiceOf> & {
    link: Links
    /** Where a page finds a picture: at the shop, or on the domain that serves them for it. */
    picture: typeof imagePath
    /** What the fields drawn so far are called, by name: a list of problems names them so. */
    labels: Map<string, Child>
    /** What a browser is to ask for before it has read the page: values of `Link`, from what is drawn. */
    preloads: Set<string>
  }

export function makeSite(page: Page): Site {
  const { shop, pictures } = page.settings
  const link = makeLinks(page.lang, shop.languages)
  const picture: typeof imagePath = (...of) => pictures.base + imagePath(...of)
  return { ...page, ...voiceOf(page), link, picture, labels: new Map(), preloads: new Set() }
}

/** How a page says texts, phrases and prices, in its language. */
function voiceOf({ lang, settings }: Pick<Page, 'lang' | 'settings'>) {
  const { currency } = settings.shop
  return {
    t: (text: Text | null | undefined) => pick(text, lang),
    say: (phrase: Phrase, values?: Record<string, string | number>) => say(phrase, lang, values),
    count: (count: number, one: Phrase, many: Phrase) => plural(count, lang, one, many),
    /** To the cent: cart, checkout, order. */
    money: (amount: number) => formatMoney(amount, currency, lang),
    /** Cents only when there are some: cards, product. */
    price: (amount: number) => formatMoney(amount, currency, lang, 'auto'),
  }
}

const SiteContext = createContext<Site | null>(null)

export const SiteProvider = SiteContext.Provider

/** The shop as seen from this page, with its words and prices in the page's language. */
export function useSite(): Site {
  const site = useContext(SiteContext)
  if (!site) throw new Error('This view is drawn outside of SiteProvider')
  return site
}
