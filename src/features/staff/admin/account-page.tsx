import { LANGS } from '#lib/i18n.ts'
import { AdminFrame, useSettingsBack } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { Select } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { LANGUAGE_NAMES } from '#ui/words.ts'
import type { PasskeyRow, SessionRow } from '../queries.ts'
import { accessWords as words, ROLE_WORDS } from '../words.ts'
import { AskOnce } from './ask-once.tsx'
import { KeyList } from './key-list.tsx'
import { SessionList } from './session-list.tsx'

export const ACCOUNT_NEWS = {
  key: words.doneKey,
  removed: words.doneRemoved,
  ended: words.doneEnded,
  language: words.doneLanguage,
  code: words.doneCode,
  refused: words.refused,
  'last-key': words.lastKey,
} as const

export type AccountNews = keyof typeof ACCOUNT_NEWS

type Props = {
  keys: readonly PasskeyRow[]
  sessions: readonly SessionRow[]
  /** The session of this very page. */
  here: string
  codesLeft: number
  newKeyName: string
  news?: AccountNews | undefined
}

/** One's own access: keys, sessions, recovery codes, language. */
export function AccountPage({ keys, sessions, here, codesLeft, newKeyName, news }: Props) {
  const { say, count, desk } = useSite()
  return (
    <AdminFrame title={say(words.account)} current="settings" back={useSettingsBack()}>
      <h1>{say(words.account)}</h1>
      {desk && (
        <p class="soft">
          {say(words.accountText, { name: desk.name, role: say(ROLE_WORDS[desk.role]) })}
        </p>
      )}
      {news && <Notice>{say(ACCOUNT_NEWS[news])}</Notice>}
      <div class="desk-columns">
        <div>
          <KeyList keys={keys} newKeyName={newKeyName} />
          <SessionList sessions={sessions} here={here} />
        </div>
        <div>
          <section>
            <h2>{say(words.codes)}</h2>
            <p>{count(codesLeft, words.codeLeft, words.codesLeft)}</p>
            <AskOnce
              open={say(words.newCodes)}
              action="/admin/account/codes"
              text={say(words.newCodesText)}
              act={say(words.newCodesAct)}
            />
          </section>
          <LanguageForm />
        </div>
      </div>
    </AdminFrame>
  )
}

function LanguageForm() {
  const { say, lang } = useSite()
  const choices = LANGS.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))
  return (
    <section>
      <form class="desk-ask" method="post" action="/admin/account/language">
        <Select name="lang" label={say(words.language)} value={lang} choices={choices} />
        <Button quiet>{say(words.change)}</Button>
      </form>
    </section>
  )
}
