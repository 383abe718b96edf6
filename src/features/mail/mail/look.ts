import type { Settings } from '#features/settings/rules.ts'

const COLOURS = {
  '--ground': '#f5f6f2',
  '--foot': '#d9c6ae',
  '--foot-deep': '#a0774c',
  '--plate': '#cdc4b6',
  '--line': '#d6d6cd',
  '--ink': '#15252b',
  '--soft': '#525e5f',
  '--accent': '#1d4b5c',
  '--on-accent': '#ffffff',
}

const TITLE = 'font-family:Georgia,Times,serif;font-weight:400'
const TEXT = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif'

export type Look = ReturnType<typeof lookOf>

/** The styles of a mail, in the shop's colours: inline, because mail programs drop the others. */
export function lookOf(theme: Settings['theme']) {
  const c = (name: keyof typeof COLOURS) => theme[name] ?? COLOURS[name]
  const ground = c('--ground')
  const text = `${TEXT};font-size:16px;line-height:25px;color:${c('--ink')}`
  const small = `${TEXT};font-size:14px;line-height:22px;color:${c('--soft')}`
  const line = `border-top:1px solid ${c('--line')}`
  return {
    body: `margin:0;padding:0;background-color:${ground}`,
    page: `max-width:600px;margin:0 auto;background-color:${ground}`,
    plain: 'padding:0',
    pad: `padding:28px 40px 0`,
    last: `padding:0 40px 28px`,
    head: `padding:32px 40px 24px`,
    wordmark: `${TITLE};font-size:26px;line-height:32px;color:${c('--ink')};text-decoration:none`,
    logo: 'display:block;border:0;max-height:48px;width:auto',
    picture: `display:block;border:0;width:100%;height:auto;background-color:${c('--plate')}`,
    foot: `padding:28px 40px 32px;background-color:${c('--foot')}`,
    title: `${TITLE};margin:0 0 12px;font-size:34px;line-height:42px;color:${c('--ink')}`,
    text,
    paragraph: `${text};margin:0`,
    button: `background-color:${c('--accent')};border-bottom:4px solid ${c('--foot-deep')}`,
    buttonLink: `${TEXT};display:inline-block;padding:13px 26px;font-size:16px;line-height:24px;font-weight:600;color:${c('--on-accent')};text-decoration:none`,
    thumb: `display:block;border:0;background-color:${c('--plate')}`,
    thumbCell: `${line};padding:14px 0;width:96px;vertical-align:top`,
    cell: `${line};padding:12px 0;vertical-align:top`,
    sum: `${text};${line};padding:12px 0 12px 16px;vertical-align:top;text-align:right;white-space:nowrap`,
    name: `${TITLE};font-size:20px;line-height:28px;color:${c('--ink')}`,
    small,
    label: `${text};${line};padding:8px 0;color:${c('--soft')}`,
    total: `${text};border-top:1px solid ${c('--ink')};padding:10px 0`,
    totalSum: `${text};border-top:1px solid ${c('--ink')};padding:10px 0 10px 16px;font-weight:700;text-align:right;white-space:nowrap;vertical-align:top`,
    panel: 'display:inline-block;width:100%;max-width:258px;padding:0 0 20px;vertical-align:top',
    strong: `${text};margin:0;font-weight:700`,
    link: `color:${c('--ink')};text-decoration:underline`,
    legal: `${line};padding:20px 0 0`,
    legalTitle: `${TEXT};margin:0 0 4px;font-size:14px;line-height:22px;font-weight:700;color:${c('--ink')}`,
    legalText: `${small};margin:0 0 16px`,
  }
}
