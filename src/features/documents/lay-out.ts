import { fill } from '#lib/i18n.ts'
import { type Mark, PAPER } from '#lib/pdf.ts'
import { type Face, widthOfText } from '#lib/typeface.ts'
import type { Sheet, SheetLine } from './sheet.ts'
import { words } from './words.ts'

const LEFT = 57
const RIGHT = PAPER.width - LEFT
const MIDDLE = 312
const TOP = 64
/** Nothing but the foot stands below. */
const BOTTOM = 768
const GREY = 0.38
const HAIR = { thick: 0.6, grey: 0.75 }

/** Where the cells of a line end, the amounts last; their heads stand above them. */
const CELLS = {
  taxed: [290, 354, 418, 458, RIGHT],
  untaxed: [370, 452, RIGHT],
} as const

/** Where the cells of the VAT by rate stand: the rate begins there, the others end. */
const RATES = [0, 105, 160, 225]

/** The pages as they fill up: `y` is where the next thing stands. */
type Paper = { faces: readonly Face[]; pages: Mark[][]; y: number }

/** Lays a document out on paper: as many pages as it needs, each with its number. */
export function layOut(faces: readonly Face[], sheet: Sheet): Mark[][] {
  const paper: Paper = { faces, pages: [[]], y: TOP }
  drawHead(paper, sheet)
  drawColumns(paper, sheet)
  for (const line of sheet.lines) drawLine(paper, sheet, line)
  drawTotals(paper, sheet)
  drawNotes(paper, sheet)
  return paper.pages.map((marks, i) => [...marks, ...footOf(paper, sheet, i + 1)])
}

function put(paper: Paper, ...marks: Mark[]): void {
  paper.pages.at(-1)?.push(...marks)
}

function write(paper: Paper, text: string, x: number, y: number, how: Partial<Written> = {}): void {
  put(paper, { text, x, y, size: 10, ...how })
}

type Written = Extract<Mark, { text: string }>

function rule(paper: Paper, from: number, to: number, how = HAIR): void {
  put(paper, { from: [from, paper.y], to: [to, paper.y], ...how })
}

function drawHead(paper: Paper, sheet: Sheet): void {
  const { shop, kind, number, seller, buyer, facts } = sheet
  write(paper, begins(paper, shop, 420, 17), LEFT, TOP, { size: 17 })
  put(paper, { moon: [RIGHT - 8, TOP - 6], radius: 7 })
  write(paper, kind, LEFT, TOP + 58, { grey: GREY, size: 11 })
  write(paper, number, LEFT, TOP + 92, { size: 36 })
  const top = TOP + 132
  const ends = [block(paper, LEFT, top, seller), block(paper, MIDDLE, top, buyer)]
  paper.y = Math.max(...ends) + 12
  for (const [label, value] of facts) {
    rule(paper, LEFT, RIGHT)
    write(paper, label, LEFT, paper.y + 15, { grey: GREY })
    write(paper, value, RIGHT, paper.y + 15, { align: 'right' })
    paper.y += 22
  }
  rule(paper, LEFT, RIGHT)
  paper.y += 34
}

/** A name with its lines, half a page wide; answers where it ends. */
function block(paper: Paper, x: number, top: number, { label, name, lines }: Sheet['seller']) {
  write(paper, label, x, top, { grey: GREY, size: 9 })
  let y = top + 18
  for (const part of wrap(paper, name, 225, 13)) {
    write(paper, part, x, y, { size: 13 })
    y += 16
  }
  for (const line of lines.flatMap((text) => wrap(paper, text, 225, 10))) {
    write(paper, line, x, y)
    y += 13.5
  }
  return y
}

function cellsOf({ columns }: Sheet): readonly number[] {
  return columns.length > 4 ? CELLS.taxed : CELLS.untaxed
}

function drawColumns(paper: Paper, sheet: Sheet): void {
  const [piece = '', ...heads] = sheet.columns
  write(paper, piece, LEFT, paper.y, { size: 8.5, grey: GREY })
  for (const [i, x] of cellsOf(sheet).entries()) {
    write(paper, heads[i] ?? '', x, paper.y, { size: 8.5, grey: GREY, align: 'right' })
  }
  paper.y += 7
  rule(paper, LEFT, RIGHT, { thick: 1, grey: 0 })
}

