import { html } from 'hono/html'

const CLAY = '#C2A484'
const RAW_CLAY = '#B08B64'

/** A colour as a test tile: glaze above, clay below. Always beside its name. */
export function Swatch({ colour }: { colour: string }) {
  const clay = html`<path fill="${clayUnder(colour)}" d="M0 0h44v56H0z"/>`
  const glaze = html`<path fill="${colour}" d="M0 0h44v43.5c-9 2-15-.8-23 0s-14 2-21 .6z"/>`
  return html`<svg class="sw" viewBox="0 0 44 56" aria-hidden="true">${clay}${glaze}</svg>`
}

/** A glaze that is nearly the colour of clay lies on a darker one, so that its foot shows. */
export function clayUnder(colour: string): string {
  const far = [1, 3, 5].reduce(
    (sum, at) => sum + Math.abs(channel(colour, at) - channel(CLAY, at)),
    0,
  )
  return far < 30 ? RAW_CLAY : CLAY
}

const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
