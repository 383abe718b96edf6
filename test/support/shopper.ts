import { type HTMLElement, parse } from 'node-html-parser'

const MAX_REDIRECTS = 5

/** A page as a visitor gets it. */
export type Page = {
  status: number
  /** Path and query of the page, after redirects; a whole address when it is another site's. */
  at: string
  headers: Headers
  text: string
  /** The parsed document. */
  html: HTMLElement
  /** Words of the first element that matches, spaces put together; empty when nothing does. */
  words: (selector: string) => string
  /** Words of every element that matches. */
  all: (selector: string) => string[]
}

export type Fields = Record<string, string | number>

type Ask = (request: Request) => Promise<Response>

export type Shopper = ReturnType<typeof makeShopper>

/** A browser in miniature: keeps cookies, follows redirects, fills the forms it finds. Scripts do not run. */
export function makeShopper(origin: string, fetchPage: Ask) {
  const cookies = new Map<string, string>()

  /** One request, whose redirect is not followed. */
  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (cookie) headers.set('cookie', cookie)
    const url = new URL(path, origin)
    const response = await fetchPage(new Request(url, { redirect: 'manual', ...init, headers }))
    keepCookies(cookies, response)
    return response
  }

  async function open(path: string, init: RequestInit = {}): Promise<Page> {
    let at = path
    let response = await ask(at, init)
    for (let i = 0; i < MAX_REDIRECTS; i++) {
      const next = response.headers.get('location')
      if (!next) break
      const url = new URL(next, new URL(at, origin))
      at = url.origin === origin ? url.pathname + url.search : url.href
      if (url.origin !== origin) break
      // oxlint-disable-next-line no-await-in-loop -- each redirect says where the next one is
      response = await ask(at)
    }
    return read(at, response)
  }

  const get = (path: string, headers: Record<string, string> = {}) => open(path, { headers })

  /** Posts a form as a page of this shop would. */
  const post = (path: string, fields: Fields = {}, headers: Record<string, string> = {}) =>
    open(path, {
      method: 'POST',
      headers: {
        origin,
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body: encodeForm(fields),
    })

  /** Sends the form that matches, with the values it shows and those given. */
  function submit(page: Page, selector: string, fields: Fields = {}): Promise<Page> {
    const form = page.html.querySelector(selector)
    if (!form) throw new Error(`${page.at} has no ${selector}`)
    const action = form.getAttribute('action') || page.at
    const filled = { ...shownFields(form), ...fields }
    const method = (form.getAttribute('method') ?? 'get').toLowerCase()
    return method === 'post'
      ? post(action, filled)
      : get(`${action.split('?')[0]}?${encodeForm(filled)}`)
  }

  return { ask, get, post, submit, cookies }
}

function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';')
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    const gone = attributes.some((attribute) => /^\s*max-age=(0|-\d+)\s*$/i.test(attribute))
    if (gone) cookies.delete(name.trim())
    else cookies.set(name.trim(), value.trim())
  }
}

async function read(at: string, response: Response): Promise<Page> {
  const text = await response.text()
  const html = parse(text)
  return {
    status: response.status,
    at,
    headers: response.headers,
    text,
    html,
    words(selector) {
      const element = html.querySelector(selector)
      return element ? clean(element) : ''
    },
    all: (selector) => html.querySelectorAll(selector).map(clean),
  }
}

const clean = (element: HTMLElement) => element.textContent.replace(/\s+/g, ' ').trim()

/** What a browser would send of a form that nobody touched. The button that is pressed is the caller's to name. */
function shownFields(form: HTMLElement): Fields {
  const fields: Fields = {}
  for (const field of form.querySelectorAll('input, select, textarea')) {
    const name = field.getAttribute('name')
    const value = name && !field.hasAttribute('disabled') ? shownValue(field) : null
    if (name && value !== null) fields[name] = value
  }
  return fields
}

function shownValue(field: HTMLElement): string | null {
  if (field.tagName === 'TEXTAREA') return field.textContent
  if (field.tagName === 'SELECT') {
    const options = field.querySelectorAll('option')
    const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0]
    return chosen ? (chosen.getAttribute('value') ?? chosen.textContent) : null
  }
  const type = field.getAttribute('type') ?? 'text'
  if (['submit', 'button', 'reset', 'file'].includes(type)) return null
  const ticks = type === 'radio' || type === 'checkbox'
  if (ticks && !field.hasAttribute('checked')) return null
  return field.getAttribute('value') ?? (ticks ? 'on' : '')
}

function encodeForm(fields: Fields): string {
  return new URLSearchParams(
    Object.entries(fields).map(([name, value]) => [name, String(value)]),
  ).toString()
}
