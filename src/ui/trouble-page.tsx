import { ShopFrame } from './shop-frame.tsx'
import { useSite } from './site.tsx'
import { words } from './words.ts'

/** A bug: said plainly, with the id under which it is in the log. */
export function TroublePage({ id }: { id: string }) {
  const { say } = useSite()
  return (
    <ShopFrame title={say(words.troubleTitle)} hidden>
      <h1>{say(words.troubleTitle)}</h1>
      <p>{say(words.troubleText)}</p>
      <p>{say(words.troubleId, { id })}</p>
    </ShopFrame>
  )
}

/** A request that the shop does not take, and why. */
export function RefusedPage({ status }: { status: 403 | 413 }) {
  const { say, link } = useSite()
  const title = status === 403 ? words.foreignTitle : words.heavyTitle
  const text = status === 403 ? words.foreignText : words.heavyText
  return (
    <ShopFrame title={say(title)} hidden>
      <h1>{say(title)}</h1>
      <p>{say(text)}</p>
      <a href={link.cart()}>{say(words.backToCart)}</a>
    </ShopFrame>
  )
}
