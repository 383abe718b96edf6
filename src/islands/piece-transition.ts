const NAME = 'piece'

/**
 * From a card to its product, and back, one picture travels: it bears a name while the pages change. On the page of a
 * product the style sheet names its first picture.
 */
export function namePieces(): void {
  addEventListener('pageswap', ({ viewTransition, activation }) => {
    if (!viewTransition || !activation?.entry) return
    const card = cardFor(activation.entry.url)
    const shot = document.querySelector<HTMLElement>('.shots img')
    if (card) rename(card, NAME, viewTransition)
    // One name on a page: that of the card, and none on the way to a page that has no card.
    if (shot && (card || activation.navigationType !== 'traverse'))
      rename(shot, 'none', viewTransition)
  })
  addEventListener('pagereveal', ({ viewTransition }) => {
    const from = window.navigation?.activation?.from?.url
    const card = viewTransition && from ? cardFor(from) : null
    if (card && viewTransition) rename(card, NAME, viewTransition)
  })
}

function cardFor(url: string | null): HTMLElement | null {
  const path = url && new URL(url).pathname
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.card a')]
  const card = links.find(({ pathname }) => pathname === path)?.closest('.card')
  return card?.querySelector<HTMLElement>('picture') ?? null
}

function rename(element: HTMLElement, name: string, { finished }: ViewTransition): void {
  element.style.viewTransitionName = name
  void finished.finally(() => (element.style.viewTransitionName = ''))
}
