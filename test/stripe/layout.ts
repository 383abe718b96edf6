import { html, raw } from 'hono/html'
import { STYLE } from './style.ts'
import { WORDS, type Language } from './words.ts'

export type Html = ReturnType<typeof html>

/** A whole page, with the sentence that says what this is not. */
export function layout(language: Language, title: string, main: Html): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <header class="notice"><p>${WORDS.notStripe[language]}</p></header>
        <main>
          <h1>${title}</h1>
          ${main}
        </main>
      </body>
    </html>`
}
