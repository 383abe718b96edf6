import { Button } from './button.tsx'
import { ShopFrame } from './shop-frame.tsx'
import { useSite } from './site.tsx'
import { words } from './words.ts'

/** No such page: the sea rose. */
export function NotFoundPage() {
  const { settings, say, link, t } = useSite()
  const elsewhere = settings.menus.main.slice(-1)
  return (
    <ShopFrame title={say(words.lostTitle)} hidden>
      <div class="wrap lost">
        <h1 class="d4">{say(words.lostTitle)}</h1>
      </div>
      <div class="sea pour">
        <div class="wrap lost-sea">
          <p class="l">{say(words.lostText)}</p>
          <search>
            <form class="ask" action={link.search()}>
              <input
                type="search"
                name="q"
                aria-label={say(words.search)}
                placeholder={say(words.searchHint)}
              />
              <Button>{say(words.search)}</Button>
            </form>
          </search>
          <ul class="d2">
            <li>
              <a href={link.everything()}>{say(words.everything)}</a>
            </li>
            {elsewhere.map((item) => (
              <li>
                <a href={link.target(item.link)}>{t(item.label)}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </ShopFrame>
  )
}
