import type { Fields, Problems } from '#lib/form.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import type { Written } from '../form.ts'
import { words } from '../words.ts'
import { MessageForm } from './message-form.tsx'

type Props = { typed: Fields; problems?: Problems; tooMany?: boolean }

/** The form once more, with what was typed and why it has not left. */
export function MessagePage({ typed, problems = {}, tooMany = false }: Props) {
  const { settings, say } = useSite()
  const wrong = Object.entries(problems)
  return (
    <ShopFrame title={say(words.formTitle)} hidden>
      <div class="wrap entry-head message-block">
        <h1>{say(words.formTitle)}</h1>
        {tooMany && <Notice urgent>{say(words.tooMany, { email: settings.shop.email })}</Notice>}
        {wrong.length > 0 && (
          <Notice urgent>
            <p>{say(words.formText)}</p>
            <ul class="problems">
              {wrong.map(([field, phrase]) => (
                <li>{phrase && <a href={`#${field}`}>{say(phrase)}</a>}</li>
              ))}
            </ul>
          </Notice>
        )}
        <MessageForm typed={typed} problems={problems} />
      </div>
    </ShopFrame>
  )
}

/** What was received, as it was written. */
export function MessageDonePage({ written }: { written: Written }) {
  const { link, say } = useSite()
  const { name, email, orderNumber, text } = written
  return (
    <ShopFrame title={say(words.doneTitle)} hidden>
      <div class="wrap entry-head message-block">
        <h1>{say(words.doneTitle)}</h1>
        <p class="l">{say(words.doneText, { name, email })}</p>
        <section aria-labelledby="sent">
          <h2 id="sent">{say(words.sent)}</h2>
          {orderNumber !== null && (
            <p class="s soft">{say(words.aboutOrder, { number: orderNumber })}</p>
          )}
          <blockquote class="message-said">{text}</blockquote>
        </section>
        <p>
          <ButtonLink href={link.home()} quiet>
            {say(words.home)}
          </ButtonLink>
        </p>
      </div>
    </ShopFrame>
  )
}
