import { html, raw } from 'hono/html'
// oxlint-disable-next-line no-restricted-imports -- a picture is drawn at the widths it is made in
import { PLAIN_UP_TO, widestFor, widthsFor } from '#features/images/rules.ts'
import { picturePreload } from './preloads.ts'
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

/**
 * A picture in the formats the browser knows, on the colour of its own edge while it loads. What a page draws twenty
 * times is a template: it takes a quarter of the time that elements take.
 */
export function Picture({ image, alt = '', sizes, upTo = 1800, focus = 4, first = false }: Props) {
  const site = useSite()
  const { hash, width, height, ground } = image
  const avif = srcset(site, image, 'avif', upTo)
  if (first === 'lcp') site.preloads.add(picturePreload(avif, sizes))
  const fallback = widestFor(width, Math.min(upTo, PLAIN_UP_TO))
  const spot = focus === 4 ? '' : ` f${focus}`
  const load = raw(first === 'lcp' ? ' fetchpriority="high"' : first ? '' : ' loading="lazy"')
  const source = (format: 'avif' | 'webp', choice: string) =>
    html`<source type="image/${format}" srcset="${choice}" sizes="${sizes}">`
  return html`<picture>${source('avif', avif)}${source('webp', srcset(site, image, 'webp', upTo))}
<img class="g${ground}${spot}" src="${site.picture(hash, fallback, 'jpg')}" width="${width}" height="${height}" alt="${alt}"${load}></picture>`
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
