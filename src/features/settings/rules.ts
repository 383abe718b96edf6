import * as v from 'valibot'
import { addDays, localTime, momentAt } from '#lib/dates.ts'
import { LANGS, type Lang } from '#lib/i18n.ts'
import { isCurrency } from '#lib/money.ts'

/** A text in the shop's languages. */
export const text = v.partial(v.object({ fr: v.string(), en: v.string() }))

/** Where a link of the shop leads. `path` is an address of this shop, never another site's. */
export const target = v.object({
  type: v.picklist(['home', 'collection', 'product', 'page', 'post', 'journal', 'path']),
  slug: v.optional(v.string(), ''),
})

const link = v.object({ label: text, link: target })

/** Who sells: printed in the footer, on product pages, in mails and on documents. */
const shop = v.object({
  name: v.string(),
  tagline: text,
  description: text,
  email: v.pipe(v.string(), v.email()),
  phone: v.string(),
  address: v.object({
    line1: v.string(),
    postalCode: v.string(),
    city: v.string(),
    region: v.string(),
    country: v.string(),
  }),
  hours: text,
  announcement: v.nullable(text),
  /** ISO 4217. */
  currency: v.pipe(v.string(), v.check(isCurrency)),
  /** The first one has no prefix in addresses. */
  languages: v.pipe(v.array(v.picklist(LANGS)), v.minLength(1)),
  timeZone: v.string(),
  logo: v.optional(v.nullable(v.string()), null),
})

/** Custom properties of the look that differ from the built-in ones, such as `--accent`. */
const theme = v.record(
  v.pipe(v.string(), v.regex(/^--[a-z-]{2,30}$/)),
  v.pipe(v.string(), v.regex(/^[^;{}<>@\\]{1,120}$/)),
)

const menus = v.object({
  main: v.array(link),
  footer: v.array(v.array(link)),
  legal: v.array(link),
})

const image = v.string()

/** One block of the home page, in the order of the page. */
export const block = v.variant('type', [
  v.object({
    type: v.literal('hero'),
    image,
    alt: text,
    title: text,
    text,
    button: link,
  }),
  v.object({ type: v.literal('statement'), title: text, text, link: v.nullable(link) }),
  v.object({ type: v.literal('swatches'), title: text, option: v.string() }),
  v.object({ type: v.literal('newest'), title: text, link: v.nullable(link), lead: v.string() }),
  v.object({ type: v.literal('collections'), title: v.optional(text) }),
  v.object({
    type: v.literal('feature'),
    product: v.string(),
    image,
    alt: text,
    title: text,
    text,
    note: text,
  }),
  v.object({ type: v.literal('journal'), title: text, link: v.nullable(link) }),
  v.object({ type: v.literal('promises'), items: v.array(v.object({ title: text, text })) }),
  /** Something of the moment: from a day to a day, both included. Of several, each has its days in turn. */
  v.object({
    type: v.literal('banner'),
    title: text,
    text,
    link: v.nullable(link),
    image: v.optional(image, ''),
    alt: v.optional(text, {}),
    from: v.nullable(v.pipe(v.string(), v.isoDate())),
    until: v.nullable(v.pipe(v.string(), v.isoDate())),
  }),
  /** Chosen pieces, by their addresses; or the newest of a collection. */
  v.object({
    type: v.literal('products'),
    title: text,
    link: v.nullable(link),
    pieces: v.array(v.string()),
    collection: v.string(),
  }),
])

export type Block = v.InferOutput<typeof block>

/** How orders leave the workshop; weekdays count from 0, Sunday. */
const dispatch = v.object({
  weekdays: v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))),
  cutoffHour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
  /** Four short sentences beside the button of a product. */
  assurances: v.array(text),
  returns: text,
  /** The day new pieces come out, and how it is said; `{date}` is filled in. */
  next: v.nullable(v.object({ day: v.pipe(v.string(), v.isoDate()), sold: text, closing: text })),
})

/** VAT: how the shop is taxed. Rates are rows of their own, with dates. */
const tax = v.object({
  /** `destination`: goods and files bear the VAT of the country they go to, once the shop sells enough abroad. */
  regime: v.picklist(['exempt', 'domestic', 'destination']),
  country: v.pipe(v.string(), v.length(2)),
  mention: text,
})

/** How mails leave. The SMTP password is a secret of the Worker, never a setting. */
const mail = v.object({
  transport: v.picklist(['none', 'smtp', 'binding']),
  from: v.pipe(v.string(), v.email()),
  smtp: v.optional(
    v.object({
      host: v.string(),
      port: v.pipe(v.number(), v.integer()),
      secure: v.boolean(),
      username: v.string(),
    }),
  ),
})

/**
 * Who carries parcels, and where each shows the way of one: `{n}` is the parcel's number, `{cp}` the postcode it goes
 * to. A carrier without an address has no page to show.
 */
const carriers = v.array(
  v.object({
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
    pattern: v.union([
      v.literal(''),
      v.pipe(v.string(), v.regex(/^https:\/\/[a-z0-9.-]+\/\S*\{n\}\S*$/i), v.maxLength(300)),
    ]),
  }),
)

const CARRIERS: v.InferOutput<typeof carriers> = [
  {
    name: 'Colissimo',
    pattern: 'https://www.laposte.fr/outils/suivre-vos-envois?code={n}',
  },
  {
    name: 'Chronopost',
    pattern: 'https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT={n}&langue=fr',
  },
  {
    name: 'Mondial Relay',
    pattern: 'https://www.mondialrelay.fr/suivi-de-colis?numeroExpedition={n}&codePostal={cp}',
  },
  {
    name: 'DHL Express',
    pattern:
      'https://www.dhl.com/fr-fr/home/tracking/tracking-express.html?submit=1&tracking-id={n}',
  },
  {
    name: 'DHL Paket',
    pattern: 'https://www.dhl.de/de/privatkunden/dhl-sendungsverfolgung.html?piececode={n}',
  },
  { name: 'UPS', pattern: 'https://www.ups.com/track?tracknum={n}' },
  { name: 'FedEx', pattern: 'https://www.fedex.com/fedextrack/?trknbr={n}' },
]

