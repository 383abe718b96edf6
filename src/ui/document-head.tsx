// oxlint-disable-next-line no-restricted-imports -- a picture is named at a width it is made in
import { SHARED_UP_TO, widestFor } from '#features/images/rules.ts'
import { inLanguage } from '#links.ts'
import { asset } from './assets.ts'
import { facePreload, stylePreload } from './preloads.ts'
import { type Site, useSite } from './site.tsx'
import { setInOwnFace, stylesheet } from './stylesheet.ts'

type Picture = { hash: string; width: number; height: number; ground: string }

export type DocumentHeadProps = {
  title: string
  description?: string | undefined
  /** A page that search engines should leave alone. */
  hidden?: boolean
  /** Cart, checkout and order have a sheet of their own beside the shop's, which public pages need not carry. */
  till?: boolean
  /** What is shown of the page elsewhere. */
  image?: Picture | null | undefined
  /** The query that belongs to the page's one address, such as `?after=…`. */
  query?: string
}

/** What browsers, search engines and other sites read of a page. */
export function DocumentHead({
  title,
  description,
  hidden,
  till,
  image,
  query,
}: DocumentHeadProps) {
  const site = useSite()
  const { settings, path, origin, preloads } = site
  const { shop, theme, pictures } = settings
  const sheets = [stylesheet(theme), ...(till ? [asset('till.css')] : [])]
  const full = title === shop.name ? title : `${title} · ${shop.name}`
  const here = origin + path + (query ?? '')
  for (const sheet of sheets) preloads.add(stylePreload(sheet))
  if (setInOwnFace(theme)) preloads.add(facePreload())
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{full}</title>
      {description && <meta name="description" content={description} />}
      {hidden && <meta name="robots" content="noindex" />}
      {pictures.base && <link rel="preconnect" href={pictures.base} />}
      {sheets.map((sheet) => (
        <link rel="stylesheet" href={sheet} />
      ))}
      <script type="module" src={asset('shop.tsx')}></script>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {!hidden && <Addresses here={here} query={query ?? ''} />}
      <meta property="og:site_name" content={shop.name} />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      {image && <meta property="og:image" content={shared(site, image)} />}
    </head>
  )
}

/** A picture for other sites, with its whole address wherever it is. */
function shared({ picture, origin }: Site, { hash, width }: Picture): string {
  return new URL(picture(hash, widestFor(width, SHARED_UP_TO), 'jpg'), origin).href
}

/** The page's one address, and the same page in the other languages. */
function Addresses({ here, query }: { here: string; query: string }) {
  const { settings, path, origin } = useSite()
  const { languages } = settings.shop
  const other = (lang: (typeof languages)[number]) =>
    origin + inLanguage(path, lang, languages) + query
  const [first] = languages
  return (
    <>
      <link rel="canonical" href={here} />
      {languages.length > 1 &&
        languages.map((lang) => <link rel="alternate" hreflang={lang} href={other(lang)} />)}
      {languages.length > 1 && first && (
        <link rel="alternate" hreflang="x-default" href={other(first)} />
      )}
    </>
  )
}
