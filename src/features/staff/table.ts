import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Lang } from '#lib/i18n.ts'
import { id, json, moment } from '#platform/columns.ts'
import type { Role } from './rules.ts'

/** The people of the back office. */
export const staff = sqliteTable('staff', {
  id: id(),
  name: text().notNull(),
  role: text().notNull().$type<Role>(),
  lang: text().notNull().$type<Lang>(),
  createdAt: moment().notNull(),
  /** When they lost their place; their keys open nothing from then on. */
  leftAt: moment(),
})

/** A passkey: the public half, and what tells a copied authenticator. */
export const passkey = sqliteTable(
  'passkey',
  {
    /** The credential id, base64url. */
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    /** COSE key, base64url. */
    publicKey: text().notNull(),
    counter: integer().notNull(),
    transports: json<string[]>().notNull(),
    name: text().notNull(),
    createdAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [index('passkey_staff').on(t.staffId)],
)

/** Codes for the day when every passkey is lost: hashed, one use each. */
export const recoveryCode = sqliteTable(
  'recovery_code',
  {
    staffId: text()
      .notNull()
      .references(() => staff.id),
    hash: text().notNull(),
    usedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.hash] })],
)

/** A link that makes somebody staff, once. */
export const invitation = sqliteTable('invitation', {
  hash: text().primaryKey(),
  role: text().notNull().$type<Role>(),
  createdBy: text().notNull(),
  expiresAt: moment().notNull(),
  usedAt: moment(),
})

/** Somebody signed in on a browser, under the hash of the token in its cookie. */
export const deskSession = sqliteTable(
  'desk_session',
  {
    hash: text().primaryKey(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    /** What the browser calls itself, to tell sessions apart. */
    browser: text().notNull(),
    createdAt: moment().notNull(),
    seenAt: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [index('desk_session_staff').on(t.staffId, t.seenAt)],
)

/** A question to an authenticator, under the hash of a token that only the asking browser has. Taken once. */
export const challenge = sqliteTable('challenge', {
  hash: text().primaryKey(),
  purpose: text({ enum: ['register', 'sign-in'] }).notNull(),
  challenge: text().notNull(),
  /** Whose key is added; for an invitation the id that its owner will have. */
  staffId: text(),
  invitation: text(),
  expiresAt: moment().notNull(),
})

/** Tries that failed, so that codes cannot be guessed. */
export const failedTry = sqliteTable(
  'failed_try',
  {
    id: id(),
    /** What was tried, and from where, hashed. */
    key: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('failed_try_key').on(t.key, t.at)],
)
