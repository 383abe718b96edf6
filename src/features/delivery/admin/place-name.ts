import { countryName } from '#lib/address.ts'
import { type Lang, say } from '#lib/i18n.ts'
import { words } from '../desk-words.ts'
import { OVERSEAS } from '../rules.ts'

/** A country as parcels know it: France is its mainland there. */
export function placeName(code: string, lang: Lang): string {
  if (code === 'FR') return say(words.mainland, lang)
  return code === OVERSEAS ? say(words.overseas, lang) : countryName(code, lang)
}
