import type { CardRow, TopCollection } from '#features/catalogue/queries.ts'
import type { Option } from '#features/catalogue/rules.ts'
import type { Image } from '#features/images/queries.ts'
import type { Block } from '#features/settings/rules.ts'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import type { PostRow } from '#features/content/queries.ts'
import { localTime } from '#lib/dates.ts'
import type { FeatureRow, ShelfRow } from '../queries.ts'
import { shownBlocks } from '../rules.ts'
import { HomeBanner } from './home-banner.tsx'
import { HomeCollections } from './home-collections.tsx'
import { HomeFeature } from './home-feature.tsx'
import { HomeHero } from './home-hero.tsx'
import { HomeJournal } from './home-journal.tsx'
import { HomeNewest } from './home-newest.tsx'
import { HomeProducts } from './home-products.tsx'
import { HomePromises, HomeStatement } from './home-sayings.tsx'
import { HomeSwatches } from './home-swatches.tsx'

export type HomeRows = {
  pictures: Image[]
  newest: CardRow[]
  leads: CardRow[]
  collections: TopCollection[]
  feature: FeatureRow[]
  pieces: CardRow[]
  shelves: ShelfRow[]
  posts: PostRow[]
  options: { options: Option[] }[]
}

/** The shop's front, block by block as the maker laid it out. */
export function HomePage(rows: HomeRows) {
  const { settings, now, t } = useSite()
  const { shop, home } = settings
  const blocks = shownBlocks(home.blocks, localTime(now, shop.timeZone).day)
  const [first] = blocks
  return (
    <ShopFrame
      title={shop.name}
      description={t(shop.description)}
      image={rows.pictures.find(({ hash }) => first && 'image' in first && hash === first.image)}
    >
      {first?.type !== 'hero' && <h1 class="wrap">{shop.name}</h1>}
      {blocks.map((block) => (
        <HomeBlock block={block} rows={rows} first={block === first} />
      ))}
    </ShopFrame>
  )
}

type BlockProps = { block: Block; rows: HomeRows; first: boolean }

function HomeBlock({ block, rows, first }: BlockProps) {
  switch (block.type) {
    case 'hero':
      return <HomeHero block={block} pictures={rows.pictures} first={first} />
    case 'statement':
      return <HomeStatement block={block} />
    case 'swatches':
      return <HomeSwatches block={block} products={rows.options} />
    case 'newest':
      return <HomeNewest block={block} leads={rows.leads} products={rows.newest} />
    case 'collections':
      return <HomeCollections block={block} collections={rows.collections} />
    case 'feature':
      return <HomeFeature block={block} pictures={rows.pictures} variants={rows.feature} />
    case 'journal':
      return <HomeJournal block={block} posts={rows.posts} />
    case 'promises':
      return <HomePromises block={block} />
    case 'banner':
      return <HomeBanner block={block} pictures={rows.pictures} />
    case 'products':
      return <HomeProducts block={block} pieces={rows.pieces} shelves={rows.shelves} />
    default:
      return block satisfies never
  }
}
