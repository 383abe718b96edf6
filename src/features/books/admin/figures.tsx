import type { Child } from 'hono/jsx'

/** A table of figures, which moves aside by itself where it is wider than the page. */
export function Figures({ label, children }: { label: string; children?: Child }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached without a mouse
    <section class="book-scroll" tabindex={0} aria-label={label}>
      <table class="book">{children}</table>
    </section>
  )
}