function drawLine(paper: Paper, sheet: Sheet, { title, details, cells }: SheetLine): void {
  const ends = cellsOf(sheet)
  const room = (ends[0] ?? RIGHT) - LEFT - 40
  const titles = wrap(paper, title, room, 11)
  const below = details.flatMap((text) => wrap(paper, text, room, 9))
  const height = 12 + titles.length * 14 + below.length * 12
  if (paper.y + height > BOTTOM) turn(paper, sheet)
  let y = paper.y + 18
  for (const [i, x] of ends.entries()) {
    write(paper, cells[i] ?? '', x, y, { size: 10.5, align: 'right' })
  }
  for (const part of titles) {
    write(paper, part, LEFT, y, { size: 11 })
    y += 14
  }
  for (const part of below) {
    write(paper, part, LEFT, y - 1, { size: 9, grey: GREY })
    y += 12
  }
  paper.y += height
  rule(paper, LEFT, RIGHT)
}

/** A new page, which says of which document it is. */
function turn(paper: Paper, sheet: Sheet, { columns = true } = {}): void {
  paper.pages.push([])
  paper.y = TOP
  write(paper, begins(paper, sheet.shop, 300, 11), LEFT, TOP, { size: 11 })
  write(paper, `${sheet.kind} ${sheet.number}`, RIGHT, TOP, { size: 11, align: 'right' })
  paper.y = TOP + 40
  if (columns) drawColumns(paper, sheet)
}

function drawTotals(paper: Paper, sheet: Sheet): void {
  const { totals, total, rates } = sheet
  const height = 28 + Math.max(totals.length * 20 + 30, rates.length * 16)
  if (paper.y + height > BOTTOM) turn(paper, sheet, { columns: false })
  const top = paper.y + 28
  paper.y = top
  for (const [label, value] of totals) {
    write(paper, label, MIDDLE + 20, paper.y, { grey: GREY })
    write(paper, value, RIGHT, paper.y, { align: 'right' })
    paper.y += 20
  }
  paper.y -= 8
  rule(paper, MIDDLE + 20, RIGHT, { thick: 1, grey: 0 })
  paper.y += 26
  write(paper, total[0], MIDDLE + 20, paper.y, { size: 11 })
  write(paper, total[1], RIGHT, paper.y, { size: 19, align: 'right' })
  for (const [row, cells] of rates.entries()) {
    const grey = row === 0 ? GREY : 0
    const y = top + 16 * row
    for (const [i, text] of cells.entries()) {
      const align = i === 0 ? 'left' : 'right'
      put(paper, { text, x: LEFT + (RATES[i] ?? 0), y, size: 9, grey, align })
    }
  }
  paper.y = Math.max(paper.y, top + 16 * rates.length) + 34
}

function drawNotes(paper: Paper, sheet: Sheet): void {
  const lines = sheet.notes.flatMap((note) => wrap(paper, note, RIGHT - LEFT, 10))
  if (paper.y + lines.length * 15 > BOTTOM) turn(paper, sheet, { columns: false })
  for (const line of lines) {
    write(paper, line, LEFT, paper.y)
    paper.y += 15
  }
}

function footOf(paper: Paper, { kind, number, seller, lang }: Sheet, page: number): Mark[] {
  const pages = paper.pages.length
  const name = begins(paper, seller.name, 300, 8.5)
  const how = { y: PAPER.height - 42, size: 8.5, grey: GREY }
  return [
    { text: `${name} · ${kind} ${number}`, x: LEFT, ...how },
    { text: fill(words.page[lang], { page, pages }), x: RIGHT, align: 'right', ...how },
  ]
}

/** As much of a text as stands on one line. */
function begins(paper: Paper, text: string, width: number, size: number): string {
  return wrap(paper, text, width, size)[0] ?? ''
}

/** A text in lines no wider than so much. A word that is wider is broken. */
function wrap({ faces }: Paper, text: string, width: number, size: number): string[] {
  const fits = (line: string) => widthOfText(faces, line, size) <= width
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \t\n]+/)) {
    if (fits(line ? `${line} ${word}` : word)) {
      line = line ? `${line} ${word}` : word
      continue
    }
    if (line) lines.push(line)
    line = ''
    for (const letter of word) {
      if (fits(line + letter)) line += letter
      else {
        lines.push(line)
        line = letter
      }
    }
  }
  return [...lines, line]
}
