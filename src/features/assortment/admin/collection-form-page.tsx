import { PictureField } from '#features/images/admin/picture-field.tsx'
import { AskOnce } from '#features/staff/admin/ask-once.tsx'
import type { Fields, Problems } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { DeskHead, Done, ProblemSummary, SaveBar } from '#ui/desk-parts.tsx'
import { Select } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { treeWords as says } from '../desk-words.ts'
import { parentsFor } from '../rules.ts'
import type { LeafRow } from '../tree-queries.ts'
import { words } from '../words.ts'

type Image = { hash: string; width: number; height: number; ground: string }

type Props = {
  /** Null for a new one. */
  collection: { id: string; slug: string; parentId: string | null } | null
  collections: readonly LeafRow[]
  image: Image | null
  typed: Fields
  problems?: Problems
  saved?: boolean
}

/** Everything about one collection. */
export function CollectionFormPage(props: Props) {
  const { collection, typed, problems = {}, saved } = props
  const { say, settings, link } = useSite()
  const title = collection
    ? typed[`title.${settings.shop.languages[0] ?? 'fr'}`] || collection.slug
    : say(says.add)
  return (
    <AdminFrame
      title={title}
      current="products"
      back={{ href: deskLink.collections(), label: say(words.collections) }}
    >
      <DeskHead title={title}>
        {collection && (
          <>
            <a class="s" href={deskLink.products({ collection: collection.id })}>
              {say(says.itsPieces)}
            </a>
            <a class="s" href={link.collection(collection.slug)}>
              {say(says.see)}
            </a>
          </>
        )}
      </DeskHead>
      {saved && (
        <Done>
          <p>{say(says.saved)}</p>
        </Done>
      )}
      <ProblemSummary problems={problems} />
      <form
        class="sheet"
        method="post"
        action={collection ? deskLink.collection(collection.id) : deskLink.collections()}
      >
        {!collection && <input type="hidden" name="key" value={typed['key']} />}
        <FormFields {...props} />
        <SaveBar />
      </form>
      {collection && collection.id !== 'all' && <Removal {...props} collection={collection} />}
    </AdminFrame>
  )
}

function FormFields({ collection, collections, image, typed, problems = {} }: Props) {
  const { say } = useSite()
  const f = useFields({ typed, problems })
  const isAll = collection?.id === 'all'
  return (
    <>
      <div class="sheet-main">
        {f.texts({ name: 'title', label: say(says.name), optional: false })}
        {f.texts({ name: 'line', label: say(says.line), hint: say(says.lineHint) })}
        {f.texts({ name: 'description', label: say(says.description), rows: 5 })}
        <section>
          <h2>{say(says.engines)}</h2>
          <p class="xs soft">{say(says.searchHint)}</p>
          {f.texts({ name: 'searchTitle', label: say(says.searchTitle) })}
          {f.texts({ name: 'searchText', label: say(says.searchText), rows: 2 })}
        </section>
      </div>
      <div class="sheet-side">
        <PictureField
          name="image"
          label={say(says.picture)}
          image={image}
          problem={f.of('image').problem}
        />
        {!isAll && <PlaceFields {...{ collection, collections, typed, problems }} />}
      </div>
    </>
  )
}

type PlaceProps = Required<Pick<Props, 'collection' | 'collections' | 'typed' | 'problems'>>

function PlaceFields({ collection, collections, typed, problems }: PlaceProps) {
  const { say, t } = useSite()
  const f = useFields({ typed, problems })
  const leaves = collections.filter(({ id }) => id !== 'all')
  const places = parentsFor(leaves, collection?.id ?? '').map(({ leaf, level }) => ({
    value: leaf.id,
    label: '\u2003'.repeat(level - 1) + t(leaf.title),
  }))
  return (
    <>
      <Select
        name="parent"
        label={say(says.place)}
        hint={say(says.placeHint)}
        optional
        quiet
        choices={[{ value: '', label: say(says.topLevel) }, ...places]}
        {...f.of('parent')}
      />
      {f.line({ name: 'slug', label: say(says.address), hint: say(says.addressHint) })}
    </>
  )
}

function Removal({ collection, collections }: Pick<Props, 'collections'> & { collection: Leaf }) {
  const { say, t } = useSite()
  const heir = collections.find(({ id }) => id === (collection.parentId ?? 'all'))
  return (
    <div class="collection-end">
      <AskOnce
        open={say(says.remove)}
        action={deskLink.collection(collection.id, 'removal')}
        text={say(says.removeText, { to: t(heir?.title) })}
        act={say(says.removeAct)}
      />
    </div>
  )
}

type Leaf = NonNullable<Props['collection']>
