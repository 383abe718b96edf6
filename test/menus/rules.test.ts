import { expect, test } from 'vitest'
import { readMenu, typedMenu } from '#features/menus/form.ts'
import { rearranged, targetFrom, withMenu } from '#features/menus/rules.ts'
import type { Link } from '#features/settings/rules.ts'

const ORIGIN = 'https://shop.test'
const AROUND = { languages: ['fr', 'en'] as const, origin: ORIGIN }

test.each([
  ['home', '', { type: 'home', slug: '' }],
  ['journal', '', { type: 'journal', slug: '' }],
  ['collection:tasses', '', { type: 'collection', slug: 'tasses' }],
  ['page:contact', 'ignored', { type: 'page', slug: 'contact' }],
  ['post:cuire', '', { type: 'post', slug: 'cuire' }],
  ['at', 'Mug Ressac (mug-ressac)', { type: 'product', slug: 'mug-ressac' }],
  ['at', '/products/mug-ressac', { type: 'product', slug: 'mug-ressac' }],
  ['at', `${ORIGIN}/en/products/mug-ressac?variant=1`, { type: 'product', slug: 'mug-ressac' }],
  ['at', '/en/collections/tasses', { type: 'collection', slug: 'tasses' }],
  ['at', '/journal', { type: 'journal', slug: '' }],
  ['at', '/journal/cuire', { type: 'post', slug: 'cuire' }],
  ['at', '/', { type: 'home', slug: '' }],
  ['at', '/search?q=bol', { type: 'path', slug: 'search?q=bol' }],
  ['at', 'https://evil.example/', null],
  ['at', '//evil.example', null],
  ['at', 'javascript:alert(1)', null],
  ['at', '', null],
  ['', '', null],
  ['page:../admin', '', null],
])('%s with "%s" leads to %j', (chosen, typed, target) => {
  expect(targetFrom(chosen, typed, ORIGIN)).toEqual(target)
})

const link = (label: string): Link => ({ label: { fr: label }, link: { type: 'home', slug: '' } })

test('rows go up and down, come and go, and none is lost on the way', () => {
  const typed = typedMenu([link('a'), link('b'), link('c')])
  const labels = (fields: Record<string, string>) => {
    const read = readMenu(fields, AROUND)
    return read.ok ? read.value.map((row) => row.link.label.fr) : read.problems
  }
  expect(labels(rearranged(typed, 'up.2'))).toEqual(['a', 'c', 'b'])
  expect(labels(rearranged(typed, 'up.0'))).toEqual(['a', 'b', 'c'])
  expect(labels(rearranged(typed, 'down.0'))).toEqual(['b', 'a', 'c'])
  expect(labels(rearranged(typed, 'down.2'))).toEqual(['a', 'b', 'c'])
  expect(labels(rearranged(typed, 'remove.1'))).toEqual(['a', 'c'])
  expect(labels(rearranged(typed, 'add'))).toEqual(['a', 'b', 'c'])
  expect(labels(rearranged(typed, 'nonsense.9'))).toEqual(['a', 'b', 'c'])
})

test('a half-filled row says what it lacks; an empty one is no row', () => {
  const read = readMenu({ 'row.0.label.fr': 'Seul', 'row.1.to': '', 'row.2.to': 'home' }, AROUND)
  expect(read.ok ? [] : Object.keys(read.problems)).toEqual(['row.0.to', 'row.2.label.fr'])
})

test('a column of the foot comes with its first entry and goes with its last', () => {
  const menus = { main: [], footer: [[link('a')]], legal: [] }
  expect(withMenu(menus, 'footer-2', [link('b')]).footer).toEqual([[link('a')], [link('b')]])
  expect(withMenu(menus, 'footer-1', []).footer).toEqual([])
  expect(withMenu(menus, 'legal', [link('c')])).toEqual({ ...menus, legal: [link('c')] })
})
