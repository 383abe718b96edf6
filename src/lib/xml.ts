const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** A text that may stand in an element or an attribute. Characters that XML 1.0 does not know are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '')
}

/** An element with the texts, or the written elements, that it holds. */
export function element(
  name: string,
  attributes: Record<string, string>,
  content: string | readonly Xml[] = [],
): Xml {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  const inside =
    typeof content === 'string' ? escapeXml(content) : content.map(({ xml }) => xml).join('')
  const open = `<${name}${pairs.join('')}`
  return { xml: inside ? `${open}>${inside}</${name}>` : `${open}/>` }
}

/** Something written as XML already, so that it is not escaped twice. */
export type Xml = { xml: string }

/** A whole document. */
export function xmlDocument({ xml }: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`
}
