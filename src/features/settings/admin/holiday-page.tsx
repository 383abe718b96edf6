import { formatDay, localTime } from '#lib/dates.ts'
import { Button } from '#ui/button.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { Sheet } from '../setting-desk.tsx'
import { SettingSheet } from './setting-sheet.tsx'

/** Days without the maker. */
export function HolidayPage({ sheet }: { sheet: Sheet }) {
  const { say } = useSite()
  const f = useFields(sheet)
  return (
    <SettingSheet
      title={say(words.holiday)}
      text={say(words.holidayText)}
      action="/admin/holiday"
      sheet={sheet}
      above={<Standing sheet={sheet} />}
    >
      <section>
        <div class="setting-days-of">
          {f.day({ name: 'from', label: say(words.from), optional: false })}
          {f.day({
            name: 'until',
            label: say(words.until),
            hint: say(words.untilHint),
            optional: false,
          })}
        </div>
        {f.choice({
          name: 'mode',
          label: say(words.mode),
          choices: [
            { value: 'shift', label: say(words.shift), hint: say(words.shiftHint) },
            { value: 'closed', label: say(words.closed), hint: say(words.closedHint) },
          ],
        })}
        {f.texts({ name: 'message', label: say(words.message), hint: say(words.messageHint) })}
      </section>
    </SettingSheet>
  )
}

/** What is set now, and the way out of it. */
function Standing({ sheet }: { sheet: Sheet }) {
  const { settings, lang, now, say } = useSite()
  const { plan } = settings.holiday
  const today = localTime(now, settings.shop.timeZone).day
  if (!plan) return <p class="s setting-text">{say(words.holidayNone)}</p>
  const [from, day] = [plan.from, plan.until].map((one) => formatDay(one, lang, { weekday: false }))
  const over = plan.until <= today
  const ahead = plan.from > today
  const phrase = over ? words.holidayOver : ahead ? words.holidayAhead : words.holidayNow
  return (
    <div class="setting-now">
      <p class="s">{say(phrase, { from: from ?? '', day: day ?? '' })}</p>
      {!over && (
        <form method="post" action="/admin/holiday">
          <input type="hidden" name="mark" value={sheet.mark} />
          <input type="hidden" name="mode" value={plan.mode} />
          <Button quiet>{say(ahead ? words.forgetAhead : words.forget)}</Button>
        </form>
      )}
    </div>
  )
}
