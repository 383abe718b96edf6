import { deskLink } from '#links.ts'
import { Label } from '#ui/field.tsx'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import { words } from '../desk-words.ts'

type Shown = { hash: string; width: number; height: number; ground: string }

type Props = {
  name: string
  label: string
  image: Shown | null
  /** What was typed, when it is not the number of the picture shown. */
  typed?: string | undefined
  problem?: string | undefined
}

/**
 * One picture in a form: the field holds its number. A script makes buttons of it; without one, the number is copied
 * from the page of all pictures.
 */
export function PictureField({ name, label, image, typed, problem }: Props) {
  const { say } = useSite()
  const below = [`${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ')
  return (
    <picture-field class="field">
      <Label of={name} class="label">
        {label}
      </Label>
      <div class="picture-held">{image && <Picture image={image} sizes="96px" upTo={320} />}</div>
      <input
        id={name}
        type="text"
        name={name}
        value={typed ?? image?.hash ?? ''}
        maxlength={24}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={below}
        aria-invalid={problem ? 'true' : undefined}
      />
      <p class="xs soft" id={`${name}-hint`}>
        {say(words.numberHint)}{' '}
        <a href={deskLink.pictures()} target="_blank">
          {say(words.libraryTitle)}
        </a>
      </p>
      {problem && (
        <div id={`${name}-problem`}>
          <Tag tone="bad" large>
            {problem}
          </Tag>
        </div>
      )}
    </picture-field>
  )
}
