import { useFields } from '#ui/desk-fields.tsx'
import { useSite } from '#ui/site.tsx'
import { FACT_WORDS, words } from '../legal-words.ts'
import { type LegalFact, missingFacts } from '../legal-rules.ts'
import type { Sheet } from '../setting-desk.tsx'
import { SettingSheet, SheetPart } from './setting-sheet.tsx'

const WHO: readonly LegalFact[] = ['owner', 'siren', 'register', 'vatNumber', 'director']
const OTHERS: readonly LegalFact[] = ['host', 'mediator', 'packagingId']

/** What the law wants said of the shop, each with when it is needed. */
export function LegalPage({ sheet }: { sheet: Sheet }) {
  const { say, settings } = useSite()
  const missing = missingFacts(settings).map((fact) => say(FACT_WORDS[fact].label))
  return (
    <SettingSheet
      title={say(words.title)}
      text={say(words.text)}
      action="/admin/legal"
      sheet={sheet}
      above={
        missing.length > 0 && (
          <p class="s setting-text">{say(words.missing, { facts: missing.join(', ') })}</p>
        )
      }
    >
      <Facts title={say(words.who)} facts={WHO} sheet={sheet} />
      <Facts title={say(words.others)} facts={OTHERS} sheet={sheet} />
    </SettingSheet>
  )
}

type FactsProps = { title: string; facts: readonly LegalFact[]; sheet: Sheet }

function Facts({ title, facts, sheet }: FactsProps) {
  const { say } = useSite()
  const f = useFields(sheet)
  return (
    <SheetPart title={title}>
      {facts.map((name) => {
        const { label, hint } = FACT_WORDS[name]
        const field = { name, label: say(label), hint: say(hint), maxlength: 300 }
        return name === 'host' || name === 'mediator'
          ? f.area({ ...field, rows: 2 })
          : f.line(field)
      })}
    </SheetPart>
  )
}
