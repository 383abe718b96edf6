import type { Child } from 'hono/jsx'
import { PictureField } from '#features/images/admin/picture-field.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { MENTIONS_MOST } from '../rules.ts'
import type { EntryFormProps } from './entry-form-page.tsx'
import { PieceFields } from './piece-fields.tsx'

type Props = Pick<EntryFormProps, 'typed' | 'problems' | 'image'> & { children?: Child }

/** What a post or page says and shows. */
export function EntryMain({ typed, problems = {}, image, children }: Props) {
  const { say } = useSite()
  const f = useFields({ typed, problems })
  return (
    <div class="sheet-main">
      {f.texts({ name: 'title', label: say(words.name), optional: false })}
      {f.texts({ name: 'excerpt', label: say(words.excerpt), rows: 2 })}
      {f.texts({ name: 'body', label: say(words.body), rows: 16 })}
      <p class="xs soft">{say(words.markdown)}</p>
      {children}
      <section>
        <PictureField
          name="image"
          label={say(words.picture)}
          image={image}
          problem={f.of('image').problem}
        />
        {f.texts({ name: 'alt', label: say(words.alt), hint: say(words.altHint) })}
      </section>
      <section>
        <PieceFields
          name="piece"
          count={MENTIONS_MOST}
          legend={say(words.pieces)}
          hint={say(words.piecesHint)}
          typed={typed}
          problems={problems}
        />
      </section>
    </div>
  )
}
