import type { Child } from 'hono/jsx'
import { shortHash } from '#lib/hash.ts'
import { inLanguage } from '#links.ts'
import { asset } from './assets.ts'
import { useSite } from './site.tsx'
import { words } from './words.ts'

type Props = {
  title: string
  description?: string
  /** A page that search engines should leave alone. */
  hidden?: boolean
  /** Checkout: no menu, one way back. */
  bare?: boolean
  children?: Child
}

/** The document around every page of the shop. */
export function ShopFrame({ title, description, hidden, children }: Props) {
  const { settings, lang, path, origin, link, say, t } = useSite()
  const { shop, theme, menus } = settings
  const full = title === shop.name ? title : `${title} · ${shop.name}`
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{full}</title>
        {description && <meta name="description" content={description} />}
        {hidden && <meta name="robots" content="noindex" />}
        <link rel="stylesheet" href={stylesheet(theme)} />
        <script type="module" src={asset('shop.tsx')}></script>
        <link rel="canonical" href={origin + path} />
        {shop.languages.map((other) => (
          <link
            rel="alternate"
            hreflang={other}
            href={origin + inLanguage(path, other, shop.languages)}
          />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {say(words.skip)}
        </a>
        <header>
          <a href={link.home()}>{shop.name}</a>
          <nav aria-label={say(words.mainMenu)}>
            {menus.main.map((item) => (
              <a href={link.target(item.link)}>{t(item.label)}</a>
            ))}
          </nav>
          <a href={link.search()}>{say(words.search)}</a>
          <a href={link.cart()}>{say(words.cart)}</a>
        </header>
        <main id="main">{children}</main>
      </body>
    </html>
  )
}

/** The one style sheet: a shop's own look is part of its address, so that a new look is a new file. */
function stylesheet(theme: Record<string, string>): string {
  const base = asset('shop.css')
  if (Object.keys(theme).length === 0) return base
  return `/theme/${shortHash(base + JSON.stringify(theme))}.css`
}
