import built from './built.json' with { type: 'json' }

const addresses: Partial<Record<string, string>> = built

/** The address of a built file, by the name of its source: its hash changes with its content. */
export function asset(source: string): string {
  const path = addresses[source]
  if (!path) throw new Error(`Not built: ${source}`)
  return path
}
