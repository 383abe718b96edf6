/** The face of titles: the one file that it takes. */
export const FACE = '/fonts/ysabeau-latin-300-600.woff2'

/*
 * Values of the `Link` header, by which a browser asks for what a page needs before it has read the page. Cloudflare
 * repeats them as Early Hints, where Chromium takes those of style sheet and face, and leaves a picture, whose width
 * the window decides, for the page itself.
 */

export const stylePreload = (href: string) => `<${href}>; rel=preload; as=style`

export const facePreload = () => `<${FACE}>; rel=preload; as=font; type="font/woff2"; crossorigin`

/** The widest address is for a browser that knows no `imagesrcset`. */
export function picturePreload(srcset: string, sizes: string): string {
  const widest = srcset.split(',').at(-1)?.split(' ')[0] ?? ''
  const choice = `imagesrcset="${srcset}"; imagesizes="${sizes}"`
  return `<${widest}>; rel=preload; as=image; type="image/avif"; ${choice}; fetchpriority=high`
}
