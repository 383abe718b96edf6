/** A box to tick with a pen. */
export function SlipBox() {
  return <span class="slip-box" />
}
