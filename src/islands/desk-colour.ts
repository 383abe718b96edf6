const HEX = /^#[0-9a-f]{6}$/i

/** A colour is picked, not spelt: beside its number stands the browser's own palette. */
for (const field of document.querySelectorAll<HTMLInputElement>('.with-colour > [type=text]')) {
  const palette = document.createElement('input')
  palette.type = 'color'
  palette.value = HEX.test(field.value) ? field.value : '#ffffff'
  palette.setAttribute('aria-label', field.labels?.[0]?.textContent?.trim() ?? '')
  palette.addEventListener('input', () => {
    field.value = palette.value.toUpperCase()
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  field.parentElement?.querySelector('.sw')?.remove()
  field.before(palette)
}
