/** A mail as every transport takes it. */
export type Letter = {
  /** Stays the same when the mail is sent again. */
  id: string
  from: { name: string; email: string }
  to: string
  replyTo: string
  subject: string
  text: string
  html: string
}
