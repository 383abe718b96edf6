import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { folded } from '#lib/folded.ts'
import { fold } from '#lib/text.ts'

test.each(['Étagère à ŒUVRES', 'Garçon naïf, où ça', 'Noël Ürgüp Übung', 'MAÏS, maïs'])(
  '%s is folded in the database as it is in the shop',
  (text) => {
    const database = new DatabaseSync(':memory:')
    const row = database.prepare(`select ${folded('?')} as text`).get(text)
    expect(row?.['text']).toBe(fold(text))
    database.close()
  },
)
