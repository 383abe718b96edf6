/** What the visitor opened stays open. */
const KEPT = new Set(['open'])

/** Makes a part of the page look like another. What can stay stays: focus, pictures, what was typed. */
export function morph(old: Node, fresh: Node): void {
  if (old instanceof Element && fresh instanceof Element) {
    morphAttributes(old, fresh)
    morphChildren(old, fresh)
    morphChoice(old, fresh)
  } else {
    old.nodeValue = fresh.nodeValue
  }
}

function morphAttributes(old: Element, fresh: Element): void {
  for (const name of old.getAttributeNames()) {
    if (!fresh.hasAttribute(name) && !KEPT.has(name)) old.removeAttribute(name)
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  }
}

function morphChildren(old: Element, fresh: Element): void {
  const wanted = [...fresh.childNodes]
  let here = old.firstChild
  for (const [at, next] of wanted.entries()) {
    const same = equalFrom(here, next)
    if (here && same === here) {
      here = here.nextSibling
    } else if (same) {
      old.insertBefore(same, here)
    } else if (here && canBecome(here, next) && !isWantedLater(here, wanted, at)) {
      morph(here, next)
      here = here.nextSibling
    } else {
      old.insertBefore(next, here)
    }
  }
  while (here) {
    const next: ChildNode | null = here.nextSibling
    here.remove()
    here = next
  }
}

/** Attributes only say what was chosen at first. */
function morphChoice(old: Element, fresh: Element): void {
  if (old instanceof HTMLOptionElement && fresh.hasAttribute('selected')) old.selected = true
  if (old instanceof HTMLInputElement) old.checked = fresh.hasAttribute('checked')
}

function equalFrom(here: ChildNode | null, wanted: Node): ChildNode | null {
  let node = here
  while (node && !node.isEqualNode(wanted)) node = node.nextSibling
  return node
}

function canBecome(old: Node, fresh: Node): boolean {
  return old.nodeName === fresh.nodeName && idOf(old) === idOf(fresh)
}

const idOf = (node: Node) => (node instanceof Element ? node.id : '')

function isWantedLater(node: Node, wanted: Node[], at: number): boolean {
  return wanted.slice(at + 1).some((later) => later.isEqualNode(node))
}
