import { parsePage } from './page.ts'

const PAUSE_MS = 200
const LIST = 'known-pieces'

let pause = 0

/** Fields that name pieces suggest all that the shop has, not only the latest, while something is typed. */
document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.getAttribute('list') !== LIST) return
  clearTimeout(pause)
  const q = target.value.trim()
  if (q.length > 1) pause = window.setTimeout(() => void suggest(q).catch(() => {}), PAUSE_MS)
})

async function suggest(q: string): Promise<void> {
  const answer = await fetch(`/admin/products/pieces?q=${encodeURIComponent(q)}`)
  const list = document.getElementById(LIST)
  if (!list) return
  const known = new Set([...list.querySelectorAll('option')].map(({ value }) => value))
  for (const piece of parsePage(await answer.text()).querySelectorAll<HTMLElement>('[data-slug]')) {
    const name = `${piece.textContent.trim()} (${piece.dataset['slug']})`
    if (known.has(name)) continue
    const option = document.createElement('option')
    option.value = name
    list.append(option)
  }
}
