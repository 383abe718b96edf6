import type { PropsWithChildren } from 'hono/jsx'
import type { Content } from './content.ts'
import type { Look } from './look.ts'
import { Row } from './row.tsx'

type Head = Pick<Content, 'lang' | 'subject' | 'shop' | 'picture'>

/** A mail's page: 600 pixels at most, light only, the shop's name and picture on top. */
export function Frame({
  content,
  look,
  children,
}: PropsWithChildren<{ content: Head; look: Look }>) {
  const { lang, subject, shop, picture } = content
  return (
    <html lang={lang} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light only" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <title>{subject}</title>
      </head>
      <body style={look.body} lang={lang} dir="ltr">
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          border={0}
          align="center"
          style={look.page}
        >
          <Row style={look.head}>
            <a href={shop.url} style={look.wordmark}>
              {shop.logo ? <img src={shop.logo} alt={shop.name} style={look.logo} /> : shop.name}
            </a>
          </Row>
          {picture && (
            <Row style={look.plain}>
              <img src={picture.src} alt={picture.alt} width="600" style={look.picture} />
            </Row>
          )}
          {children}
        </table>
      </body>
    </html>
  )
}
