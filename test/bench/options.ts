import { parseArgs } from 'node:util'

export type Options = {
  /** How many pieces the catalogue has, in growing order: about so many, as whole catalogues are copied. */
  sizes: number[]
  rounds: number
  /** How long each act is asked for in a round, with one and then with sixteen connections. */
  milliseconds: number
  /** Where the figures are written, as JSON. */
  out: string
}

export const USAGE = `npm run bench -- [--quick] [--sizes 100,10000] [--rounds 7] [--ms 1000] [--out FILE]`

const FULL: Options = {
  sizes: [100, 10_000, 100_000],
  rounds: 7,
  milliseconds: 1000,
  out: '.wrangler/bench.json',
}
const QUICK: Options = { ...FULL, sizes: [100], rounds: 3, milliseconds: 300 }

/** Reads what was typed behind `npm run bench --`; null when it is not understood. */
export function readOptions(args: string[]): Options | null {
  const typed = typedOptions(args)
  if (!typed) return null
  const usual = typed.quick ? QUICK : FULL
  const sizes = typed.sizes?.split(',').map(wholeNumber) ?? usual.sizes
  const rounds = typed.rounds === undefined ? usual.rounds : wholeNumber(typed.rounds)
  const milliseconds = typed.ms === undefined ? usual.milliseconds : wholeNumber(typed.ms)
  const numbers = [...sizes, rounds, milliseconds]
  if (numbers.some(Number.isNaN)) return null
  return {
    sizes: sizes.toSorted((a, b) => a - b),
    rounds,
    milliseconds,
    out: typed.out ?? usual.out,
  }
}

function typedOptions(args: string[]) {
  const text = { type: 'string' } as const
  const options = {
    quick: { type: 'boolean' },
    sizes: text,
    rounds: text,
    ms: text,
    out: text,
  } as const
  try {
    return parseArgs({ args, options }).values
  } catch {
    return null
  }
}

const wholeNumber = (text: string) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : Number.NaN)
