import { readFile } from 'node:fs/promises'
import { FAULT_WORDS } from '#features/journal/desk-words.ts'
import { readSealed } from '#features/journal/chain-rules.ts'
import { readSeal } from '#features/journal/rules.ts'
import { walkChain } from '#features/journal/walk-chain.ts'
import { say } from '#lib/i18n.ts'

const USAGE = 'npm run verify -- journal.jsonl [a fingerprint from the mail of a closing]'
const [path, ...rest] = process.argv.slice(2)
const kept = readSeal(rest.join(''))

if (!path || kept === null) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  process.exitCode = await verifyFile(path, kept)
}

/** Says whether an exported journal is right; 1 when it is not. */
async function verifyFile(file: string, seal: string): Promise<number> {
  const text = await readFile(file, 'utf8')
  const lines = text.replace(/\n$/, '').split('\n')
  async function* pages() {
    yield text === '' ? [] : lines.map(readSealed)
  }
  const verdict = await walkChain(pages(), seal)
  if (verdict.ok) {
    process.stdout.write(`${verdict.lines} lines are right. The last one's seal: ${verdict.head}\n`)
    return 0
  }
  const { fault, lines: right } = verdict
  const values = { seq: fault.seq, number: '', lines: right }
  process.stdout.write(`${say(FAULT_WORDS[fault.because], 'en', values).replace(/ {2,}/, ' ')}\n`)
  return 1
}
