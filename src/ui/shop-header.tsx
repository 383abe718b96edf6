// oxlint-disable-next-line no-restricted-imports -- a picture is named at a width it is made in
import { LOGO } from '#features/images/rules.ts'
import { inLanguage } from '#links.ts'
import { useSite } from './site.tsx'
import { LANGUAGE_NAMES, words } from './words.ts'

/** What is announced, the shop's name, its menu, search, languages and cart. */
export function ShopHeader({ section }: { section?: string | undefined }) {
  const { settings, link, say, t } = useSite()
  const announcement = t(settings.shop.announcement)
  return (
    <header>
      {announcement && <p class="bar">{announcement}</p>}
      <div class="head wrap">
        <SmallMenu />
        <Mark />
        <nav aria-label={say(words.mainMenu)}>
          <MenuLinks section={section} />
        </nav>
        <div>
          <a class="wide" href={link.search()}>
            {say(words.search)}
          </a>
          <OtherLanguages short />
          <a href={link.cart()}>
            {say(words.cart)} <cart-count hidden></cart-count>
          </a>
        </div>
      </div>
    </header>
  )
}

/** One way back, and nothing that leads away. */
export function BareHeader() {
  const { link, say } = useSite()
  return (
    <header class="head wrap">
      <Mark />
      <span></span>
      <div>
        <a href={link.cart()}>{say(words.returnToCart)}</a>
      </div>
    </header>
  )
}

/** The shop's logo, or its name: the way home. */
function Mark() {
  const { settings, link, picture } = useSite()
  const { name, logo } = settings.shop
  return (
    <a class="mark" href={link.home()}>
      {logo ? <img src={picture(logo, LOGO.width, LOGO.format)} alt={name} height={40} /> : name}
    </a>
  )
}

/** On small screens the menu is a sheet that opens without a script. */
function SmallMenu() {
  const { settings, link, say, t } = useSite()
  const [useful = [], about = []] = settings.menus.footer
  const small = [...about.slice(0, 1), ...useful.slice(-2)]
  return (
    <details class="menu">
      <summary>
        <span>{say(words.menu)}</span>
        <span>{say(words.close)}</span>
      </summary>
      <div>
        <search>
          <form action={link.search()}>
            <input
              type="search"
              name="q"
              aria-label={say(words.search)}
              placeholder={say(words.searchHint)}
            />
            <button type="submit" class="ears">
              {say(words.search)}
            </button>
          </form>
        </search>
        <nav aria-label={say(words.menu)}>
          <ul class="d2">
            {settings.menus.main.map((item) => (
              <li>
                <a href={link.target(item.link)}>{t(item.label)}</a>
              </li>
            ))}
          </ul>
          <div class="small">
            {small.map((item) => (
              <a href={link.target(item.link)}>{t(item.label)}</a>
            ))}
            <OtherLanguages />
          </div>
        </nav>
      </div>
    </details>
  )
}

function MenuLinks({ section }: { section?: string | undefined }) {
  const { settings, link, path, t } = useSite()
  return (
    <>
      {settings.menus.main.map((item) => {
        const href = link.target(item.link)
        const current = href === path ? 'page' : href === section ? 'true' : undefined
        return (
          <a href={href} aria-current={current}>
            {t(item.label)}
          </a>
        )
      })}
    </>
  )
}

/** This page in the shop's other languages. */
export function OtherLanguages({ short }: { short?: boolean }) {
  const { settings, lang, path, query } = useSite()
  const { languages } = settings.shop
  return (
    <>
      {languages
        .filter((other) => other !== lang)
        .map((other) => (
          <a
            class={short ? 'wide' : undefined}
            href={inLanguage(path, other, languages) + query}
            lang={other}
            hreflang={other}
            aria-label={short ? `${other.toUpperCase()}, ${LANGUAGE_NAMES[other]}` : undefined}
          >
            {short ? other.toUpperCase() : LANGUAGE_NAMES[other]}
          </a>
        ))}
    </>
  )
}
