import { announce, textOf } from './announce.ts'
import { parsePage, takeParts } from './page.ts'
import { addZoomButtons } from './zoom-button.ts'

const CHOICE = '.panel :is(.swatches, .sizes) a'
/** What may differ between two variants of a piece. */
const PARTS = ['.panel', '.shots', '.about', '.facts']

/** Choosing a variant changes the page in place; it is asked for when a pointer or the focus comes near. */
export function watchVariants(): void {
  if (!document.querySelector(CHOICE)) return
  const answers = new Map<string, Promise<string>>()
  let wanted = ''

  function ask({ href }: HTMLAnchorElement): Promise<string> {
    const answer = answers.get(href) ?? askText(href)
    answers.set(href, answer)
    answer.catch(() => answers.delete(href))
    return answer
  }

  async function choose(link: HTMLAnchorElement): Promise<void> {
    const { href } = link
    wanted = href
    try {
      const html = await ask(link)
      if (wanted !== href) return
      takeParts(parsePage(html), PARTS)
    } catch {
      location.assign(href)
      return
    }
    history.replaceState(history.state, '', href)
    addZoomButtons()
    keepFocus(href)
    announce(['.cost .d2', '.stock'].map((part) => textOf(document.querySelector(part))).join('. '))
  }

  for (const type of ['pointerover', 'focusin']) {
    document.addEventListener(type, (event) => {
      const link = choiceOf(event)
      if (link) ask(link).catch(() => {})
    })
  }
  document.addEventListener('click', (event) => {
    const link = choiceOf(event)
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return
    }
    event.preventDefault()
    void choose(link)
  })
}

function choiceOf({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>(CHOICE) : null
}

async function askText(href: string): Promise<string> {
  const answer = await fetch(href)
  if (!answer.ok) throw new Error('No such variant')
  return answer.text()
}

function keepFocus(href: string): void {
  if (document.activeElement !== document.body) return
  const links = [...document.querySelectorAll<HTMLAnchorElement>(CHOICE)]
  links.find((link) => link.href === href)?.focus({ preventScroll: true })
}
