import type { Child } from 'hono/jsx'

type Props = {
  children?: Child
  quiet?: boolean
  disabled?: boolean
  /** What is posted when a form has several buttons. */
  name?: string
  value?: string
}

/** The act of a form: verb and object. */
export function Button({ children, quiet, ...rest }: Props) {
  return (
    <button type="submit" class={quiet ? 'btn quiet' : 'btn'} {...rest}>
      {children}
    </button>
  )
}

/** A link that weighs as much as a button. */
export function ButtonLink({
  href,
  quiet,
  children,
}: {
  href: string
  quiet?: boolean
  children?: Child
}) {
  return (
    <a class={quiet ? 'btn quiet' : 'btn'} href={href}>
      {children}
    </a>
  )
}
