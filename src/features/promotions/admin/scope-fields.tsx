import { useFields } from '#ui/desk-fields.tsx'
import { useSite } from '#ui/site.tsx'
import type { Named } from '../desk-queries.ts'
import { words } from '../desk-words.ts'
import { collectionBox, pieceBox } from '../form.ts'
import type { OfferForm } from './offer-page.tsx'

/** What an offer is for: everything, or the collections and pieces that are ticked. */
export function ScopeFields(form: OfferForm) {
  const { say } = useSite()
  const f = useFields(form)
  return (
    <section aria-labelledby="what-title">
      <h2 id="what-title">{say(words.what)}</h2>
      {f.choice({
        name: 'scope',
        label: say(words.scope),
        choices: [
          { value: 'all', label: say(words.all), hint: say(words.allHint) },
          { value: 'some', label: say(words.some) },
        ],
      })}
      <div class="if-some">
        {form.collections.length > 0 && <Collections {...form} />}
        <Pieces {...form} />
      </div>
    </section>
  )
}

function Collections({ collections, typed }: OfferForm) {
  const { say } = useSite()
  return (
    <fieldset class="offer-boxes" aria-describedby="collections-hint">
      <legend>{say(words.collections)}</legend>
      <p class="xs soft" id="collections-hint">
        {say(words.collectionsHint)}
      </p>
      {collections.map((one) => (
        <Box name={collectionBox(one.id)} one={one} typed={typed} />
      ))}
    </fieldset>
  )
}

/** Ticked pieces stay among the boxes; others are found by their names. */
function Pieces({ pieces, found, typed }: OfferForm) {
  const { say } = useSite()
  const more = (found ?? []).filter(({ id }) => pieces.every((piece) => piece.id !== id))
  return (
    <fieldset class="offer-boxes">
      <legend>{say(words.pieces)}</legend>
      {[...pieces, ...more].map((one) => (
        <Box name={pieceBox(one.id)} one={one} typed={typed} />
      ))}
      {found?.length === 0 && <p class="s">{say(words.noPiece, { q: typed['find'] ?? '' })}</p>}
      <div class="field" id="find">
        <label class="label" for="find_piece">
          {say(words.find)}
        </label>
        <div class="ask">
          <input type="text" id="find_piece" name="find" maxlength={100} autocomplete="off" />
          <button class="btn quiet" name="step" value="find">
            {say(words.findAct)}
          </button>
        </div>
      </div>
    </fieldset>
  )
}

function Box({ name, one, typed }: { name: string; one: Named; typed: OfferForm['typed'] }) {
  const { t } = useSite()
  return (
    <label class="check s">
      <input type="checkbox" name={name} value="yes" checked={typed[name] === 'yes'} />
      <span>{t(one.title)}</span>
    </label>
  )
}
