import type { Child } from 'hono/jsx'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { DeskHead, Tabs } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { PARTS, words } from '../desk-words.ts'

export type Part = keyof typeof PARTS

const KEYS: readonly Part[] = ['home', 'journal', 'pages', 'menus', 'look']

/** The address of a part of the shop window. */
export function partLink(part: Part): string {
  return part === 'home' ? deskLink.content() : deskLink.content(part)
}

type Props = { part: Part; acts?: Child; children?: Child }

/** The first page of a part of the shop window, with the way to the others. */
export function WindowFrame({ part, acts, children }: Props) {
  const { say } = useSite()
  const tabs = KEYS.map((key) => ({
    href: partLink(key),
    label: say(PARTS[key]),
    current: key === part,
  }))
  return (
    <AdminFrame title={`${say(PARTS[part])}, ${say(words.title).toLowerCase()}`} current="content">
      <DeskHead title={say(words.title)}>{acts}</DeskHead>
      <div class="order-tools">
        <Tabs label={say(words.parts)} tabs={tabs} />
      </div>
      {children}
    </AdminFrame>
  )
}
