const NAME = 'piece'

/**
 * From a card to its product, and back, one picture travels: it bears a name while the pages change. On the page of a
 * product the style sheet names its first picture.
 */
export function namePieces(): void {
  addEventListener('pageswap', ({ viewTransition, activation }) => {
    if (!viewTransition || !activation) return
    const card = cardFor(activation.entry.url)
    const shot = document.querySelector<HTMLElement>('.shots img')
    if (card) rename(card, NAME, viewTransition)
    // One name on a page: that of the card; and none on the way to a page that has no card.
    if (shot && (card || activation.navigationType !== 'traverse')) {
      rename(shot, 'none', viewTransition)
    }
  })
  addEventListener('pagereveal', ({ viewTransition }) => {
    if (!viewTransition || document.querySelector('.shots')) return
    const card = cardFor(window.navigation?.activation?.from?.url ?? null)
    if (card) rename(card, NAME, viewTransition)
  })
}

function cardFor(url: string | null): HTMLElement | null {
  const path = url && new URL(url).pathname
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.card a')].filter(
    ({ pathname }) => pathname === path,
  )
  // A piece may be on a page twice.
  const link = links.find((one) => one === document.activeElement) ?? links[0]
  return link?.closest('.card')?.querySelector<HTMLElement>('picture') ?? null
}

function rename(element: HTMLElement, name: string, { finished }: ViewTransition): void {
  element.style.viewTransitionName = name
  const restore = () => (element.style.viewTransitionName = '')
  finished.then(restore, restore)
}
