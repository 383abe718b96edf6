import type { Lang } from '#lib/i18n.ts'

const KILOGRAM = 1000

/** "330 g", "1,15 kg": kilograms from the first one on. */
export function formatWeight(grams: number, lang: Lang): string {
  const heavy = grams >= KILOGRAM
  return new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'unit',
    unit: heavy ? 'kilogram' : 'gram',
    maximumFractionDigits: 2,
  }).format(heavy ? grams / KILOGRAM : grams)
}
