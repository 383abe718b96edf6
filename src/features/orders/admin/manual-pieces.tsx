import { choiceLabels } from '#features/catalogue/rules.ts'
import type { QuoteLine } from '#features/pricing/quote.ts'
import { Picture } from '#ui/picture.tsx'
import { Button } from '#ui/button.tsx'
import { Select, TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { unitsOf } from '../manual-form.ts'
import type { NamedVariant } from '../manual-queries.ts'
import { manualWords as words } from '../manual-words.ts'
import type { ManualProps } from './manual-page.tsx'

const MOST_UNITS = 99
const CHANGED = {
  fewer: words.fewer,
  sold: words.sold,
  gone: words.gone,
  asks: words.gone,
} as const

/** The pieces of an order that is being written, and the search that adds others. */
export function ManualPieces({ typed, quote, found, problems = {} }: ManualProps) {
  const { say, t } = useSite()
  const problem = problems['find']
  return (
    <section aria-labelledby="pieces-title">
      <h2 id="pieces-title">{say(words.pieces)}</h2>
      <div class="manual-find">
        <TextField
          name="find"
          label={say(words.find)}
          value={typed['find']}
          problem={problem && say(problem)}
          maxlength={100}
          autocomplete="off"
          optional
          quiet
        />
        <Button name="step" value="find" quiet>
          {say(words.search)}
        </Button>
      </div>
      {typed['find'] && <Found found={found} q={typed['find']} />}
      {quote.changes.length > 0 && (
        <Notice urgent>
          {quote.changes.map(({ title, because, quantity }) => (
            <p>
              {say(CHANGED[because], {
                title: t(title) || say(words.aPiece),
                count: quantity,
              })}
            </p>
          ))}
        </Notice>
      )}
      {quote.lines.length > 0 && (
        <ul class="order-lines manual-lines" aria-label={say(words.chosen)}>
          {quote.lines.map((line) => (
            <Chosen line={line} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Found({ found, q }: { found: readonly NamedVariant[]; q: string }) {
  const { money, say, t } = useSite()
  if (found.length === 0) return <p class="s soft">{say(words.none, { q })}</p>
  return (
    <ul class="manual-found" aria-label={say(words.found)}>
      {found.map(({ id, sku, title, choice, options, price, available }) => {
        const chosen = choiceLabels(options, choice).map((label) => t(label))
        const name = [t(title), ...chosen].join(', ')
        const left = available === null ? [] : [say(words.left, { count: available })]
        const out = available !== null && available < 1
        return (
          <li>
            <div>
              <b>{name}</b>
              <p class="xs soft num">
                {[sku, money(price), ...(out ? [say(words.out)] : left)].join(' · ')}
              </p>
            </div>
            {!out && (
              <Button name="add" value={id} quiet>
                {say(words.add)} <span class="ears">{name}</span>
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Chosen({ line }: { line: QuoteLine }) {
  const { money, say, t } = useSite()
  const chosen = choiceLabels(line.options, line.choice).map((label) => t(label))
  const most = Math.min(line.available ?? MOST_UNITS, MOST_UNITS)
  return (
    <li>
      {line.picture ? (
        <Picture image={line.picture} sizes="48px" upTo={160} first />
      ) : (
        <span class="blank" />
      )}
      <div>
        <b>{t(line.title)}</b>
        {chosen.length > 0 && <p class="xs soft">{chosen.join(', ')}</p>}
        <p class="xs soft num">{money(line.unitPrice)}</p>
      </div>
      <Select
        name={unitsOf(line.id)}
        label={
          <span class="ears">
            {say(words.units)}, {[t(line.title), ...chosen].join(', ')}
          </span>
        }
        value={String(line.quantity)}
        choices={Array.from({ length: most + 1 }, (_, units) => ({
          value: String(units),
          label: units === 0 ? say(words.remove) : String(units),
        }))}
      />
    </li>
  )
}
