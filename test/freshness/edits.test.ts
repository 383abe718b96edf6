import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { addDays, localTime } from '#lib/dates.ts'
import { LONG } from '../support/faults.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { tick } from '../support/worker.ts'
import { hourFrom, stopClock, zoneWhere } from './clock.ts'
import { type Hands, handsOf } from './edits.ts'
import * as w from './window.ts'

const clock = stopClock()
const zone = zoneWhere(7)
let hands: Hands
let addresses: readonly string[]
const at = (hours: number) => hourFrom(clock.begin, hours)

beforeAll(async () => {
  addresses = await w.openWindow(zone)
  hands = handsOf(await atDesk(await makeStaff('owner')), clock)
  await hands.clay(['assiette-plate-horizon', 'assiette-creuse-lagune'])
  await hands.piece('pot-dune', { state: 'draft' })
  await hands.cleaned([
    'mug-ressac',
    'bol-houle',
    'beurrier-froment',
    'pichet-aber',
    'gobelet-galet',
    'coffret-petit-dejeuner',
  ])
  const { day } = localTime(clock.begin, zone)
  const due = { 'title.fr': 'La prochaine fournée', slug: 'la-prochaine-fournee', day, hour: 9 }
  await hands.newPost(due)
  await hands.sale('assiette-plate-horizon', at(3), at(4))
  await tick(Date.now())
  await w.each(addresses, w.askStranger)
})

type Edit = {
  act: () => Promise<unknown>
  /** Whether it is in the short round. */
  always?: true
  /** Kinds of pages of which some are forgotten though they show nothing of it, and why they are. */
  also?: Partial<Record<w.Kind, string>>
}

const SEARCHES = 'which searches find a word cannot be known: new words make all forgotten'
const LANGUAGES = 'both languages are saved together, and the page in the other one goes too'
const SHELF = 'the pages of a collection, whatever they are narrowed to, show how many there are'
const SHELVES = 'what shows the collections side by side shows them with or without their pictures'
const ROW = 'a row of the pieces of a collection is forgotten with the collection'
const CHOICES = 'the home page shows the choices of some of the newest pieces'
const CARD = 'a card is one thing, of which suggestions show less'
const PICTURES = 'the pictures of a piece are one thing, of which pages show some'
const CRUMBS = 'of the collections that a piece is in, its page shows the first'
const JOURNAL = 'posts name those before and after them, and a story may await one'
const SETTING = 'a setting is one thing, of which pages show parts'

let order: Awaited<ReturnType<Hands['order']>>
let bought: Awaited<ReturnType<Hands['buy']>>

