import meta from './built.json' with { type: 'json' }

const outputs: Record<string, { bytes: number; entryPoint?: string }> = meta.outputs
const built = new Map(
  Object.entries(outputs).map(([file, { entryPoint = '' }]) => [
    entryPoint.replace(/^.*\//, ''),
    file.replace(/^static/, ''),
  ]),
)

/** The address of a built file, by the name of its source: its hash changes with its content. */
export function asset(source: string): string {
  const path = built.get(source)
  if (!path) throw new Error(`Not built: ${source}`)
  return path
}
