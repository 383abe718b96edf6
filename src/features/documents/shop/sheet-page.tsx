import { DocumentHead } from '#ui/document-head.tsx'
import { Phase } from '#ui/phase.tsx'
import { useSite } from '#ui/site.tsx'
import type { Sheet, SheetLine } from '../sheet.ts'
import { words } from '../words.ts'

/** A document as a sheet, in its own language: to read, and right when it is printed. */
export function SheetPage({ sheet, token }: { sheet: Sheet; token: string }) {
  const { link } = useSite()
  const { lang, kind, number } = sheet
  return (
    <html lang={lang}>
      <DocumentHead title={`${kind} ${number}`} hidden till />
      <body class="paper">
        <main id="main">
          <p class="paper-acts">
            <a href={link.order(token)}>{words.back[lang]}</a>
            <a class="btn" href={link.document(token, number, 'pdf')}>
              {words.pdf[lang]}
            </a>
          </p>
          <article class="sheet">
            <header class="sides">
              <p class="d1">{sheet.shop}</p>
              <Phase name="half" />
            </header>
            <h1>
              <span class="l soft">{kind} </span>
              {number}
            </h1>
            <Parties sheet={sheet} />
            <Facts sheet={sheet} />
            <Lines sheet={sheet} />
            <Totals sheet={sheet} />
            <footer>
              {sheet.notes.map((note) => (
                <p>{note}</p>
              ))}
            </footer>
          </article>
        </main>
      </body>
    </html>
  )
}

function Parties({ sheet: { seller, buyer } }: { sheet: Sheet }) {
  return (
    <div class="sheet-parties">
      {[seller, buyer].map(({ label, name, lines }) => (
        <div>
          <p class="xs soft">{label}</p>
          <p class="d1">{name}</p>
          {lines.map((line) => (
            <p>{line}</p>
          ))}
        </div>
      ))}
    </div>
  )
}

function Facts({ sheet: { facts } }: { sheet: Sheet }) {
  return (
    <dl class="rows">
      {facts.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd class="num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Lines({ sheet: { columns, lines } }: { sheet: Sheet }) {
  return (
    <table class="sheet-lines">
      <thead>
        <tr>
          {columns.map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line line={line} columns={columns} />
        ))}
      </tbody>
    </table>
  )
}

/** On a phone each figure stands below the other, after the head of its column. */
function Line({ line, columns }: { line: SheetLine; columns: readonly string[] }) {
  return (
    <tr>
      <td>
        <span class="d1">{line.title}</span>
        {line.details.map((text) => (
          <p class="s soft">{text}</p>
        ))}
      </td>
      {line.cells.map((text, i) => (
        <td class="num" data-head={columns[i + 1]}>
          {text}
        </td>
      ))}
    </tr>
  )
}

function Totals({ sheet: { lang, rates, totals, total } }: { sheet: Sheet }) {
  const [heads, ...rows] = rates
  return (
    <div class="sheet-totals">
      {heads && (
        <table>
          <caption class="ears">{words.byRate[lang]}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells) => (
              <tr>
                {cells.map((text) => (
                  <td class="num">{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl class="rows">
        {totals.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd class="num">{value}</dd>
          </div>
        ))}
        <div class="total">
          <dt>{total[0]}</dt>
          <dd class="d2 num">{total[1]}</dd>
        </div>
      </dl>
    </div>
  )
}
