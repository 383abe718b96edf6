import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { imagesByHash } from '#features/images/queries.ts'
import { drawDesk, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { saveSettings } from '#features/settings/save-settings.ts'
import type { Settings } from '#features/settings/rules.ts'
import { shortHash } from '#lib/hash.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { lookIn, readLook, says, typedLook } from '../form.ts'
import { LOOK_KEYS, LOOKS } from '../looks.ts'
import { type Look, lookOf, mended, propertiesOf, themeOf } from '../rules.ts'
import { LookPage } from './look-page.tsx'

export const lookDesk = router()
  .get('/', async (c) => {
    const { rows, settings, mark } = await open(c)
    const { from, done } = c.req.query()
    const start = LOOK_KEYS.find((name) => name === from)
    const look = start ? LOOKS[start] : lookOf(settings.theme)
    const told = start ? ('unsaved' as const) : done === 'saved' ? ('saved' as const) : undefined
    const [logo = null] = await imagesByHash(c.var.tools.db, [settings.shop.logo ?? ''])
    const page = { typed: typedLook(look), mark, sheet: sheetOf(look), logo, told }
    return drawDesk(c, openDesk(c, rows), <LookPage {...page} />)
  })
  .get('/preview.css', (c) => {
    const own = Object.entries(propertiesOf(lookIn(c.req.query())))
    const css = own.map(([name, value]) => `${name}:${value}`).join(';')
    // What is made of other properties at the root, once more where these are.
    const mixed = [
      '--soft-on-foot:color-mix(in srgb,var(--ink) 75%,var(--foot))',
      '--bad-on-foot:color-mix(in srgb,var(--bad) 75%,var(--ink))',
    ].join(';')
    return c.body(`.look-sample{${css};${mixed}}`, 200, {
      'content-type': 'text/css; charset=utf-8',
    })
  })
  .post('/', postLook)

async function open(c: Context<App>) {
  const rows = await allSettings(c.var.tools.db)
  const settings = readSettings(rows)
  const mark = shortHash(JSON.stringify([settings.theme, settings.shop.logo]))
  return { rows, settings, mark }
}

/** The address of the style sheet that the sample wears. */
function sheetOf(look: Look): string {
  return `${deskLink.content('look', 'preview.css')}?${new URLSearchParams(typedLook(look)).toString()}`
}

async function postLook(c: Context<App>) {
  const { tools } = c.var
  const { rows, settings, mark } = await open(c)
  const typed = await fieldsOf(c)
  const look = lookIn(typed)
  const [logo = null] = await imagesByHash(tools.db, [typed['logo'] ?? ''])
  type Form = Partial<Parameters<typeof LookPage>[0]>
  const draw = (form: Form, status: 200 | 409 | 422 = 200) => {
    const page = { typed, mark, sheet: sheetOf(look), logo, ...form }
    return drawDesk(c, openDesk(c, rows), <LookPage {...page} />, status)
  }
  if (typed['act'] === 'mend') {
    const better = { ...look, colours: mended(look.colours) }
    const form = { ...typed, ...typedLook(better) }
    return draw({ typed: form, sheet: sheetOf(better), told: 'unsaved' })
  }
  if (typed['act']) return draw({ told: 'unsaved' })
  const read = readLook(typed)
  if (!read.ok) return draw({ problems: read.problems }, 422)
  if (typed['logo'] && !logo) return draw({ problems: { logo: says.picture } }, 422)
  if (typed['mark'] !== mark) return draw({ told: 'stale' }, 409)
  const next = nextOf(settings, read.value, logo?.hash ?? null)
  const saved = await saveSettings(tools, actorOf(c), { was: settings, next })
  if (!saved) return draw({ told: 'stale' }, 409)
  return c.redirect(`${deskLink.content('look')}?done=saved`, 303)
}

/** The settings with a look in them. Properties that no look knows stay as they are. */
function nextOf({ theme, shop }: Settings, look: Look, logo: string | null) {
  const known = propertiesOf(look)
  const others = Object.entries(theme).filter(([name]) => !Object.hasOwn(known, name))
  return { theme: { ...Object.fromEntries(others), ...themeOf(look) }, shop: { ...shop, logo } }
}
