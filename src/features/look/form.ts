import { hexOf } from '#lib/colour.ts'
import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Phrase } from '#lib/i18n.ts'
import { CHOICES, COLOUR_NAMES, COLOURS, type Fault, faultsOf, type Look } from './rules.ts'

/** A look as fields say it; a colour that is none is as the shop is built. */
export function lookIn(fields: Fields): Look {
  const form = readForm(fields)
  const typed = COLOUR_NAMES.map((name) => [name, hexOf(form.typed(name)) ?? COLOURS[name]])
  return {
    colours: { ...COLOURS, ...Object.fromEntries(typed) },
    corners: form.choice('corners', CHOICES.corners),
    base: form.choice('base', CHOICES.base),
    letters: form.choice('letters', CHOICES.letters),
  }
}

/** Reads the form of the look and refuses colours that cannot be told apart, with the nearest that can. */
export function readLook(fields: Fields): Read<Look> {
  const form = readForm(fields)
  for (const name of COLOUR_NAMES) if (!hexOf(form.typed(name))) form.fault(name, says.colour)
  const look = lookIn(fields)
  for (const fault of faultsOf(look.colours)) form.fault(fault.colour, phraseOf(fault))
  const hash = form.typed('logo')
  if (hash && !/^[0-9a-f]{24}$/.test(hash)) form.fault('logo', says.picture)
  return form.done(look)
}

/** What the form of a look holds. */
export function typedLook({ colours, ...choices }: Look): Record<string, string> {
  return { ...colours, ...choices }
}

const ON: Partial<Record<Fault['on'], Phrase>> = {
  ground: { fr: 'sur le fond', en: 'on the ground' },
  raised: { fr: 'sur les champs', en: 'on the fields' },
  sunk: { fr: 'sur le fond creusé', en: 'on the sunk ground' },
  foot: { fr: 'sur le pied', en: 'on the foot' },
}

function phraseOf({ on, ratio, needs, nearest }: Fault): Phrase {
  // Cut, not rounded: 4.49 is not 4.5.
  const cut = Math.floor(ratio * 10) / 10
  const better = nearest ?? ''
  return {
    fr: `Contraste ${inWords('fr', cut)} ${ON[on]?.fr ?? ''}, il en faut ${inWords('fr', needs)}. ${
      better ? `${better} convient.` : 'Changez d’abord le fond.'
    }`,
    en: `Contrast ${inWords('en', cut)} ${ON[on]?.en ?? ''}, it takes ${inWords('en', needs)}. ${
      better ? `${better} will do.` : 'Change the ground first.'
    }`,
  }
}

function inWords(lang: 'fr' | 'en', number: number): string {
  return new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB').format(number)
}

export const says = {
  colour: { fr: 'Une couleur, comme #1d4b5c.', en: 'A colour, such as #1d4b5c.' },
  picture: { fr: 'Choisissez une photo de la boutique.', en: 'Choose a picture of the shop.' },
} satisfies Record<string, Phrase>
