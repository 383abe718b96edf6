import { announce } from './announce.ts'
import { type Kept, sendPicture } from './send-picture.ts'
import { type Shrunk, shrink } from './shrink-picture.ts'
import { count, say } from './words.ts'

const words = {
  label: { fr: 'Envoi de {name}', en: 'Sending {name}' },
  waiting: { fr: '{name} attend son tour', en: '{name} waits for its turn' },
  lost: { fr: 'Le réseau a coupé.', en: 'The network dropped.' },
  again: { fr: 'Réessayer', en: 'Try again' },
  forget: { fr: 'Fermer', en: 'Close' },
  one: { fr: 'Une photo ajoutée.', en: 'One picture added.' },
  many: { fr: '{count} photos ajoutées.', en: '{count} pictures added.' },
}

/** What is done with each picture that the shop has taken. */
type Taken = (image: Kept) => unknown

/** Sends files one after the other and shows each on its way, in a list that stands after a part of the page. */
export function makeUploads(place: Element, taken: Taken) {
  const list = document.createElement('ul')
  list.className = 'uploads'
  let last: Promise<unknown> = Promise.resolve()
  let added = 0
  let waiting = 0

  async function send(url: string, file: File, line: HTMLElement, shrunk: Shrunk) {
    const bar = document.createElement('progress')
    bar.max = 1
    bar.value = 0
    bar.ariaLabel = say(words.label, { name: file.name })
    line.replaceChildren(shrunk.thumb ?? blank(), <span class="name">{file.name}</span>, bar)
    const sent = await sendPicture(url, shrunk.blob, file.name, (part) => (bar.value = part))
    if (sent === 'lost') {
      const again = () => void next(() => send(url, file, line, shrunk))
      tell(line, bar, say(words.lost), <Act label={say(words.again)} act={again} />)
    } else if (sent.ok) {
      line.remove()
      added++
      await taken(sent.image)
    } else {
      const forget = () => line.remove()
      tell(line, bar, sent.problem, <Act label={say(words.forget)} act={forget} />)
    }
  }

  /** Puts a send behind those that were asked before; what was added is said when all are through. */
  function next(work: () => Promise<void>) {
    waiting++
    last = last.then(work).finally(() => {
      waiting--
      if (waiting > 0 || added === 0) return
      announce(count(added, words.one, words.many))
      added = 0
    })
    return last
  }

  return (url: string, files: readonly File[]) => {
    place.after(list)
    for (const file of files) {
      const line = document.createElement('li')
      line.append(blank(), <span class="name soft">{say(words.waiting, { name: file.name })}</span>)
      list.append(line)
      void next(async () => send(url, file, line, await shrink(file)))
    }
  }
}

function tell(line: HTMLElement, bar: Element, text: string, act: Node) {
  bar.replaceWith(<p class="bad">{text}</p>)
  line.append(act)
  announce(text)
}

function Act({ label, act }: { label: string; act: () => void }) {
  return (
    <button type="button" class="link" onClick={act}>
      {label}
    </button>
  )
}

function blank() {
  return <span class="blank"></span>
}
