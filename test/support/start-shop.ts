import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from '../dev/ports.ts'
import { firstLink } from '../dev/first-link.ts'
import { startShop } from '../dev/shop.ts'
import { readDemoFile } from '../dev/demo.ts'
import { launchBrowser } from './chromium.ts'
import { picture } from './pictures.ts'

/** The whole shop for all journeys: the same start as `npm start`, elsewhere. */
export async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'echoppe-'))
  const statePath = join(folder, 'state')
  const [port, stripePort, mailPort, mailWebPort] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ])
  // Without a browser there is no need to start; and it unpacks once, not in every worker.
  await (await launchBrowser()).close()
  const shop = await startShop({
    port,
    stripePort,
    mailPort,
    mailWebPort,
    statePath,
    quiet: true,
    readFile: smallPictures,
  })
  project.provide('shop', {
    url: shop.url,
    stripeUrl: shop.stripeUrl ?? '',
    mailUrl: shop.mailUrl,
    setUpUrl: shop.setUpUrl ?? '',
    statePath,
    makerUrl: (await firstLink(statePath, shop.url, true)) ?? '',
  })
  return async () => {
    await shop.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Photographs take seconds to be made in every size; the stories are not about them. */
function smallPictures(name: string): Promise<Uint8Array> {
  return name.startsWith('images/') ? picture(name, 160, 200) : readDemoFile(name)
}
