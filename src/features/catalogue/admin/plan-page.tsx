import type { Fields } from '#lib/form.ts'
import type { Phrase } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { useSite } from '#ui/site.tsx'
import type { DeskVariant } from '../desk-queries.ts'
import { words } from '../option-words.ts'
import type { Plan } from '../option-rules.ts'
import type { ProductRow } from '../queries.ts'
import { choiceLabels, type Option } from '../rules.ts'

type Props = {
  product: ProductRow
  options: readonly Option[]
  plan: Plan<DeskVariant>
  /** The form of the options, carried on. */
  typed: Fields
}

/** Which variants stay, come and go when the options change: seen before anything is done. */
export function PlanPage({ product, options, plan, typed }: Props) {
  const { say, t } = useSite()
  const { rows, lost } = plan
  const staying = rows.filter(({ is }) => is !== 'gained')
  const gained = rows.filter(({ is }) => is === 'gained')
  return (
    <AdminFrame
      title={say(words.previewTitle)}
      current="products"
      back={{ href: deskLink.productPart(product.id, 'options'), label: say(words.title) }}
    >
      <h1>{say(words.previewTitle)}</h1>
      {gained.length + lost.length === 0 && <p class="soft">{say(words.nothing)}</p>}
      <form method="post" action={deskLink.productPart(product.id, 'options')}>
        {Object.entries(typed)
          .filter(([name]) => name !== 'step')
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <div class="plan">
          <Part title={words.lost} text={words.lostText} count={lost.length}>
            {lost.map((variant) => (
              <Line
                names={choiceLabels(product.options, variant.choice).map(t)}
                variant={variant}
              />
            ))}
          </Part>
          <Part title={words.gained} text={words.gainedText} count={gained.length}>
            {gained.map((row) => (
              <Line
                names={choiceLabels(options, row.choice).map(t)}
                price={row.is === 'gained' ? (row.like?.price ?? null) : null}
              />
            ))}
          </Part>
          <Part title={words.kept} count={staying.length}>
            {staying.map((row) => (
              <Line
                names={choiceLabels(options, row.choice).map(t)}
                {...(row.is !== 'gained' && { variant: row.variant })}
              />
            ))}
          </Part>
        </div>
        <div class="save-bar">
          <button class="btn quiet" name="step" value="back">
            {say(words.back)}
          </button>
          <Button name="step" value="save">
            {say(words.confirm)}
          </Button>
        </div>
      </form>
    </AdminFrame>
  )
}

type PartProps = { title: Phrase; text?: Phrase; count: number; children?: unknown }

function Part({ title, text, count, children }: PartProps) {
  const { say } = useSite()
  if (count === 0) return null
  return (
    <section>
      <h2>
        {say(title)} <span class="soft num">{count}</span>
      </h2>
      {text && <p class="s soft">{say(text)}</p>}
      <ul class="desk-list">{children}</ul>
    </section>
  )
}

type LineProps = { names: readonly string[]; variant?: DeskVariant; price?: number | null }

function Line({ names, variant, price }: LineProps) {
  const { say, money } = useSite()
  const priced = (amount: number) => (amount > 0 ? money(amount) : say(words.unpriced))
  const told = variant
    ? [
        variant.available === null
          ? say(words.notCounted)
          : say(words.stockLeft, { count: variant.available }),
        ...(variant.sold > 0 ? [say(words.wasSold, { count: variant.sold })] : []),
        priced(variant.price),
      ]
    : [priced(price ?? 0)]
  return (
    <li class="sides s">
      <span>{names.join(', ') || say(words.plain)}</span>
      <span class="soft num">{told.join(' · ')}</span>
    </li>
  )
}
