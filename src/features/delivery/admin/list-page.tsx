import { deskLink } from '#links.ts'
import { AdminFrame, useSettingsBack } from '#ui/admin-frame.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DeskHead, Done, Nothing } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import type { MethodRow } from '../desk-queries.ts'
import { words } from '../desk-words.ts'
import { OVERSEAS } from '../rules.ts'
import { placeName } from './place-name.ts'

const TOLD = { added: words.added, saved: words.saved, removed: words.removed, moved: words.moved }

export type Told = keyof typeof TOLD

type Props = { methods: readonly MethodRow[]; told?: string | undefined }

/** Every way to deliver, in the order that buyers see. */
export function ListPage({ methods, told }: Props) {
  const { say } = useSite()
  const done = isTold(told) ? TOLD[told] : null
  const add = <ButtonLink href={deskLink.newDelivery()}>{say(words.add)}</ButtonLink>
  return (
    <AdminFrame title={say(words.title)} current="settings" back={useSettingsBack()}>
      <DeskHead title={say(words.title)}>{methods.length > 0 && add}</DeskHead>
      {done && <Done>{say(done)}</Done>}
      {methods.length === 0 ? (
        <Nothing text={say(words.none)}>{add}</Nothing>
      ) : (
        <>
          <p class="s soft setting-text">{say(words.text)}</p>
          <ol class="setting-list">
            {methods.map((method, at) => (
              <Row method={method} first={at === 0} last={at === methods.length - 1} />
            ))}
          </ol>
        </>
      )}
    </AdminFrame>
  )
}

function isTold(told: string | undefined): told is Told {
  return told !== undefined && Object.hasOwn(TOLD, told)
}

function Row({ method, first, last }: { method: MethodRow; first: boolean; last: boolean }) {
  const { t } = useSite()
  const line = useLine(method)
  return (
    <li>
      <a href={deskLink.delivery(method.id)}>
        <b>{t(method.title)}</b>
        <span class="xs soft">{line}</span>
      </a>
      <Move method={method} by="up" off={first} />
      <Move method={method} by="down" off={last} />
    </li>
  )
}

/** Where to, for how much, how fast: in one line. */
function useLine({ kind, countries, bands, minDays, maxDays, offered }: MethodRow): string {
  const { say, price, lang } = useSite()
  const lowest = bands.length > 0 ? Math.min(...bands.map((band) => band.price)) : 0
  const [only] = countries
  const where =
    kind === 'pickup'
      ? say(words.pickup)
      : countries.length === 1 && only
        ? placeName(only, lang)
        : countries.length === 2 && countries.includes('FR') && countries.includes(OVERSEAS)
          ? countries.map((code) => placeName(code, lang)).join(', ')
          : say(words.countries, { count: countries.length })
  const days = minDays !== maxDays ? words.days : maxDays < 2 ? words.oneDay : words.sameDays
  return [
    offered ? '' : say(words.notOffered),
    where,
    lowest === 0 ? say(words.free) : say(words.from, { price: price(lowest) }),
    say(days, { from: minDays, to: maxDays }),
  ]
    .filter(Boolean)
    .join(', ')
}

type MoveProps = { method: MethodRow; by: 'up' | 'down'; off: boolean }

function Move({ method, by, off }: MoveProps) {
  const { say, t } = useSite()
  return (
    <form method="post" action={deskLink.delivery(method.id, 'place')}>
      <button class="setting-move" name="by" value={by} disabled={off}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d={by === 'up' ? 'M10 16V4M5 9l5-5 5 5' : 'M10 4v12M5 11l5 5 5-5'} />
        </svg>
        <span class="ears">
          {say(words[by])} {t(method.title)}
        </span>
      </button>
    </form>
  )
}
