import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished } from 'vitest'
import { speakWith, type Told } from './browser-protocol.ts'
import { type BrowserProgram, startBrowser } from './chromium.ts'

/** A pointer's place on the page. */
type Place = { x: number; y: number }

/**
 * One tab of a browser that nothing but its own protocol drives: Playwright turns off what keeps a page for the way
 * back, and holds up what is drawn before it is opened.
 */
export async function openTab() {
  const { told, ask: command, tell } = await openTarget()

  /** What an expression comes to on the page that is seen. */
  async function ask<T>(expression: string): Promise<T> {
    const whole = `(async () => JSON.stringify([await ${expression}]))()`
    const { result } = await command('Runtime.evaluate', { expression: whole, awaitPromise: true })
    const [value]: [T] = JSON.parse(result?.value ?? '[null]')
    return value
  }

  /** Waits until all of a page is there. */
  async function ready(path: string): Promise<void> {
    const here = () => ask('(document.readyState + location.pathname + location.search)')
    await expect.poll(here, { timeout: 10_000 }).toBe(`complete${path}`)
  }

  async function open(path: string): Promise<void> {
    await command('Page.navigate', { url: inject('shop').url + path })
    await ready(path)
  }

  /** Rests the pointer on what matches. */
  async function hover(selector: string): Promise<Place> {
    const place = await ask<Place>(middleOf(selector))
    await command('Input.dispatchMouseEvent', { type: 'mouseMoved', ...place })
    return place
  }

  function click({ x, y }: Place): void {
    for (const type of ['mousePressed', 'mouseReleased']) {
      tell('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 })
    }
  }

  const back = () => void tell('Runtime.evaluate', { expression: 'history.back()' })

  return { told, ask, ready, open, hover, click, back }
}

/** A new tab, as what is seen in it: it goes on with the page that takes the place of another. */
async function openTarget() {
  const { child, address, folder } = await startBrowser(spawnBrowser)
  const told: Told[] = []
  /** What is seen, then what is drawn beforehand. */
  const pages: string[] = []
  const { tell, ask, hangUp } = await speakWith(address, (one) => {
    told.push(one)
    const { sessionId = '', targetInfo } = one.params
    if (one.method === 'Target.attachedToTarget') meet(sessionId, targetInfo?.type ?? '')
    if (one.method === 'Target.detachedFromTarget' && pages.includes(sessionId)) {
      pages.splice(pages.indexOf(sessionId), 1)
    }
  })
  onTestFinished(async () => {
    hangUp()
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill()
    await gone
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  function meet(session: string, type: string): void {
    const next = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }
    if (type === 'tab') tell('Target.setAutoAttach', next, session)
    if (type === 'page') {
      pages.push(session)
      for (const part of ['Page', 'Preload']) tell(`${part}.enable`, {}, session)
    }
    tell('Runtime.runIfWaitingForDebugger', {}, session)
  }

  const size = { width: 1280, height: 900 }
  const { targetId } = await ask('Target.createTarget', {
    url: 'about:blank',
    forTab: true,
    ...size,
  })
  await ask('Target.attachToTarget', { targetId, flatten: true })
  await expect.poll(() => pages.length).toBe(1)
  return {
    told,
    ask: (method: string, params: object) => ask(method, params, pages[0]),
    tell: (method: string, params: object) => tell(method, params, pages[0]),
  }
}

const middleOf = (selector: string) => `(() => {
  const element = document.querySelector(${JSON.stringify(selector)})
  element.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x: x + width / 2, y: y + height / 2 }
})()`

type Spawned = { child: ChildProcess; address: string; folder: string }

async function spawnBrowser({ executablePath, args, env }: BrowserProgram): Promise<Spawned> {
  const folder = await mkdtemp(join(tmpdir(), 'echoppe-browser-'))
  const all = [...args, '--headless=new', '--no-first-run', '--remote-debugging-port=0']
  const child = spawn(executablePath, [...all, `--user-data-dir=${folder}`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (part: Buffer) => {
      said += String(part)
      const listening = /DevTools listening on (\S+)/.exec(said)?.[1]
      if (listening) resolve(listening)
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`The browser did not start: ${said}`)))
  })
  return { child, address, folder }
}
