import { choiceLabels } from '#features/catalogue/rules.ts'
import type { QuoteLine } from '#features/pricing/quote.ts'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import { MAX_QUANTITY } from '../rules.ts'
import { words } from '../words.ts'

/** What most people take at once: the choice goes on when a line already holds more. */
const USUAL = 6

/** A line of the cart: what it is, how many, what they cost together. */
export function CartLineItem({ line, first }: { line: QuoteLine; first?: boolean }) {
  const { link, money, t } = useSite()
  return (
    <li class="line">
      <LinePicture line={line} first={first} />
      <div>
        <h2 class="d1">
          <a href={link.product(line.slug, line.id)}>{t(line.title)}</a>
        </h2>
        <LineChoice line={line} />
        <Personal texts={line.personal.map(({ label, text }) => ({ label: t(label), text }))} />
      </div>
      <p class="num">{money(line.total)}</p>
      <div class="acts">
        <Quantity line={line} />
        <Removal line={line} />
      </div>
    </li>
  )
}

/** What was chosen of a piece, in words. */
export function LineChoice({ line }: { line: Pick<QuoteLine, 'options' | 'choice'> }) {
  const { t } = useSite()
  const labels = choiceLabels(line.options, line.choice)
  return labels.length > 0 && <p class="xs soft">{labels.map(t).join(', ')}</p>
}

/** What is written on a piece, under the names of its fields. */
export function Personal({ texts }: { texts: readonly { label: string; text: string }[] }) {
  const { say } = useSite()
  return texts.map((one) => <p class="xs written">{say(words.written, one)}</p>)
}

export function LinePicture({ line, first }: { line: QuoteLine; first?: boolean | undefined }) {
  if (!line.picture) return <span class="blank"></span>
  return (
    <Picture image={line.picture} sizes="(width >= 768px) 104px, 80px" upTo={320} first={!!first} />
  )
}

function Quantity({ line }: { line: QuoteLine }) {
  const { link, say, t } = useSite()
  const most = Math.min(line.available ?? MAX_QUANTITY, Math.max(USUAL, line.quantity))
  const id = `quantity-${line.key}`
  return (
    <quantity-form>
      <form method="post" action={link.cartLine(line.key)}>
        <label class="ears" for={id}>
          {say(words.quantity)}, {t(line.title)}
        </label>
        <select id={id} name="quantity" autocomplete="off">
          {Array.from({ length: most }, (_, i) => i + 1).map((count) => (
            <option value={count} selected={count === line.quantity}>
              {count}
            </option>
          ))}
        </select>
        <button class="link">{say(words.update)}</button>
      </form>
    </quantity-form>
  )
}

function Removal({ line }: { line: QuoteLine }) {
  const { link, say, t } = useSite()
  return (
    <form method="post" action={link.cartLine(line.key)}>
      <input type="hidden" name="quantity" value="0" />
      <button class="link">
        {say(words.remove)}
        <span class="ears"> {t(line.title)}</span>
      </button>
    </form>
  )
}
