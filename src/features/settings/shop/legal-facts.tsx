import { countryName } from '#lib/address.ts'
import { useSite } from '#ui/site.tsx'
import { FACT_WORDS, words } from '../legal-words.ts'
import { LEGAL_FACTS } from '../legal-rules.ts'

/** What the law wants said of the shop, as the settings know it: below the legal notice. What is empty is left out. */
export function LegalFacts() {
  const { settings, lang, say } = useSite()
  const { legal, shop } = settings
  const facts = LEGAL_FACTS.flatMap((name) =>
    legal[name] ? [{ label: say(FACT_WORDS[name].label), text: legal[name] }] : [],
  )
  if (facts.length === 0) return null
  const { line1, postalCode, city, country } = shop.address
  const place = `${postalCode} ${city}`.trim()
  const address = [line1, place, countryName(country, lang)].filter(Boolean).join(', ')
  const rows = [
    { label: shop.name, text: address },
    { label: say(words.reach), text: [shop.email, shop.phone].filter(Boolean).join(', ') },
    ...facts,
  ]
  return (
    <section class="wrap sec facts-of-law" aria-label={say(words.title)}>
      <dl class="rows">
        {rows.map(({ label, text }) => (
          <div>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
