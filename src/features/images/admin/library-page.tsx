import type { Phrase, Text } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { DeskHead, Done, Nothing, ProblemSummary, Turning } from '#ui/desk-parts.tsx'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { AddForm } from './add-form.tsx'

type Shown = { hash: string; width: number; height: number; ground: string }
/** The product that a picture is chosen for, with those that it has. */
type Piece = { id: string; title: Text; hashes: readonly string[] }

type Props = {
  images: readonly Shown[]
  next: string | null
  before: string
  /** The picture that has just been sent. */
  done: string | null
  piece: Piece | null
  problem: Phrase | null
}

/** Every picture of the shop: to add one, to copy the number of one, to put one on a product. */
export function LibraryPage({ images, next, before, done, piece, problem }: Props) {
  const { say, t } = useSite()
  const title = say(piece ? words.useTitle : words.libraryTitle)
  const of = piece ? { for: piece.id } : {}
  const back = piece && { href: `${deskLink.product(piece.id)}#pictures`, label: t(piece.title) }
  return (
    <AdminFrame title={title} current={piece ? 'products' : 'content'} {...(back && { back })}>
      <DeskHead title={title} />
      <p class="soft">{say(words.libraryText)}</p>
      {problem && <ProblemSummary problems={{ 'picture-files': problem }} />}
      {done && <Done>{say(words.kept, { hash: done })}</Done>}
      <div id="pictures" class="pictures" data-uploads={piece ? undefined : deskLink.pictures()}>
        {!piece && (
          <div class="picture-send">
            <AddForm action={deskLink.pictures()} problem={problem} />
          </div>
        )}
        {images.length === 0 ? (
          <Nothing text={say(words.libraryEmpty)} />
        ) : (
          <ul class="picture-tiles library">
            {images.map((image, at) => (
              <li>
                <Picture image={image} sizes="(min-width:1024px) 160px,30vw" upTo={480} />
                {piece ? (
                  <Use piece={piece} hash={image.hash} at={at} />
                ) : (
                  <code class="xs">{image.hash}</code>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Turning
        first={before === '' ? null : deskLink.pictures(of)}
        next={next && deskLink.pictures({ ...of, before: next })}
      />
    </AdminFrame>
  )
}

function Use({ piece, hash, at }: { piece: Piece; hash: string; at: number }) {
  const { say } = useSite()
  if (piece.hashes.includes(hash)) return <p class="xs soft">{say(words.onPiece)}</p>
  return (
    <form method="post" action={deskLink.productPictures(piece.id)}>
      <input type="hidden" name="picture" value={hash} />
      <Button quiet>
        {say(words.add)}
        <span class="ears"> ({at + 1})</span>
      </Button>
    </form>
  )
}
