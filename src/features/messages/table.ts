import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import type { Lang } from '#lib/i18n.ts'
import { id, moment } from '#platform/columns.ts'

/** What somebody wrote to the workshop. Its id comes with the form, so that a form posted twice is one message. */
export const message = sqliteTable(
  'message',
  {
    id: id(),
    at: moment().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    lang: text().notNull().$type<Lang>(),
    /** The order they speak of, by its number, as they typed it. */
    orderNumber: integer(),
    text: text().notNull(),
    readAt: moment(),
  },
  (t) => [
    index('message_at').on(t.at, t.id),
    index('message_unread')
      .on(t.at)
      .where(sql`read_at is null`),
    index('message_email').on(t.email),
  ],
)

/** What the workshop answered; the mail is in the outbox. */
export const answer = sqliteTable(
  'answer',
  {
    id: id(),
    messageId: text()
      .notNull()
      .references(() => message.id),
    who: text().notNull(),
    text: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('answer_message').on(t.messageId, t.at)],
)
