import type { Child } from 'hono/jsx'
import { DocumentHead, type DocumentHeadProps } from './document-head.tsx'
import { BareFooter, ShopFooter } from './shop-footer.tsx'
import { BareHeader, ShopHeader } from './shop-header.tsx'
import { HolidayBar } from './holiday-bar.tsx'
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
  const { settings, lang, say } = useSite()
  const themed = Object.keys(settings.theme).length > 0
  return (
    <html lang={lang} class={themed ? 'themed' : undefined}>
      <DocumentHead {...head} />
      <body>
        <a class="ears" href="#main">
          {say(words.skip)}
        </a>
        <HolidayBar />
        {bare ? <BareHeader /> : <ShopHeader section={section} />}
        <main id="main">{children}</main>
        {bare ? <BareFooter /> : <ShopFooter />}
      </body>
    </html>
  )
}
