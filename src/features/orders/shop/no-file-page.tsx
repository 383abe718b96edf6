import type { Phrase } from '#lib/i18n.ts'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import { FILE_LINK_HOURS } from '../rules.ts'
import type { Fetched } from '../fetch-file.ts'
import { words } from '../words.ts'

type Reason = Exclude<(Fetched & { ok: false })['because'], 'unknown'>

const TITLES = {
  expired: words.expiredTitle,
  spent: words.spentTitle,
  repaid: words.fileRepaidTitle,
} satisfies Record<Reason, Phrase>

const TEXTS = {
  expired: words.expiredText,
  spent: words.spentText,
  repaid: words.fileRepaidText,
} satisfies Record<Reason, Phrase>

/** Why there is no file behind a link, and what to do. It says nothing of the order: links are passed on. */
export function NoFilePage({ because }: { because: Reason }) {
  const { settings, say } = useSite()
  const title = say(TITLES[because])
  return (
    <ShopFrame title={title} hidden till>
      <div class="wrap empty">
        <h1>{title}</h1>
        <p class="l">
          {say(TEXTS[because], { hours: FILE_LINK_HOURS, email: settings.shop.email })}
        </p>
      </div>
    </ShopFrame>
  )
}