const EDITS: Record<string, Edit> = {
  'a description is saved': {
    act: () => hands.piece('mug-ressac', { 'description.fr': 'Neuf.' }),
    also: { product: LANGUAGES, search: SEARCHES },
  },
  'a title is saved': {
    act: () => hands.piece('mug-ressac', { 'title.fr': 'Mug Marée' }),
    also: { home: LANGUAGES, product: LANGUAGES, search: SEARCHES },
  },
  'a care line is saved': {
    act: () => hands.piece('mug-ressac', { 'care.fr': 'À la main.' }),
    also: { product: LANGUAGES },
  },
  'a price is saved': { act: () => hands.priced('beurrier-froment', '31') },
  'an attribute is saved': {
    act: () => hands.piece('assiette-creuse-lagune', { 'attribute_0_value.fr': 'Grès noir' }),
    also: { search: SEARCHES },
  },
  'a draft is published': {
    always: true,
    act: () => hands.piece('pot-dune', { state: 'published' }),
    also: { search: SEARCHES },
  },
  'a piece is retired': {
    act: () => hands.piece('pichet-aber', { state: 'archived' }),
    also: { collection: SHELF, search: SEARCHES },
  },
  'a retired piece comes back': {
    act: () => hands.piece('pichet-aber', { state: 'published' }),
    also: { collection: SHELF, search: SEARCHES },
  },
  'a piece that the home page names has another address': {
    act: () => hands.piece('gobelet-galet', { slug: 'gobelet' }),
  },
  'it has its old address again': {
    act: () => hands.piece('gobelet', { slug: 'gobelet-galet' }),
  },
  'nothing of a piece is changed': { act: () => hands.piece('bol-houle', {}) },
  'nothing of a bundle is changed': { act: () => hands.piece('coffret-petit-dejeuner', {}) },
  'a choice has another name': {
    act: () => hands.choice('mug-ressac', 'Couleur'),
    also: { home: CHOICES, product: LANGUAGES, search: SEARCHES },
  },
  'much becomes more': {
    act: async () => hands.counted(await hands.variantOf('bol-houle', 9), 9, 12),
  },
  'some become fewer': {
    act: async () => hands.counted(await hands.variantOf('bol-a-the-varech', 3), 3, 2),
  },
  'some of another choice become fewer': {
    act: async () => hands.counted(await hands.variantOf('mug-ressac', 6), 6, 5),
  },
  'the last of a piece breaks': {
    always: true,
    act: async () => hands.counted(await hands.variantOf('jarre-lune', 1), 1, 0),
    also: { search: CARD },
  },
  'there is one more again': {
    act: async () => hands.counted(await hands.variantOf('jarre-lune', 0), 0, 1),
    also: { search: CARD },
  },
  'a seat of the piece that the home page puts forward is taken': {
    act: async () => hands.counted(await hands.variantOf('stage-tournage-3h', 2), 2, 1),
  },
  'a part of a bundle becomes scarce': {
    act: async () => hands.counted(await hands.variantOf('bol-houle', 11), 11, 1),
    also: { search: CARD },
  },
  'that part is made to order from now on': {
    act: () => hands.piece('bol-houle', { when_gone: 'order', lead_weeks: '3' }),
    also: { search: CARD },
  },
  'a picture is added': {
    act: () => hands.picture('coffret-petit-dejeuner', 'neuf'),
    also: { search: PICTURES },
  },
  'a picture comes first': {
    act: async () => {
      const hashes = await hands.pictures('coffret-petit-dejeuner')
      const id = await hands.idOf('product', 'coffret-petit-dejeuner')
      const fields = { picture: hashes.at(-1) ?? '', to: 0 }
      await hands.desk.post(`/admin/pictures/products/${id}/order`, fields)
    },
    also: { product: PICTURES },
  },
  'another piece is shown beside one': {
    act: () => hands.piece('theiere-brume', { related: 'mug-ressac\nbol-houle' }),
  },
  'a collection has another name': {
    act: () => hands.collection('vases', { 'title.fr': 'Les vases' }),
    also: { home: LANGUAGES, product: CRUMBS, search: SEARCHES },
  },
  'a collection inside another has another name': {
    act: () => hands.collection('petit-dejeuner', { 'title.fr': 'Le matin' }),
    also: { home: ROW, collection: LANGUAGES, product: CRUMBS, search: SEARCHES },
  },
  'a collection has another picture': {
    act: async () => {
      const [hash = ''] = await hands.pictures('vase-phare')
      await hands.collection('vases', { image: hash })
    },
    also: { search: SHELVES, searching: SHELVES },
  },
  'a collection has other words': {
    act: () => hands.collection('maison', { 'description.fr': 'Pour la maison.' }),
  },
  'a collection goes up': {
    act: async () => {
      const form = `form[action$="${await hands.idOf('collection', 'vases')}/place"]`
      await hands.save('/admin/collections', form, { place: 0 })
    },
    also: { collection: CRUMBS, product: CRUMBS },
  },
  'a post has another text': {
    act: () => hands.entry('journal', 'prendre-soin-du-gres', { 'body.fr': 'Autrement.' }),
    also: { search: SEARCHES },
  },
  'a post has another title': {
    always: true,
    act: () => hands.entry('journal', 'comment-on-tourne-un-mug', { 'title.fr': 'Au tour' }),
    also: {
      home: LANGUAGES,
      product: JOURNAL,
      search: SEARCHES,
      journal: LANGUAGES,
      post: JOURNAL,
    },
  },
  'a post is written': {
    act: () => hands.newPost({ 'title.fr': 'Une fournée' }),
    also: { product: JOURNAL, search: SEARCHES, post: JOURNAL },
  },
  'a page has another text': {
    act: () => hands.entry('pages', 'atelier', { 'body.fr': 'Nous sommes deux.' }),
  },
  'a menu has another word': {
    act: () =>
      hands.save('/admin/content/menus/main', 'form.sheet', { 'row.0.label.fr': 'Tasses' }),
    also: {
      home: LANGUAGES,
      collection: LANGUAGES,
      product: LANGUAGES,
      search: LANGUAGES,
      journal: LANGUAGES,
    },
  },
  'the home page has another block': {
    act: () =>
      hands.save('/admin/content/new/statement', 'form.sheet', { 'title.fr': 'Portes ouvertes' }),
  },
  'the shop has another look': {
    act: () => hands.save('/admin/content/look', 'form.sheet', { corners: 'round' }),
  },
  'the shop has another name': {
    act: () => hands.save('/admin/identity', 'form.sheet', { name: 'Atelier de la Grève' }),
    also: { search: SETTING, sitemap: SETTING, robots: SETTING },
  },
  'the maker goes on holiday': {
    act: () =>
      hands.save('/admin/holiday', 'form.sheet', {
        from: localTime(clock.begin, zone).day,
        until: addDays(localTime(clock.begin, zone).day, 9),
        mode: 'shift',
      }),
  },
  'a way of delivery has another price': {
    act: async () => {
      const id = await env.DB.prepare(
        "select id from delivery_method where code = 'colissimo'",
      ).first<string>('id')
      await hands.save(`/admin/delivery/${id}`, 'form.sheet', { 'price.0': '9,90' })
    },
    also: { product: SETTING },
  },
  'the tax line has other words': {
    act: () => hands.save('/admin/tax', 'form.sheet', { 'mention.fr': 'Sans TVA.' }),
    also: { product: SETTING },
  },
  'the workshop sends back otherwise': {
    act: () => hands.save('/admin/workshop', 'form.sheet', { 'returns.fr': 'Trente jours.' }),
    also: { collection: SETTING, product: SETTING },
  },
  'the legal notice names somebody': {
    act: () => hands.save('/admin/legal', 'form.sheet', { director: 'Anne Le Goff' }),
  },
  'a carrier is changed, which no page shows': {
    act: () => hands.save('/admin/carriers', 'form.sheet', {}),
  },
  'many prices are changed at once': {
    act: () =>
      hands.bulk(['soliflore-hampe', 'vase-phare'], {
        act: 'price',
        sign: 'down',
        size: '10',
        by: 'percent',
      }),
  },
  'a post is due by the clock': {
    always: true,
    act: () => hands.until(at(2) + 60_000),
    also: { search: SEARCHES, post: JOURNAL },
  },
  'a sale begins by the clock': { always: true, act: () => hands.until(at(3)) },
  'a sale ends by the clock': { act: () => hands.until(at(4)) },
  'an order holds some of what is left': {
    always: true,
    act: async () => {
      order = await hands.order(await hands.variantOf('pichet-aber', 5), 1)
    },
  },
  'that order is paid': { act: () => hands.paid(order) },
  'an order holds of what there is plenty': {
    act: async () => {
      order = await hands.order(await hands.variantOf('tasse-bigorneau', 12), 2)
    },
  },
  'an order holds a part of a bundle': {
    act: async () => {
      order = await hands.order(await hands.variantOf('assiette-plate-horizon', 10), 6)
    },
  },
  'an order is not paid in time': { always: true, act: () => hands.expired() },
  'some are bought': {
    act: async () => {
      bought = await hands.buy(await hands.variantOf('vase-phare', 2), 2)
    },
  },
  'what was bought comes back': { act: () => hands.givenBack(bought) },
}

const ROUND = Object.entries(EDITS).filter(([, { always }]) => LONG || always)

test.each(ROUND)('%s: what shows it is fresh, the rest is kept', async (_, edit) => {
  await env.DB.exec('delete from stale')
  const before = await w.each(addresses, w.askStranger)
  await edit.act()
  const after = await w.each(addresses, w.askStranger)
  const anew = await w.each(addresses, w.drawAnew)
  const old = addresses.filter((path) => after.get(path)?.text !== anew.get(path))
  const forgotten = addresses.filter((path) => before.get(path)?.isHit && !after.get(path)?.isHit)
  const changed = addresses.filter((path) => before.get(path)?.text !== anew.get(path))
  const needlessly = forgotten.filter((path) => !changed.includes(path))
  expect(old).toEqual([])
  const also = Object.keys(edit.also ?? {})
  expect(new Set(needlessly.map(w.kindOf))).toEqual(new Set(also))
})
