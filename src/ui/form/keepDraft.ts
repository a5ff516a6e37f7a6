const SECRET = 'input[type=password], input[type=file], input[type=hidden], [data-no-draft]'

type Kept = Record<string, string | string[] | boolean>

/** Brings back what was typed into a form and keeps it up to date until it is sent. Passwords and files are never kept. */
export function keepDraft(form: HTMLFormElement, key: string): () => void {
  restore(form, read(key))
  const save = () => sessionStorage.setItem(key, JSON.stringify(collect(form)))
  form.addEventListener('input', save)
  return () => form.removeEventListener('input', save)
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function controls(form: HTMLFormElement): Control[] {
  const all = form.querySelectorAll<Control>('input[name], textarea[name], select[name]')
  return [...all].filter((control) => !control.matches(SECRET))
}

function collect(form: HTMLFormElement): Kept {
  const kept: Kept = {}
  for (const control of controls(form)) {
    const toggles = control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')
    kept[toggles ? `${control.name}=${control.value}` : control.name] = toggles ? control.checked : control.value
  }
  return kept
}

function restore(form: HTMLFormElement, kept: Kept): void {
  for (const control of controls(form)) {
    const toggles = control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')
    const value = kept[toggles ? `${control.name}=${control.value}` : control.name]
    if (toggles && typeof value === 'boolean') control.checked = value
    else if (!toggles && typeof value === 'string') control.value = value
    else continue
    // fields that depend on each other hear of it
    control.dispatchEvent(
      new Event(control instanceof HTMLSelectElement || toggles ? 'change' : 'input', { bubbles: true }),
    )
  }
}

function read(key: string): Kept {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    return value && typeof value === 'object' ? (value as Kept) : {} // written by collect() above
  } catch {
    return {}
  }
}
