import { say } from './words.ts'

const words = {
  pictures: { fr: 'Photos', en: 'Pictures' },
  close: { fr: 'Fermer', en: 'Close' },
  previous: { fr: 'Précédente', en: 'Previous' },
  next: { fr: 'Suivante', en: 'Next' },
}
const SETTLED_MS = 100
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }

/** Shows the pictures of a piece one by one, as large as the window: a row that a finger slides. */
export function openGallery(first: number): void {
  const pictures = largePictures()
  const dialog = document.createElement('dialog')
  const row = document.createElement('ul')
  const place = document.createElement('output')
  let at = first

  function show(next: number, behavior: ScrollBehavior = 'auto') {
    at = next
    row.scrollTo({ left: at * row.clientWidth, behavior })
    tell(at)
  }

  function tell(here: number) {
    at = here
    const alt = pictures[at]?.querySelector('img')?.alt
    place.replaceChildren(`${at + 1} / ${pictures.length}`, <span class="ears"> {alt}</span>)
  }

  const turn = (steps: number) => show((at + steps + pictures.length) % pictures.length)

  dialog.className = 'gallery'
  dialog.ariaLabel = say(words.pictures)
  // The row can be slid by keys too.
  row.tabIndex = 0
  row.ariaLabel = say(words.pictures)
  row.append(...pictures.map((picture) => <li>{picture}</li>))
  place.className = 'num'
  dialog.append(
    <form method="dialog">
      <button class="link s">{say(words.close)}</button>
    </form>,
    row,
    <div class="sides s" hidden={pictures.length < 2}>
      <TurnButton label={say(words.previous)} onTurn={() => turn(-1)} />
      {place}
      <TurnButton label={say(words.next)} onTurn={() => turn(1)} />
    </div>,
  )
  dialog.addEventListener('keydown', (event) => {
    const steps = STEPS[event.key]
    if (!steps) return
    event.preventDefault()
    turn(steps)
  })
  whenSettled(row, (here) => here !== at && tell(here))
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  show(first, 'instant')
}

function TurnButton({ label, onTurn }: { label: string; onTurn: () => void }) {
  return (
    <button class="link" onClick={onTurn}>
      {label}
    </button>
  )
}

/** Tells which picture a finger has left in view. */
function whenSettled(row: HTMLElement, settled: (at: number) => void): void {
  let pause = 0
  row.addEventListener('scroll', () => {
    clearTimeout(pause)
    pause = setTimeout(() => settled(Math.round(row.scrollLeft / row.clientWidth)), SETTLED_MS)
  })
}

function largePictures(): HTMLElement[] {
  return [...document.querySelectorAll('.shots picture')].map((picture) => {
    const large = document.createElement('picture')
    large.append(...picture.cloneNode(true).childNodes)
    for (const source of large.querySelectorAll('source')) source.sizes = '100vw'
    return large
  })
}
