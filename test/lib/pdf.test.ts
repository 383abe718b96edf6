import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extractText } from 'unpdf'
import { expect, test } from 'vitest'
import { writePdf } from '#lib/pdf.ts'
import { covers, readFace, setText, widthOfText } from '#lib/typeface.ts'
import { ROOT } from '../dev/wrangler.ts'

const SCRIPTS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext']
const faces = await Promise.all(
  SCRIPTS.map(async (script) => {
    const path = join(ROOT, 'static/fonts', `ysabeau-office-${script}-400.ttf`)
    return readFace(Uint8Array.from(await readFile(path)))
  }),
)

const SHOWN = {
  title: 'Essai',
  author: 'Échoppe',
  lang: 'fr',
  at: Date.UTC(2026, 10, 22),
  id: 'doc_1',
}

const page = (texts: readonly string[]) =>
  texts.map((text, i) => ({ text, x: 50, y: 60 + 20 * i, size: 12 }))

test('every letter of the Latin, Greek and Cyrillic of today can be written, and read again', async () => {
  const texts = [
    'Où naît l’œuvre : àâæçéèêëîïôœùûüÿ ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ €«»…–−',
    'ąćęłńóśźż čďěňřšťůž őű ășțâî ğışİ āčēģīķļņšūž ðþæø ß ŵŷ',
    'Đặng Nguyễn Phước Tường',
    'Γιώργος Παπαδόπουλος ΆΈΉΊΌΎΏ',
    'Щербаков Ёлка Ґанок Ђорђевић Ќирил',
    '0123456789 12 345,67 € & <b> (x) \\ %',
  ]
  expect(texts.filter((text) => !covers(faces, text))).toEqual([])
  const bytes = await writePdf(faces, { ...SHOWN, pages: [page(texts)] })
  const { text } = await extractText(bytes.slice(), { mergePages: true })
  const read = text.replace(/\s+/g, ' ')
  for (const line of texts) expect(read).toContain(line.replace(/\s+/g, ' '))
})

test('a letter that no face has loses its accents or becomes a question mark', () => {
  const latin = faces.slice(0, 1)
  const set = (text: string) =>
    setText(latin, text)
      .map((glyph) => glyph.text)
      .join('')
  expect(set('Łukasz Dvořák')).toBe('?ukasz Dvorák')
  expect(set('李 🎉')).toBe('? ?')
  expect(set('a\u0000b\u202Ec\u00A0d\u202Fe')).toBe('abc d e')
  expect(set('e\u0301')).toBe('é')
})

test('figures are as wide as each other, so that amounts stand in line', () => {
  const widths = Array.from('0123456789', (figure) => widthOfText(faces, figure, 10))
  expect(new Set(widths).size).toBe(1)
  expect(widthOfText(faces, '', 10)).toBe(0)
})

test('the same document is the same bytes, and another one is not', async () => {
  const pages = [page(['Un', 'Deux']), page(['Trois'])]
  const [one, again, other] = await Promise.all([
    writePdf(faces, { ...SHOWN, pages }),
    writePdf(faces, { ...SHOWN, pages }),
    writePdf(faces, { ...SHOWN, pages, id: 'doc_2' }),
  ])
  expect(one).toEqual(again)
  expect(one).not.toEqual(other)
  // Only the face that was used is carried along.
  expect(one.length).toBeLessThan(25_000)
  const { text } = await extractText(one.slice(), { mergePages: false })
  expect(text.map((words) => words.trim())).toEqual([expect.stringMatching(/Un\s+Deux/), 'Trois'])
})
