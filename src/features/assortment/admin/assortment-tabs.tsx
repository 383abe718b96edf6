import { deskLink } from '#links.ts'
import { Tabs } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'

/** The three lists of what is sold. */
export function AssortmentTabs({ current }: { current: 'pieces' | 'collections' | 'sales' }) {
  const { say } = useSite()
  const tab = (key: typeof current, href: string) => ({
    href,
    label: say(words[key]),
    current: key === current,
  })
  return (
    <div class="assort-tabs">
      <Tabs
        label={say(words.parts)}
        tabs={[
          tab('pieces', deskLink.products()),
          tab('collections', deskLink.collections()),
          tab('sales', deskLink.sales()),
        ]}
      />
    </div>
  )
}
