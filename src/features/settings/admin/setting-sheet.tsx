import type { Child } from 'hono/jsx'
import { AdminFrame, useSettingsBack } from '#ui/admin-frame.tsx'
import { DeskHead, Done, ProblemSummary, SaveBar } from '#ui/desk-parts.tsx'
import { deskWords } from '#ui/desk-words.ts'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { Sheet } from '../setting-desk.tsx'

type Props = {
  title: string
  /** One or two sentences about what is set here. */
  text?: string
  action: string
  sheet: Sheet
  /** What stands above the form. */
  above?: Child
  /** What stands below it: other forms. */
  below?: Child
  children?: Child
}

/** The page around a form of settings. */
export function SettingSheet({ title, text, action, sheet, above, below, children }: Props) {
  const { say } = useSite()
  const { problems, mark, told } = sheet
  return (
    <AdminFrame title={title} current="settings" back={useSettingsBack()}>
      <DeskHead title={title} />
      {text && <p class="s soft setting-text">{text}</p>}
      {told === 'saved' && <Done>{say(deskWords.saved)}</Done>}
      {told === 'stale' && <Notice urgent>{say(words.stale)}</Notice>}
      <ProblemSummary problems={problems} />
      {above}
      <form class="sheet" method="post" action={action} novalidate>
        <input type="hidden" name="mark" value={mark} />
        {children}
        <SaveBar />
      </form>
      {below}
    </AdminFrame>
  )
}

/** Fields that go together, under their name. */
export function SheetPart({
  title,
  text,
  children,
}: {
  title: string
  text?: string
  children?: Child
}) {
  return (
    <section>
      <h2>{title}</h2>
      {text && <p class="s soft">{text}</p>}
      {children}
    </section>
  )
}
