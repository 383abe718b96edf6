/** Asks this device for a passkey, and says in words what it did not do. */
document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.dataset['passkey']) return
  event.preventDefault()
  void answer(form)
})

async function answer(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector('button')
  const field = form.elements.namedItem('credential')
  if (!(field instanceof HTMLInputElement) || button?.disabled) return
  if (button) button.disabled = true
  tell(form, 'waiting')
  try {
    field.value = JSON.stringify(await askDevice(form))
    form.submit()
  } catch (error) {
    tell(form, reason(error))
    if (button) button.disabled = false
  }
}

async function askDevice(form: HTMLFormElement): Promise<unknown> {
  if (!('PublicKeyCredential' in globalThis) || !PublicKeyCredential.parseCreationOptionsFromJSON) {
    throw new DOMException('', 'NotSupportedError')
  }
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') body.append(name, value)
  }
  const response = await fetch(form.dataset['question'] ?? '', { method: 'POST', body })
  if (!response.ok) throw new Error(String(response.status))
  const options = await response.json()
  const credential =
    form.dataset['passkey'] === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        })
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('', 'NotAllowedError')
  return credential.toJSON()
}

const REASONS: Partial<Record<string, string>> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  NotSupportedError: 'unsupported',
  ConstraintError: 'nowhere',
  InvalidStateError: 'known',
}

function reason(error: unknown): string {
  return (error instanceof DOMException && REASONS[error.name]) || 'failed'
}

function tell(form: HTMLFormElement, what: string): void {
  const says = form.querySelector('output')
  if (says) says.textContent = form.dataset[what] ?? ''
}

export {}
