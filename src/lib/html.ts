/** HTML that has been escaped already; only `html` and `trustedHtml` make it. */
export type Html = { readonly html: string; toString(): string }

export type HtmlValue = Html | string | number | null | undefined | false | HtmlValue[]

class SafeHtml implements Html {
  constructor(readonly html: string) {}
  toString(): string {
    return this.html
  }
}

/**
 * Tagged template that escapes every value: html`<td>${name}</td>`. Nested Html goes in as it is, lists are
 * joined, null, undefined and false give nothing. Values belong in text or inside quoted attributes only, never in
 * a bare attribute, a tag name, a style or an address of unchecked scheme.
 */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return new SafeHtml(parts.reduce((text, part, index) => text + toText(values[index - 1]) + part))
}

/** Marks a string of our own as HTML. Never for anything that came from outside. */
export function trustedHtml(text: string): Html {
  return new SafeHtml(text)
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function toText(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map(toText).join('')
  return value instanceof SafeHtml ? value.html : escapeHtml(String(value))
}
