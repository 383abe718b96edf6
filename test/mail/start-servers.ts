import { createServer as createWeb } from 'node:http'
import { createServer, type Server } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Ports of mail servers with manners of their own, and the address where what came can be read as it is. */
    mail: { good: number; silent: number; abrupt: number; inbox: string }
  }
}

/** Mail servers for the tests inside workerd, which cannot listen themselves. */
export async function setup(project: TestProject) {
  const came: string[] = []
  const good = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, answer) {
      answer(address.startsWith('unknown') ? new Error(`${address} is unknown`) : null)
    },
    onData(stream, _session, answer) {
      let mail = ''
      stream.setEncoding('latin1').on('data', (part: string) => (mail += part))
      stream.on('end', () => {
        came.push(mail)
        answer()
      })
    },
  })
  good.on('error', () => {})
  const silent = createServer((socket) => socket.on('error', () => {}))
  const abrupt = createServer((socket) => {
    socket.on('error', () => {}).once('data', () => socket.end())
    socket.write('220 hello\r\n')
  })
  const inbox = createWeb((_, response) => response.end(JSON.stringify(came)))
  const [goodPort, silentPort, abruptPort, inboxPort] = await Promise.all(
    [good.server, silent, abrupt, inbox].map(listen),
  )
  project.provide('mail', {
    good: goodPort ?? 0,
    silent: silentPort ?? 0,
    abrupt: abruptPort ?? 0,
    inbox: `http://127.0.0.1:${inboxPort}`,
  })
  return () => {
    good.close()
    for (const server of [silent, abrupt, inbox]) server.close()
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : 0)
    })
  })
}