const stock = v.object({
  /** Units from which a piece runs low, unless it says otherwise. */
  lowAt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)),
  /** Whether the workshop gets a mail when a piece runs low. */
  mail: v.boolean(),
})

/**
 * Days without the maker. `shift`: orders are taken and leave from `until` on. `closed`: nothing can be bought before.
 */
const holiday = v.object({
  plan: v.nullable(
    v.object({
      from: v.pipe(v.string(), v.isoDate()),
      until: v.pipe(v.string(), v.isoDate()),
      mode: v.picklist(['shift', 'closed']),
      message: text,
    }),
  ),
})

/** What the law wants a shop to say of itself: legal notice, terms, documents. Empty where there is nothing to say. */
const legal = v.object({
  /** Who runs it: "Anne Le Goff, entrepreneur individuel". */
  owner: v.string(),
  siren: v.string(),
  register: v.string(),
  vatNumber: v.string(),
  director: v.string(),
  host: v.string(),
  mediator: v.string(),
  packagingId: v.string(),
})

/** What the maker adds to each kind of mail in their own words, below its title. */
const mails = v.record(v.string(), text)

/** Where pages show pictures from, when not from the shop itself: an origin, which the clock sees to. */
const pictures = v.object({ base: v.string() })

const NO_LEGAL: v.InferOutput<typeof legal> = {
  owner: '',
  siren: '',
  register: '',
  vatNumber: '',
  director: '',
  host: '',
  mediator: '',
  packagingId: '',
}

/** Every setting of a shop: one row each, read together. */
export const settingsForm = v.object({
  shop,
  theme,
  menus,
  home: v.object({ blocks: v.array(block) }),
  dispatch,
  tax,
  mail,
  carriers: v.optional(carriers, CARRIERS),
  stock: v.optional(stock, { lowAt: 2, mail: true }),
  holiday: v.optional(holiday, { plan: null }),
  legal: v.optional(legal, NO_LEGAL),
  mails: v.optional(mails, {}),
  pictures: v.optional(pictures, { base: '' }),
})

export type Settings = v.InferOutput<typeof settingsForm>
export type Shop = Settings['shop']
export type Link = v.InferOutput<typeof link>
export type Target = v.InferOutput<typeof target>

/** What a shop says before its maker has said anything. */
export const DEFAULTS: Settings = {
  shop: {
    name: 'Échoppe',
    tagline: {},
    description: {},
    email: 'shop@example.com',
    phone: '',
    address: { line1: '', postalCode: '', city: '', region: '', country: 'FR' },
    hours: {},
    announcement: null,
    currency: 'EUR',
    languages: [...LANGS],
    timeZone: 'Europe/Paris',
    logo: null,
  },
  theme: {},
  menus: { main: [], footer: [], legal: [] },
  home: { blocks: [] },
  dispatch: { weekdays: [1, 2, 3, 4, 5], cutoffHour: 12, assurances: [], returns: {}, next: null },
  tax: { regime: 'domestic', country: 'FR', mention: {} },
  mail: { transport: 'none', from: 'shop@example.com' },
  carriers: CARRIERS,
  stock: { lowAt: 2, mail: true },
  holiday: { plan: null },
  legal: NO_LEGAL,
  mails: {},
  pictures: { base: '' },
}

/** What the maker decides, and takes along to another shop. */
export const SETTING_KEYS = [
  'shop',
  'theme',
  'menus',
  'home',
  'dispatch',
  'tax',
  'mail',
  'carriers',
  'stock',
  'holiday',
  'legal',
  'mails',
] as const

/** The language whose addresses have no prefix. */
export function defaultLang(shop: Pick<Shop, 'languages'>): Lang {
  return shop.languages[0] ?? 'fr'
}

/** No page is kept longer than this. */
const LONGEST_MS = 86_400_000

/**
 * Until when a promise of arrival holds: the hour after which parcels leave a day later. What was promised for an order
 * before that hour is true until then, whatever the day it is read on.
 */
export function promiseHolds({ shop, dispatch }: Pick<Settings, 'shop' | 'dispatch'>, now: number) {
  const { day, hour } = localTime(now, shop.timeZone)
  const until = hour < dispatch.cutoffHour ? day : addDays(day, 1)
  return momentAt(until, `${String(dispatch.cutoffHour).padStart(2, '0')}:00`, shop.timeZone)
}

/**
 * The next moment from which a page may say something else by itself: where a day begins that the settings name,
 * of a holiday, of something of the moment, of new pieces. At most a day on.
 */
export function nextChange({ shop, home, dispatch, holiday }: Settings, now: number): number {
  const { plan } = holiday
  const banners = home.blocks.filter((block) => block.type === 'banner')
  const tomorrow = addDays(localTime(now, shop.timeZone).day, 1)
  const days = [
    ...(plan ? [plan.from, plan.until] : []),
    ...(dispatch.next ? [addDays(dispatch.next.day, 1)] : []),
    ...banners.flatMap(({ from, until }) => [from, until && addDays(until, 1)]),
    // Of several, each has its days in turn.
    ...(banners.length > 1 ? [tomorrow] : []),
  ]
  const moments = days.flatMap((day) => (day ? [momentAt(day, '00:00', shop.timeZone)] : []))
  return Math.min(now + LONGEST_MS, ...moments.filter((at) => at > now))
}
