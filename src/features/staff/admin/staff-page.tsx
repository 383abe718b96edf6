import { AdminFrame, useSettingsBack } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { useSite } from '#ui/site.tsx'
import type { InvitationRow, StaffRow } from '../queries.ts'
import { accessWords as words, ROLE_WORDS } from '../words.ts'
import { AskOnce } from './ask-once.tsx'
import { useDays } from './days.ts'

type Props = {
  people: readonly StaffRow[]
  invitations: readonly InvitationRow[]
  /** The id of who is looking. */
  self: string
}

/** Who gets in, with which role; invitations. */
export function StaffPage({ people, invitations, self }: Props) {
  const { say } = useSite()
  const on = useDays()
  return (
    <AdminFrame title={say(words.staff)} current="settings" back={useSettingsBack()}>
      <h1>{say(words.staff)}</h1>
      <div class="desk-columns">
        <div>
          <ul class="desk-list">
            {people.map((person) => (
              <li>
                <p>
                  <b>{person.name}</b>
                  <span class="xs soft">
                    {say(ROLE_WORDS[person.role])},{' '}
                    {say(words.since, { day: on(person.createdAt) })}
                  </span>
                </p>
                {person.id === self ? (
                  <span class="s soft">{say(words.you)}</span>
                ) : (
                  <AskOnce
                    open={say(words.remove)}
                    of={person.name}
                    action="/admin/staff/removal"
                    fields={{ id: person.id }}
                    text={say(words.removeStaffText)}
                    act={say(words.removeStaffAct, { name: person.name })}
                  />
                )}
              </li>
            ))}
          </ul>
          <Invitations invitations={invitations} />
        </div>
        <InviteForm />
      </div>
    </AdminFrame>
  )
}

function Invitations({ invitations }: Pick<Props, 'invitations'>) {
  const { say } = useSite()
  const on = useDays()
  if (invitations.length === 0) return null
  return (
    <section>
      <h2>{say(words.waiting)}</h2>
      <ul class="desk-list">
        {invitations.map(({ hash, role, createdBy, expiresAt }) => (
          <li>
            <p>
              <b>{say(words[role])}</b>
              <span class="xs soft">
                {createdBy}, {say(words.until, { day: on(expiresAt, true) })}
              </span>
            </p>
            <form method="post" action="/admin/staff/invitations/withdrawal">
              <input type="hidden" name="hash" value={hash} />
              <button class="link s">{say(words.withdraw)}</button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function InviteForm() {
  const { say } = useSite()
  const roles = [
    ['helper', words.roleHelper],
    ['owner', words.roleOwner],
  ] as const
  return (
    <section>
      <h2>{say(words.invite)}</h2>
      <p class="s soft">{say(words.inviteText)}</p>
      <form class="desk-form" method="post" action="/admin/staff/invitations">
        <fieldset>
          <legend>{say(words.role)}</legend>
          {roles.map(([role, label], index) => (
            <label class="check s">
              <input type="radio" name="role" value={role} checked={index === 0} />
              <span>{say(label)}</span>
            </label>
          ))}
        </fieldset>
        <Button>{say(words.inviteAct)}</Button>
      </form>
    </section>
  )
}

/** The link of a new invitation, the only time it is shown. */
export function InvitationPage({ url, until }: { url: string; until: number }) {
  const { say } = useSite()
  const on = useDays()
  return (
    <AdminFrame
      title={say(words.linkTitle)}
      current="settings"
      back={{ href: '/admin/staff', label: say(words.backToStaff) }}
    >
      <h1>{say(words.linkTitle)}</h1>
      <p class="soft">{say(words.linkText, { day: on(until, true) })}</p>
      <div class="desk-form">
        <div class="field">
          <label class="label" for="link">
            {say(words.linkLabel)}
          </label>
          <textarea id="link" rows={3} readonly>
            {url}
          </textarea>
        </div>
      </div>
    </AdminFrame>
  )
}
