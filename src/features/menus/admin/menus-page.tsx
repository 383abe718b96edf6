import { WindowFrame } from '#features/content/admin/window-frame.tsx'
import type { Settings } from '#features/settings/rules.ts'
import { deskLink } from '#links.ts'
import { Done } from '#ui/desk-parts.tsx'
import { deskWords } from '#ui/desk-words.ts'
import { useSite } from '#ui/site.tsx'
import { NAMES, words } from '../desk-words.ts'
import { menuOf, type MenuName, MENUS } from '../rules.ts'

type Props = { menus: Settings['menus']; saved: boolean }

/** Every menu of the shop with what is in it. */
export function MenusPage({ menus, saved }: Props) {
  const { say } = useSite()
  return (
    <WindowFrame part="menus">
      {saved && <Done>{say(deskWords.saved)}</Done>}
      <ul class="desk-list desk-doors menu-doors">
        {MENUS.map((name) => (
          <MenuLine name={name} menus={menus} />
        ))}
      </ul>
    </WindowFrame>
  )
}

function MenuLine({ name, menus }: { name: MenuName; menus: Settings['menus'] }) {
  const { say, t } = useSite()
  const labels = menuOf(menus, name).map(({ label }) => t(label))
  return (
    <li>
      <a href={deskLink.content('menus', name)}>
        <b>{say(NAMES[name].name)}</b>{' '}
        <span class="xs soft">{labels.join(', ') || say(words.empty)}</span>
      </a>
    </li>
  )
}
