import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { localPorts } from './places.ts'
import { answers } from './ports.ts'

const { port, statePath } = localPorts()

if (await answers(port)) {
  process.stderr.write(`The shop is running on port ${port}. Stop it first (Ctrl-C).\n`)
  process.exit(1)
}

const folder = dirname(statePath)
await Promise.all(
  [statePath, join(folder, 'mails.json'), join(folder, 'stripe.json')].map((path) =>
    rm(path, { recursive: true, force: true }),
  ),
)
process.stdout.write('The local shop is empty. The next npm start loads the demo again.\n')
