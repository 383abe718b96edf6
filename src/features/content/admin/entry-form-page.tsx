import { raw } from 'hono/html'
import { AskOnce } from '#features/staff/admin/ask-once.tsx'
import type { Fields, Problems } from '#lib/form.ts'
import { markdown } from '#lib/markdown.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DeskHead, Done, ProblemSummary, SaveBar } from '#ui/desk-parts.tsx'
import { deskWords } from '#ui/desk-words.ts'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { PARTS, words } from '../desk-words.ts'
import type { PageRole } from '../rules.ts'
import { EntryMain } from './entry-main.tsx'
import { EntrySide } from './entry-side.tsx'
import { PieceList } from './piece-fields.tsx'
import { PreviewButton, PreviewPlace } from './preview.tsx'

type Shown = { hash: string; width: number; height: number; ground: string }

export type EntryFormProps = {
  part: 'journal' | 'pages'
  id: string
  /** What was saved; null for a new one. */
  saved: { slug: string; title: string; role: PageRole | null; out: boolean } | null
  typed: Fields
  problems?: Problems
  image: Shown | null
  pieces: Parameters<typeof PieceList>[0]['pieces']
  told?: 'saved' | 'changed' | undefined
  preview?: boolean
}

/** The form of a post or page. */
export function EntryFormPage(props: EntryFormProps) {
  const { part, id, saved, typed, problems = {}, pieces, told, preview = false } = props
  const { say, lang, link, settings } = useSite()
  const title = saved?.title || say(part === 'journal' ? words.newPost : words.newPage)
  const here = deskLink.content(part, id)
  const [first = lang] = settings.shop.languages
  return (
    <AdminFrame
      title={title}
      current="content"
      back={{ href: deskLink.content(part), label: say(PARTS[part]) }}
    >
      <DeskHead title={title}>
        {saved?.out && (
          <ButtonLink
            href={part === 'journal' ? link.post(saved.slug) : link.page(saved.slug)}
            quiet
          >
            {say(words.see)}
          </ButtonLink>
        )}
      </DeskHead>
      {told === 'saved' && <Done>{say(deskWords.saved)}</Done>}
      {told === 'changed' && (
        <Notice urgent>
          {say(words.changed)} <a href={here}>{say(words.reopen)}</a>
        </Notice>
      )}
      <ProblemSummary problems={problems} />
      <form class="sheet entry-sheet" method="post" action={here} novalidate>
        <input type="hidden" name="was" value={typed['was'] ?? ''} />
        <EntryMain {...props}>
          <PreviewPlace>
            {preview && (
              <div class="prose entry-preview">{raw(markdown(typed[`body.${first}`] ?? ''))}</div>
            )}
          </PreviewPlace>
        </EntryMain>
        <EntrySide {...props} />
        <SaveBar>
          <PreviewButton />
          <button class="btn">{say(deskWords.save)}</button>
        </SaveBar>
      </form>
      <PieceList pieces={pieces} />
      {saved && <Removal part={part} id={id} role={saved.role} />}
    </AdminFrame>
  )
}

function Removal({
  part,
  id,
  role,
}: Pick<EntryFormProps, 'part' | 'id'> & { role: PageRole | null }) {
  const { say } = useSite()
  if (role === 'terms') return <p class="s soft entry-end">{say(words.keepTerms)}</p>
  return (
    <div class="entry-end">
      <AskOnce
        open={say(words.remove)}
        action={`${deskLink.content(part, id)}/removal`}
        text={say(part === 'journal' ? words.removePost : words.removePage)}
        act={say(words.removeNow)}
      />
    </div>
  )
}
