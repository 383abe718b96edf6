import type { Option } from '#features/catalogue/rules.ts'
import { AskOnce } from '#features/staff/admin/ask-once.tsx'
import type { Fields, Problems } from '#lib/form.ts'
import type { Text } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { Done, ProblemSummary } from '#ui/desk-parts.tsx'
import { Select } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { FocusField } from './focus-field.tsx'
import type { ShownPicture } from './product-pictures.tsx'

type Piece = { id: string; title: Text; options: readonly Option[] }
export type PictureForm = { typed: Fields; problems?: Problems }

type Props = {
  piece: Piece
  picture: ShownPicture
  /** Its place, counted from 0, and how many there are. */
  at: number
  of: number
  moved: boolean
  form: PictureForm
}

/** One picture of a product: what it shows, what must stay in sight, its place, its removal. */
export function PicturePage({ piece, picture, at, of, moved, form }: Props) {
  const { say, t } = useSite()
  const title = say(words.place, { at: at + 1, of })
  const back = { href: `${deskLink.product(piece.id)}#pictures`, label: t(piece.title) }
  return (
    <AdminFrame title={title} current="products" back={back}>
      <div id="picture-sheet">
        <h1>{title}</h1>
        <ProblemSummary problems={form.problems ?? {}} />
        {moved && <Done>{say(words.moved)}</Done>}
        <Places piece={piece} hash={picture.hash} at={at} of={of} />
        <WordsForm piece={piece} picture={picture} form={form} />
        <AskOnce
          open={say(words.remove)}
          action={deskLink.productPictures(piece.id, 'removal')}
          fields={{ picture: picture.hash }}
          text={say(words.removeText)}
          act={say(words.removeAct)}
        />
      </div>
    </AdminFrame>
  )
}

/** Each button names the place it leads to, so that pressing it twice moves once. */
function Places({ piece, hash, at, of }: Pick<Props, 'piece' | 'at' | 'of'> & { hash: string }) {
  const { say } = useSite()
  const moves = [
    { to: 0, label: words.toFirst, shown: at > 1 },
    { to: at - 1, label: at === 1 ? words.toFirst : words.earlier, shown: at > 0 },
    { to: at + 1, label: words.later, shown: at < of - 1 },
  ]
  return (
    <form
      class="picture-moves s"
      method="post"
      action={deskLink.productPictures(piece.id, 'order')}
    >
      <input type="hidden" name="picture" value={hash} />
      {at === 0 && <p class="soft">{say(words.cover)}</p>}
      {moves
        .filter(({ shown }) => shown)
        .map(({ to, label }) => (
          <Button quiet name="to" value={String(to)}>
            {say(label)}
          </Button>
        ))}
    </form>
  )
}

function WordsForm({ piece, picture, form }: Pick<Props, 'piece' | 'picture' | 'form'>) {
  const { say, t } = useSite()
  const f = useFields(form)
  return (
    <form class="picture-words" method="post" action={deskLink.productPictures(piece.id, 'words')}>
      <input type="hidden" name="picture" value={picture.hash} />
      <FocusField image={picture} value={form.typed['focus'] ?? ''} />
      <div class="picture-texts">
        {f.texts({ name: 'alt', label: say(words.alt), rows: 3 })}
        <p class="xs soft">{say(words.altHint)}</p>
        {piece.options.map(({ name, label, values }) => (
          <Select
            {...f.of(`choice_${name}`)}
            name={`choice_${name}`}
            label={say(words.choice, { option: t(label) })}
            optional
            quiet
            choices={[
              { value: '', label: say(words.anyValue) },
              ...values.map(({ value, label }) => ({ value, label: t(label) })),
            ]}
          />
        ))}
        <Button>{say(words.save)}</Button>
      </div>
    </form>
  )
}

/** A picture as its form shows it. */
export function typedOf({ alt, choice, focus }: ShownPicture): Fields {
  return Object.fromEntries([
    ['focus', String(focus)],
    ...Object.entries(alt).map(([lang, text]) => [`alt.${lang}`, text]),
    ...Object.entries(choice).map(([name, value]) => [`choice_${name}`, value]),
  ])
}
