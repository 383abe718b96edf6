// oxlint-disable-next-line no-restricted-imports -- a picture is drawn at the widths it is made in
import { PLAIN_UP_TO, widestFor, widthsFor } from '#features/images/rules.ts'
import { type Site, useSite } from './site.tsx'

type Picture = { hash: string; width: number; height: number; ground: string }

type Props = {
  image: Picture
  /** Empty when the picture stands beside its name. */
  alt?: string
  /** How wide it is drawn, as the `sizes` of the page's layout. */
  sizes: string
  /** The widest rendition that this place can use. */
  upTo?: number
  /** What stays in sight when it is cut: one of nine places, row by row; 4 is the centre. */
  focus?: number | undefined
  /** On the first screen: loaded at once, and first when it is the largest. */
  first?: boolean | 'lcp'
}

/** A picture in the formats the browser knows, on the colour of its own edge while it loads. */
export function Picture({ image, alt = '', sizes, upTo = 1800, focus = 4, first = false }: Props) {
  const site = useSite()
  const { hash, width, height, ground } = image
  const fallback = widestFor(width, Math.min(upTo, PLAIN_UP_TO))
  return (
    <picture>
      <source type="image/avif" srcset={srcset(site, image, 'avif', upTo)} sizes={sizes} />
      <source type="image/webp" srcset={srcset(site, image, 'webp', upTo)} sizes={sizes} />
      <img
        class={focus === 4 ? `g${ground}` : `g${ground} f${focus}`}
        src={site.picture(hash, fallback, 'jpg')}
        width={width}
        height={height}
        alt={alt}
        loading={first ? undefined : 'lazy'}
        fetchpriority={first === 'lcp' ? 'high' : undefined}
      />
    </picture>
  )
}

/** The renditions of a picture for an attribute of that name, down to a third of the widest. */
export function srcset(
  site: Pick<Site, 'picture'>,
  image: Picture,
  format: 'avif' | 'webp',
  upTo: number,
): string {
  const widest = Math.min(image.width, upTo)
  return widthsFor(widest)
    .filter((width) => width * 3 > widest)
    .map((width) => `${site.picture(image.hash, width, format)} ${width}w`)
    .join()
}
