import { words as ledgerWords } from '#features/journal/desk-words.ts'
import { deskLink } from '#links.ts'
import { Tabs } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'

/** The books of the shop. */
export function BookTabs({ current }: { current: 'receipts' | 'turnover' | 'journal' }) {
  const { say } = useSite()
  const tabs = [
    { key: 'receipts', href: deskLink.books(), label: say(words.receipts) },
    { key: 'turnover', href: deskLink.books('turnover'), label: say(words.turnover) },
    { key: 'journal', href: deskLink.ledger(), label: say(ledgerWords.title) },
  ]
  return (
    <Tabs
      label={say(words.tabs)}
      tabs={tabs.map(({ key, ...tab }) => ({ ...tab, current: key === current }))}
    />
  )
}
