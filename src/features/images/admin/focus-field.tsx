import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import { FOCUS_WORDS, words } from '../desk-words.ts'
import { CENTRE } from '../rules.ts'
import type { ShownPicture } from './product-pictures.tsx'

/** What must stay in sight when a picture is cut: nine places that lie on the picture itself. */
export function FocusField({ image, value }: { image: ShownPicture; value: string }) {
  const { say, t } = useSite()
  const chosen = /^[0-8]$/.test(value) ? Number(value) : CENTRE
  return (
    <fieldset class="focus-field" id="focus" aria-describedby="focus-hint">
      <legend>{say(words.focus)}</legend>
      <div class="focus-picture">
        <Picture
          image={image}
          alt={t(image.alt)}
          sizes="(min-width:768px) 360px,300px"
          upTo={800}
          first
        />
        <div class="focus-places">
          {FOCUS_WORDS.map((phrase, place) => (
            <label>
              <input type="radio" name="focus" value={place} checked={place === chosen} />
              <span class="ears">{say(phrase)}</span>
            </label>
          ))}
        </div>
      </div>
      <p class="xs soft" id="focus-hint">
        {say(words.focusHint)}
      </p>
    </fieldset>
  )
}
