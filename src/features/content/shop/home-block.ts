import type { Block } from '#features/settings/rules.ts'

/** The block of one type. */
export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>
