import { ShopFrame } from './shop-frame.tsx'
import { useSite } from './site.tsx'
import { words } from './words.ts'

export function NotFoundPage() {
  const { say, link } = useSite()
  return (
    <ShopFrame title={say(words.lostTitle)} hidden>
      <h1>{say(words.lostTitle)}</h1>
      <p>{say(words.lostText)}</p>
      <a href={link.everything()}>{say(words.everything)}</a>
    </ShopFrame>
  )
}
