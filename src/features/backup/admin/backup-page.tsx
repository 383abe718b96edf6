import { formatMoment, localTime } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { AdminFrame, useSettingsBack } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { DeskHead } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { isStale, type Part } from '../rules.ts'

type Props = {
  /** When the rows were last saved; null for never. */
  lastAt: number | null
  counts: Record<'products' | 'orders' | 'customers', number>
  pictures: { count: number; bytes: number }
  parts: readonly Part[]
  /** Whether a form asked for a part that there is not. */
  isWrong: boolean
}

/** When the shop was last saved, the files that save it, and how it is brought back from them. */
export function BackupPage({ lastAt, counts, pictures, parts, isWrong }: Props) {
  const { say, now } = useSite()
  return (
    <AdminFrame title={say(words.title)} current="settings" back={useSettingsBack()}>
      <DeskHead title={say(words.title)} />
      <p class="soft people-text">{say(words.text)}</p>
      {isWrong && <Notice urgent>{say(words.wrong)}</Notice>}
      {!isWrong && isStale(lastAt, now) && (
        <Notice>{say(lastAt === null ? words.never : words.stale)}</Notice>
      )}
      <Held lastAt={lastAt} counts={counts} pictures={pictures} />
      <section class="customer-part" aria-labelledby="make-title">
        <h2 id="make-title">{say(words.make)}</h2>
        <p class="s soft">{say(words.makeText)}</p>
        <div class="backup-files">
          {parts.map((part, nth) => (
            <Download part={part} nth={nth} of={parts.length - 1} />
          ))}
        </div>
      </section>
      <Restoring of={parts.length - 1} />
    </AdminFrame>
  )
}

function Held({ lastAt, counts, pictures }: Pick<Props, 'lastAt' | 'counts' | 'pictures'>) {
  const { say, settings, lang } = useSite()
  const numbers = new Intl.NumberFormat(lang)
  const size = new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(pictures.bytes / 1e6)
  const when =
    lastAt === null ? say(words.none) : formatMoment(lastAt, settings.shop.timeZone, lang)
  return (
    <dl class="rows people-forget">
      <Row name={say(words.last)} value={when} />
      {(['products', 'orders', 'customers'] as const).map((kind) => (
        <Row name={say(words[kind])} value={numbers.format(counts[kind])} />
      ))}
      <Row
        name={say(words.pictures)}
        value={say(words.sized, { count: numbers.format(pictures.count), size })}
      />
    </dl>
  )
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="num">{value}</dd>
    </div>
  )
}

/** One file. A post, for it is written down who took it. */
function Download({ part, nth, of }: { part: Part; nth: number; of: number }) {
  const { say } = useSite()
  const some = of > 1 ? say(words.getSome, { nth, of }) : say(words.getPictures)
  return (
    <form method="post" action={deskLink.backup('archive')}>
      {!part.rows && (
        <>
          <input type="hidden" name="after" value={part.after} />
          <input type="hidden" name="nth" value={String(nth)} />
          {part.upTo !== null && <input type="hidden" name="upTo" value={part.upTo} />}
        </>
      )}
      <Button name="part" value={part.rows ? 'rows' : 'pictures'} quiet={!part.rows}>
        {part.rows ? say(words.getRows) : some}
      </Button>
    </form>
  )
}

function Restoring({ of }: { of: number }) {
  const { say, now } = useSite()
  const { day } = localTime(now, 'UTC')
  const pictures = Array.from({ length: of }, (_, i) => `echoppe-${day}-pictures-${i + 1}.tar`)
  const files = [`echoppe-${day}.tar`, ...pictures.slice(0, 2)].join(' ')
  return (
    <section class="customer-part backup-commands" aria-labelledby="restore-title">
      <h2 id="restore-title">{say(words.restore)}</h2>
      <p class="s soft">{say(words.restoreText)}</p>
      <pre>
        <code>
          npm run restore -- --remote {files}
          {of > 2 ? ' …' : ''}
        </code>
      </pre>
      <p class="s soft">{say(words.whole)}</p>
      <pre>
        <code>npm run backup -- --remote echoppe-{day}.tar</code>
      </pre>
    </section>
  )
}
