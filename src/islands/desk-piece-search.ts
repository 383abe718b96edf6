import { announce } from './announce.ts'
import { parsePage } from './page.ts'

const PAUSE_MS = 200

/** Finds pieces by name and puts their addresses, one a line, into the field that names them. */
for (const block of document.querySelectorAll<HTMLElement>('[data-piece-search]')) {
  const field = document.getElementById(block.dataset['pieceSearch'] ?? '')
  const search = block.querySelector('input')
  const list = block.querySelector('ul')
  if (!(field instanceof HTMLTextAreaElement) || !search || !list) continue
  block.hidden = false
  let timer = 0
  search.addEventListener('input', (event) => {
    event.stopPropagation()
    clearTimeout(timer)
    timer = setTimeout(() => void find(search.value.trim(), list), PAUSE_MS)
  })
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault()
  })
  list.addEventListener('click', ({ target }) => {
    const slug = target instanceof HTMLElement ? target.dataset['slug'] : undefined
    if (!slug || !(target instanceof HTMLElement)) return
    const lines = field.value.split('\n').filter(Boolean)
    if (!lines.includes(slug)) field.value = [...lines, slug].join('\n')
    field.dispatchEvent(new Event('input', { bubbles: true }))
    announce((block.dataset['added'] ?? '').replace('{title}', target.textContent))
    search.value = ''
    list.replaceChildren()
    search.focus()
  })
}

async function find(q: string, list: HTMLElement): Promise<void> {
  if (q.length < 2) {
    list.replaceChildren()
    return
  }
  const answer = await fetch(`/admin/products/pieces?q=${encodeURIComponent(q)}`)
  const found = parsePage(await answer.text()).querySelectorAll('li')
  list.replaceChildren(...found)
}
