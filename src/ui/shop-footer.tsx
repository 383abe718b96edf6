import { OtherLanguages } from './shop-header.tsx'
import { useSite } from './site.tsx'
import { words } from './words.ts'

/** The clay at the foot of every page: who sells, where to ask, what the law wants. */
export function ShopFooter() {
  const { settings, link, say, t } = useSite()
  const { shop, menus } = settings
  const { address } = shop
  const place = [`${address.postalCode} ${address.city}`.trim(), address.region].filter(Boolean)
  return (
    <footer class="foot pour">
      <div class="wrap">
        <div class="name">
          <p class="d2">{shop.name}</p>
          <p>{t(shop.tagline)}</p>
        </div>
        {menus.footer.map((column) => (
          <ul>
            {column.map((item) => (
              <li>
                <a href={link.target(item.link)}>{t(item.label)}</a>
              </li>
            ))}
          </ul>
        ))}
        <address>
          {[address.line1, place.join(', '), t(shop.hours)].filter(Boolean).map((line) => (
            <p>{line}</p>
          ))}
          {shop.phone && (
            <p>
              <a href={`tel:${shop.phone.replace(/[^+\d]/g, '')}`}>
                {shop.phone.replaceAll(' ', '\u00a0')}
              </a>
            </p>
          )}
          <p>
            <a href={`mailto:${shop.email}`}>{shop.email}</a>
          </p>
        </address>
        <nav class="legal" aria-label={say(words.legal)}>
          <LegalLinks />
          <OtherLanguages />
        </nav>
      </div>
    </footer>
  )
}

/** Under the checkout: only what the law wants. */
export function BareFooter() {
  const { say } = useSite()
  return (
    <footer class="wrap">
      <nav class="legal" aria-label={say(words.legal)}>
        <LegalLinks />
      </nav>
    </footer>
  )
}

function LegalLinks() {
  const { settings, link, t } = useSite()
  return (
    <>
      {settings.menus.legal.map((item) => (
        <a href={link.target(item.link)}>{t(item.label)}</a>
      ))}
    </>
  )
}
