import { html } from 'hono/html'
import type { Lang } from '#lib/i18n.ts'
import { Frame } from './frame.tsx'
import { lookOf } from './look.ts'
import { Opening, Panels } from './opening.tsx'

/** A short mail: what happened, a few sentences, one way on, facts below. */
export type Note = {
  lang: Lang
  subject: string
  shop: { name: string; url: string; logo: string | null }
  picture: { src: string; alt: string } | null
  title: string
  paragraphs: readonly string[]
  button: { url: string; label: string } | null
  panels: readonly { title: string; lines: readonly string[] }[]
}

/** Draws a short mail, as HTML and as text. */
export async function drawNote(note: Note, theme: Record<string, string>) {
  const look = lookOf(theme)
  const lead = note.paragraphs.flatMap((paragraph) => paragraph.split('\n'))
  const page = await html`<!doctype html>${(
    <Frame content={note} look={look}>
      <Opening content={{ ...note, lead }} look={look} />
      <Panels content={note} look={look} />
    </Frame>
  )}`
  return { subject: note.subject, html: String(page), text: noteText(note) }
}

function noteText({ title, paragraphs, button, panels }: Note): string {
  return [
    title,
    ...paragraphs,
    ...(button ? [`${button.label}\n${button.url}`] : []),
    ...panels.map((panel) => [panel.title, ...panel.lines].join('\n')),
  ].join('\n\n')
}
