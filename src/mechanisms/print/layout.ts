import { html, trustedHtml, type Html, type HtmlValue } from '@/src/lib/html'
import { say, type Locale } from '@/src/lib/i18n'
import { fontCss } from './font'
import { printLabels } from './print.labels'
import { sheetCss } from './sheetCss'

/** The face draws the narrow space almost without width: on paper a thousand is parted by a full one. */
const NARROW = '\u202f'
const NBSP = '\u00a0'

export type SheetInput = {
  locale: Locale
  title: string
  /** under the title, smaller */
  subtitle?: string
  /** who issues the paper; left out where the form has its own head */
  issuer?: { name: string; details?: readonly string[] }
  /** what stands over the title, as the bank block of an invoice does */
  above?: HtmlValue
  body: HtmlValue
}

/** A whole printable page: the portal's face inside, styles, head, title and body. */
export function sheet(input: SheetInput): string {
  return html`<!doctype html>
<html lang="${input.locale}"><head><meta charset="utf-8" /><title>${input.title}</title>
<style>${trustedHtml(fontCss())}${trustedHtml(sheetCss)}</style></head><body>
${input.issuer ? issuerHead(input.issuer) : null}
${input.above}
<h1>${input.title}</h1>
${input.subtitle ? html`<p class="sub">${input.subtitle}</p>` : null}
${input.body}
</body></html>`
    .toString()
    .replaceAll(NARROW, NBSP)
}

/** The lower margin: what the paper is on the left, «стр. 1 из 3» on the right. */
export function pageFooter(locale: Locale, note = ''): string {
  const [page, of] = [say(printLabels.page, locale), say(printLabels.of, locale)]
  return html`<style>${trustedHtml(fontCss())}</style><div style="width:100%;padding:0 12mm;display:flex;justify-content:space-between;font:8px 'Golos Text',sans-serif;color:#5b5c63"><span>${note}</span><span>${page} <span class="pageNumber"></span> ${of} <span class="totalPages"></span></span></div>`.toString()
}

export type PrintColumn<Row> = {
  title: string
  /** `num` stands right in tabular figures, `tight` takes only the width it needs */
  kind?: 'num' | 'tight' | 'text'
  /** per cent of the width, or a CSS length */
  width?: string
  cell: (row: Row, index: number) => HtmlValue
}

/** A table whose head is repeated on each page and whose rows are not torn apart. `foot` goes after the rows, `top` before them. */
export function table<Row>(
  columns: readonly PrintColumn<Row>[],
  rows: readonly Row[],
  foot?: HtmlValue,
  top?: HtmlValue,
): Html {
  return html`<table class="grid"><thead><tr>${columns.map(
    ({ title, kind, width }) =>
      html`<th class="${kind ?? 'text'}" style="${width && /^[\d.]+(%|mm|px)$/.test(width) ? `width:${width}` : ''}">${title}</th>`,
  )}</tr></thead><tbody>${top}${rows.map(
    (row, index) =>
      html`<tr>${columns.map(({ kind, cell }) => html`<td class="${kind ?? 'text'}">${cell(row, index)}</td>`)}</tr>`,
  )}</tbody>${foot ? html`<tbody class="foot">${foot}</tbody>` : null}</table>`
}

/** Label and value in pairs, for the head of a form. A pair without a value is left out. */
export function facts(rows: readonly (readonly [label: string, value: HtmlValue])[]): Html {
  return html`<table class="facts">${rows
    .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
    .map(([label, value]) => html`<tr><th>${label}</th><td>${value}</td></tr>`)}</table>`
}

/** A line to sign on: post, rule, name. */
export function signature(post: string, name = ''): Html {
  return html`<div class="sign"><span>${post}</span><i></i><span>${name}</span></div>`
}

function issuerHead({ name, details = [] }: { name: string; details?: readonly string[] }): Html {
  return html`<header class="issuer"><b>${name}</b>${details.map((line) => html`<span>${line}</span>`)}</header>`
}
