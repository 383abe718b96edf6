import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import { FILE_LINK_HOURS } from '../rules.ts'
import { words } from '../words.ts'

/** Why there is no file behind a link, and what to do. It says nothing of the order: links are passed on. */
export function NoFilePage({ because }: { because: 'expired' | 'spent' }) {
  const { settings, say } = useSite()
  const title = say(because === 'expired' ? words.expiredTitle : words.spentTitle)
  const text = because === 'expired' ? words.expiredText : words.spentText
  return (
    <ShopFrame title={title} hidden till>
      <div class="wrap empty">
        <h1>{title}</h1>
        <p class="l">{say(text, { hours: FILE_LINK_HOURS, email: settings.shop.email })}</p>
      </div>
    </ShopFrame>
  )
}
