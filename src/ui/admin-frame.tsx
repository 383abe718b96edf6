import type { Child } from 'hono/jsx'
import { asset } from './assets.ts'
import { DESK_TABS, type DeskEntry, type DeskPlace } from './desk-entries.ts'
import { deskWords } from './desk-words.ts'
import { useSite } from './site.tsx'
import { words } from './words.ts'

type Props = {
  /** What the browser's tab says. The page draws its own h1. */
  title: string
  /** The entry of the menu that this page belongs to. */
  current?: DeskPlace
  /** The page above this one. */
  back?: { href: string; label: string }
  children?: Child
}

/** The way back to everything that can be set. */
export function useSettingsBack() {
  const { say } = useSite()
  return { href: '/admin/settings', label: say(deskWords.settings) }
}

/** The document around every page of the back office for whoever is signed in. */
export function AdminFrame({ title, current, back, children }: Props) {
  const { settings, say, link, desk } = useSite()
  return (
    <DeskDocument title={title}>
      <body class="desk">
        <a class="ears" href="#main">
          {say(words.skip)}
        </a>
        <header class="desk-side">
          <p class="desk-mark">{settings.shop.name}</p>
          <nav aria-label={say(deskWords.menu)}>
            <ul>
              {desk?.entries.map((entry, at) => (
                <MenuEntry entry={entry} current={entry.key === current} beyond={at >= DESK_TABS} />
              ))}
              {desk && desk.entries.length > DESK_TABS && <More current={current} />}
            </ul>
          </nav>
        </header>
        <main id="main">
          {back && (
            <p class="desk-back">
              <a href={back.href}>{back.label}</a>
            </p>
          )}
          {children}
        </main>
        <footer class="desk-exit">
          <a href={link.home()}>{say(deskWords.seeShop)}</a>
          <form method="post" action="/admin/account/sign-out">
            <button class="link">{say(deskWords.signOut)}</button>
          </form>
        </footer>
      </body>
    </DeskDocument>
  )
}

type EntryProps = { entry: DeskEntry; current: boolean; beyond: boolean }

function MenuEntry({ entry, current, beyond }: EntryProps) {
  const { say, desk } = useSite()
  const count = desk?.counts[entry.key] ?? 0
  return (
    <li class={beyond ? 'beyond' : undefined}>
      <a href={entry.href} aria-current={current ? 'page' : undefined}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d={entry.icon} />
        </svg>
        <span>{say(entry.label)}</span>
        {count > 0 && (
          <span class="badge num">
            {count > 99 ? '99+' : count}
            <span class="ears"> {say(deskWords.waiting, { count: '' }).trim()}</span>
          </span>
        )}
      </a>
    </li>
  )
}

/** On a phone: the way to the entries that have no tab. */
function More({ current }: { current: DeskPlace | undefined }) {
  const { say, desk } = useSite()
  const inside = desk?.entries.slice(DESK_TABS).some(({ key }) => key === current)
  return (
    <li class="more">
      <a href="/admin/more" aria-current={inside ? 'true' : undefined}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 10h.1M10 10h.1M16 10h.1" />
        </svg>
        <span>{say(deskWords.more)}</span>
      </a>
    </li>
  )
}

/** Everything that has no tab on a phone. */
export function MorePage() {
  const { say, desk } = useSite()
  return (
    <AdminFrame title={say(deskWords.moreTitle)}>
      <h1>{say(deskWords.moreTitle)}</h1>
      <ul class="desk-list desk-doors">
        {desk?.entries.slice(DESK_TABS).map(({ href, label }) => (
          <li>
            <a href={href}>{say(label)}</a>
          </li>
        ))}
      </ul>
    </AdminFrame>
  )
}

/** The document around the pages before the door: the shop's name, one act, the clay below. */
export function DoorFrame({ title, children }: { title: string; children?: Child }) {
  const { settings } = useSite()
  return (
    <DeskDocument title={title}>
      <body class="desk door">
        <main>
          <p class="desk-mark">{settings.shop.name}</p>
          {children}
        </main>
        <div class="pour" />
      </body>
    </DeskDocument>
  )
}

/** The document itself: for pages that are printed, which have neither menu nor door. */
export function DeskDocument({ title, children }: { title: string; children?: Child }) {
  const { settings, lang } = useSite()
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${settings.shop.name}`}</title>
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={asset('desk.css')} />
        <script type="module" src={asset('desk.tsx')}></script>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      {children}
    </html>
  )
}

/** No such page, for whoever is signed in. */
export function DeskLostPage() {
  const { say } = useSite()
  return (
    <AdminFrame title={say(deskWords.lostTitle)}>
      <h1>{say(deskWords.lostTitle)}</h1>
      <p class="soft">{say(deskWords.lostText)}</p>
    </AdminFrame>
  )
}
