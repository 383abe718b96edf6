import { and, asc, desc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { entry } from '#features/content/table.ts'
import { outbox } from '#features/mail/table.ts'
import { order } from '#features/orders/table.ts'
import { type Db, holdsWords } from '#platform/db.ts'
import { type Filter, MESSAGES_AN_HOUR, orderNumberIn } from './rules.ts'
import { answer, message } from './table.ts'

export const PER_PAGE = 30
const HOUR_MS = 3_600_000
/** Messages whose words a search reads. */
const MOST_SEARCHED = 400
/** What a list shows of a message. */
const OPENING = 200

export type MessageRow = typeof message.$inferSelect
export type AnswerRow = Awaited<ReturnType<typeof answersTo>>[number]
export type MessageLine = Awaited<ReturnType<typeof messageLines>>[number]

export function messageById(db: Db, id: string) {
  return db.select().from(message).where(eq(message.id, id)).limit(1)
}

/**
 * A message, once however often it is posted. Fails its batch (`message.id`) when the same address has sent as many in
 * the last hour as it may.
 */
export function addMessage(db: Db, row: Omit<MessageRow, 'readAt'>) {
  const { id, at, name, email, lang, orderNumber, text } = row
  return db.run(sql`insert into message (id, at, name, email, lang, order_number, text)
    values (case when exists (select 1 from message where id = ${id}) or
        (select count(*) from message where email = ${email} and at > ${at - HOUR_MS})
          < ${MESSAGES_AN_HOUR} then ${id} end,
      ${at}, ${name}, ${email}, ${lang}, ${orderNumber}, ${text})
    on conflict do nothing`)
}

const lineOf = {
  id: message.id,
  at: message.at,
  name: message.name,
  lang: message.lang,
  orderNumber: message.orderNumber,
  readAt: message.readAt,
  opening: sql<string>`substr(text, 1, ${OPENING})`.as('opening'),
  answered: sql<number>`exists (select 1 from answer where message_id = "message"."id")`.as(
    'answered',
  ),
}

/** What is asked of the list: a search, or one list. `before` is where the page above ended. */
export type Asked = { filter: Filter; q: string; before: string }

/** A page of a list, the latest first, and one message more, which tells that there is another page. */
export function messageLines(db: Db, { filter, q, before }: Asked) {
  const [, at, id] = /^(\d{1,15})-(\w{1,40})$/.exec(before) ?? []
  const under = at && id ? sql`(at, id) < (${Number(at)}, ${id})` : undefined
  return db
    .select(lineOf)
    .from(message)
    .where(and(q ? isAbout(q) : filter === 'unread' ? isNull(message.readAt) : undefined, under))
    .orderBy(desc(message.at), desc(message.id))
    .limit(PER_PAGE + 1)
}

/** Messages by who wrote, what they wrote and the order they name, among the latest; and all those of an address. */
function isAbout(q: string): SQL {
  return sql`${message.id} in (select id from (select * from message order by at desc limit ${MOST_SEARCHED})
      where (${holdsWords("name || ' ' || email || ' ' || text", q)}) or order_number = ${orderNumberIn(q)}
    union select id from message where email = ${q.toLowerCase()})`
}

/** Where the page after this message begins. */
export function cursorOf({ at, id }: Pick<MessageRow, 'at' | 'id'>): string {
  return `${at}-${id}`
}

/** The latest messages of an address, in small letters; all but one of them when that one is shown. */
export function messagesFrom(db: Db, email: string, limit: number, but = '') {
  return db
    .select(lineOf)
    .from(message)
    .where(and(eq(message.email, email), ne(message.id, but)))
    .orderBy(desc(message.at))
    .limit(limit)
}

/** The answers to a message, and how their mails fared. */
export function answersTo(db: Db, messageId: string) {
  return db
    .select({
      id: answer.id,
      who: answer.who,
      text: answer.text,
      at: answer.at,
      mail: outbox.state,
    })
    .from(answer)
    .leftJoin(outbox, sql`${outbox.key} = 'answer:' || ${answer.id}`)
    .where(eq(answer.messageId, messageId))
    .orderBy(asc(answer.at))
    .limit(100)
}

/** The order that a message names, when it is one of the same address. */
export function orderNamed(db: Db, number: number | null, email: string) {
  return db
    .select({ id: order.id, number: order.number })
    .from(order)
    .where(and(eq(order.number, number ?? -1), sql`lower(${order.email}) = ${email}`))
    .limit(1)
}

/** An answer; fails its batch when its message is gone (`answer.message_id`) or it is written already (`answer.id`). */
export function addAnswer(db: Db, row: typeof answer.$inferInsert) {
  return db.run(sql`insert into answer (id, message_id, who, text, at)
    values (${row.id}, (select id from message where id = ${row.messageId}),
      ${row.who}, ${row.text}, ${row.at})`)
}

/** Marks a message as read at a moment, unless it was read before; null makes it unread. */
export function setRead(db: Db, id: string, readAt: number | null) {
  const same = readAt === null ? undefined : isNull(message.readAt)
  return db
    .update(message)
    .set({ readAt })
    .where(and(eq(message.id, id), same))
}

/** Messages with their answers and the mails of both: nothing of them stays. */
export function forgetMessages(db: Db, ids: readonly string[]) {
  const list = JSON.stringify(ids)
  const these = sql`(select value from json_each(${list}))`
  return [
    db.delete(outbox).where(
      sql`${outbox.key} in (select 'message:' || value from json_each(${list})
        union all select 'answer:' || id from answer where message_id in ${these})`,
    ),
    db.delete(answer).where(sql`${answer.messageId} in ${these}`),
    db.delete(message).where(sql`${message.id} in ${these}`),
  ] as const
}

export function messageIdsFrom(db: Db, email: string) {
  return db.select({ id: message.id }).from(message).where(eq(message.email, email))
}

/** Messages from before a moment, the oldest first. */
export function messagesBefore(db: Db, moment: number, limit: number) {
  return db
    .select({ id: message.id })
    .from(message)
    .where(sql`${message.at} < ${moment}`)
    .orderBy(asc(message.at))
    .limit(limit)
}

/** The page that shows the form. */
export function contactPage(db: Db) {
  return db.select({ slug: entry.slug }).from(entry).where(eq(entry.role, 'contact')).limit(1)
}
