import { may } from '#features/staff/rules.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { DeskHead } from '#ui/desk-parts.tsx'
import { deskWords } from '#ui/desk-words.ts'
import { useSite } from '#ui/site.tsx'
import { PLACES } from './places.ts'

/** Where everything is set: one line each, with what it is about. */
export function HubPage() {
  const { say, desk } = useSite()
  const places = PLACES.filter(({ right }) => desk && may(desk.role, right))
  return (
    <AdminFrame title={say(deskWords.settings)} current="settings">
      <DeskHead title={say(deskWords.settings)} />
      <ul class="desk-list desk-doors setting-doors">
        {places.map(({ href, label, text }) => (
          <li>
            <a href={href}>
              <b>{say(label)}</b>
              <span class="xs soft">{say(text)}</span>
            </a>
          </li>
        ))}
      </ul>
    </AdminFrame>
  )
}
