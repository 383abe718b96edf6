import type { DeliveryOption } from '#features/delivery/rules.ts'
import { formatDay } from '#lib/dates.ts'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import { arrivalOf } from '../rules.ts'
import { words } from '../words.ts'
import type { FormProps } from './checkout-page.tsx'

/** The ways to deliver, each with its days and its price. */
export function DeliveryChoice({ quote, problems }: FormProps) {
  const { say } = useSite()
  const problem = problems.delivery
  const said = problem ? 'delivery-problem' : undefined
  return (
    <fieldset aria-describedby={said}>
      <legend class="ears">{say(words.delivery)}</legend>
      {quote.options.length === 0 && !problem && (
        <p id="delivery" tabindex={-1}>
          {say(words.noDelivery)}
        </p>
      )}
      <div class="options">
        {quote.options.map((option, i) => (
          <Option
            id={i === 0 ? 'delivery' : `delivery-${option.code}`}
            option={option}
            lines={quote.lines}
            chosen={option.code === quote.chosen?.code}
          />
        ))}
      </div>
      {problem && (
        <div id={said} class="below">
          <Tag tone="bad" large>
            {say(problem)}
          </Tag>
        </div>
      )}
    </fieldset>
  )
}

type Props = {
  id: string
  option: DeliveryOption
  lines: readonly { leadWeeks: number | null }[]
  chosen: boolean
}

function Option({ id, option, lines, chosen }: Props) {
  const { money, say, t } = useSite()
  const when = useArrival(option, lines)
  return (
    <label class="option">
      <input
        type="radio"
        id={id}
        name="delivery"
        value={option.code}
        data-kind={option.kind}
        checked={chosen}
      />
      <span>
        <b>{t(option.title)}</b>
        <small class="soft">
          {option.speed === 'express' && `${say(words.express)}, `}
          {when}
        </small>
      </span>
      <span class="num">{option.price === 0 ? say(words.free) : money(option.price)}</span>
    </label>
  )
}

/** When it comes, or when it can be fetched and the hours for that. */
export function useArrival(
  option: DeliveryOption,
  lines: readonly { leadWeeks: number | null }[],
): string {
  const { settings, lang, now, say, t } = useSite()
  const { from, to } = arrivalOf(option, lines, settings, now)
  if (option.kind === 'pickup') {
    const hours = t(option.hours) || t(settings.shop.hours)
    const ready = say(words.ready, { day: formatDay(to, lang) })
    return hours ? `${ready}. ${hours}` : ready
  }
  if (from === to) return formatDay(to, lang)
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  return say(words.arrives, {
    from: formatDay(from, lang, { month: !sameMonth }),
    to: formatDay(to, lang),
  })
}
