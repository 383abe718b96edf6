import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csv } from '#lib/csv.ts'

/** RFC 4180, read letter by letter. */
function parse(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i)
    if (quoted && letter === '"' && text[i + 1] === '"') {
      cell += '"'
      i++
    } else if (letter === '"') quoted = !quoted
    else if (quoted) cell += letter
    else if (letter === ',') {
      row.push(cell)
      cell = ''
    } else if (letter === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      i++
    } else cell += letter
  }
  return rows
}

const letters = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\0', '\n', '"', ',', "'", 'a', 'é')
const text = fc.oneof(fc.string(), fc.string({ unit: letters }))

test('what is exported is read back, with at most an apostrophe before what could be a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 1 }), { minLength: 1 }), (rows) => {
      const file = csv(rows)
      expect(file.startsWith('\uFEFF')).toBe(true)
      const back = parse(file.slice(1))
      expect(back).toEqual(
        rows.map((row) => row.map((cell) => (/^[=+\-@\t\r\0]/.test(cell) ? `'${cell}` : cell))),
      )
      expect(back.flat().some((cell) => /^[=+\-@\t\r\0]/.test(cell))).toBe(false)
    }),
  )
})
