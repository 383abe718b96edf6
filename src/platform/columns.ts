import { integer, text } from 'drizzle-orm/sqlite-core'
import type { Text } from '#lib/i18n.ts'

/** A random id that is safe to show. */
export const id = () => text().primaryKey()

/** A moment, in milliseconds since 1970 UTC. */
export const moment = () => integer()

/** An amount in minor units of the order's or shop's currency. */
export const money = () => integer()

/** Yes or no, kept as 0 or 1. */
export const flag = () => integer({ mode: 'boolean' })

/** A typed JSON value. */
export const json = <T>() => text({ mode: 'json' }).$type<T>()

/** A text in the shop's languages. */
export const words = () => json<Text>()
