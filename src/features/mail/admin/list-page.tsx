import { formatShort } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { AdminFrame, useSettingsBack } from '#ui/admin-frame.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DeskHead, Nothing, SearchBox, Tabs, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { STATE_LINE, STATE_WORDS, TEMPLATE_WORDS, words } from '../desk-words.ts'
import { type Asked, MAIL_STATES, type MailRow } from '../list-mails.ts'

type Props = {
  asked: Asked
  rows: readonly MailRow[]
  failed: number
  next: string | null
}

/** The outbox: what left, what waits and why. */
export function MailListPage({ asked, rows, failed, next }: Props) {
  const { say } = useSite()
  const { state, q, before } = asked
  const tabs = [null, ...MAIL_STATES].map((name) => ({
    href: deskLink.mails(name ? { list: name } : {}),
    label: say(name ? STATE_WORDS[name] : words.all),
    count: name === 'failed' ? failed : 0,
    current: !q && name === state,
  }))
  const here = q ? { q } : state ? { list: state } : {}
  return (
    <AdminFrame title={say(words.title)} current="settings" back={useSettingsBack()}>
      <DeskHead title={say(words.title)}>
        <ButtonLink quiet href="/admin/mail/texts">
          {say(words.texts)}
        </ButtonLink>
        <ButtonLink quiet href="/admin/mail/transport">
          {say(words.transport)}
        </ButtonLink>
      </DeskHead>
      <div class="order-tools">
        <Tabs label={say(words.lists)} tabs={tabs} />
        <SearchBox action={deskLink.mails()} q={q} label={say(words.search)} />
      </div>
      {rows.length > 0 ? (
        <ol class="desk-rows mail-rows">
          {rows.map((row) => (
            <Row row={row} />
          ))}
        </ol>
      ) : (
        <Empty asked={asked} />
      )}
      <Turning
        first={before ? deskLink.mails(here) : null}
        next={next && deskLink.mails({ ...here, before: next })}
      />
    </AdminFrame>
  )
}

function Empty({ asked: { state, q } }: { asked: Asked }) {
  const { say } = useSite()
  if (!q && !state) return <Nothing text={say(words.noneYet)} />
  return (
    <Nothing text={q ? say(words.notFound, { q }) : say(words.none)}>
      <p>
        <a href={deskLink.mails()}>{say(words.everyMail)}</a>
      </p>
    </Nothing>
  )
}

function Row({ row }: { row: MailRow }) {
  const { say, settings, lang, now } = useSite()
  const when = formatShort(row.sentAt ?? row.createdAt, now, settings.shop.timeZone, lang)
  const name = [row.firstName, row.lastName].filter(Boolean).join(' ')
  return (
    <li>
      <a class={`at-${row.state}`} href={deskLink.mail(row.id)}>
        <b>
          {say(TEMPLATE_WORDS[row.template])}
          <span class="xs soft">
            {[name || row.to || say(words.toWorkshop), row.number].filter(Boolean).join(', ')}
          </span>
        </b>
        <span class="end">
          <span class="num">{when}</span>
          <span class="xs soft">{say(STATE_LINE[row.state])}</span>
        </span>
      </a>
    </li>
  )
}
