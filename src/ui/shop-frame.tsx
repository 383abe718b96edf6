import type { Child } from 'hono/jsx'
import { DocumentHead, type DocumentHeadProps } from './document-head.tsx'
import { BareFooter, ShopFooter } from './shop-footer.tsx'
import { BareHeader, ShopHeader } from './shop-header.tsx'
import { useSite } from './site.tsx'
import { words } from './words.ts'

type Props = DocumentHeadProps & {
  /** Checkout: no menu, one way back. */
  bare?: boolean
  /** The address of the menu's entry that this page belongs to. */
  section?: string | undefined
  children?: Child
}

/** The document around every page of the shop. */
export function ShopFrame({ bare, section, children, ...head }: Props) {
  const { settings, lang, say, t } = useSite()
  const themed = Object.keys(settings.theme).length > 0
  const announcement = bare ? '' : t(settings.shop.announcement)
  return (
    <html lang={lang} class={themed ? 'themed' : undefined}>
      <DocumentHead {...head} />
      <body>
        <a class="skip" href="#main">
          {say(words.skip)}
        </a>
        {announcement && <p class="bar">{announcement}</p>}
        {bare ? <BareHeader /> : <ShopHeader section={section} />}
        <main id="main">{children}</main>
        {bare ? <BareFooter /> : <ShopFooter />}
      </body>
    </html>
  )
}
