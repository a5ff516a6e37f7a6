import { brandColours } from '@/src/lib/colour'
import { html, type Html } from '@/src/lib/html'
import { say, type Locale } from '@/src/lib/i18n'
import { templateLabels } from './letterTemplate.labels'

export type LetterBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** label and value in pairs: number, sum, date */
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  /** the one thing to do; `href` must be http(s) */
  | { kind: 'button'; text: string; href: string }
  /** a code to type, large and spaced */
  | { kind: 'code'; text: string }

export type LetterInput = {
  locale: Locale
  brand: { name: string; hue: number; siteUrl: string }
  /** the line a mail program shows beside the subject */
  preview?: string
  blocks: readonly LetterBlock[]
  /** why the person got this, a whole sentence for the footer */
  why: string
  /** where to choose which letters come */
  preferencesUrl?: string
}

type Look = { brand: string; ink: string; wash: string; onBrand: string; locale: Locale }

const INK = '#191a1f'
const INK_2 = '#5b5c63'
const LINE = '#e4e1d9'
const FONT = "font-family:'Golos Text',-apple-system,'Segoe UI',Roboto,Arial,sans-serif"

/** The portal's one letter: HTML in tables with inline styles, and plain text made of the same blocks. */
export function renderTemplate(input: LetterInput): { html: string; text: string } {
  const look: Look = { ...brandColours(input.brand.hue), locale: input.locale }
  checkLink(input.brand.siteUrl)
  if (input.preferencesUrl !== undefined) checkLink(input.preferencesUrl)
  return { html: htmlPart(input, look), text: textPart(input) }
}

function htmlPart(input: LetterInput, look: Look): string {
  const preferences = input.preferencesUrl
    ? html`<br /><a href="${input.preferencesUrl}" style="color:${INK_2}">${say(templateLabels.preferences, look.locale)}</a>`
    : null
  return html`<!doctype html>
<html lang="${look.locale}"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" />
<meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" />
<style>:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){.page{background:#131418!important}.sheet{background:#1b1c21!important;border-color:#2d2f36!important}.ink{color:#eeede8!important}.ink2{color:#b0b1b6!important}.line{border-color:#2d2f36!important}}
@media (max-width:480px){.pad{padding:24px 20px!important}}</style></head>
<body class="page" style="margin:0;padding:0;background:#f5f4f0">
${input.preview ? html`<div style="display:none;max-height:0;overflow:hidden">${input.preview}</div>` : null}
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f5f4f0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
<tr><td style="padding:0 4px 14px"><a href="${input.brand.siteUrl}" class="ink" style="${FONT};font-size:16px;font-weight:620;color:${INK};text-decoration:none"><span style="display:inline-block;width:10px;height:10px;border-radius:3px;background:${look.brand}"></span>&nbsp; ${input.brand.name}</a></td></tr>
<tr><td class="sheet pad" style="padding:32px;background:#fffefc;border:1px solid ${LINE};border-radius:10px">${input.blocks.map((block) => blockHtml(block, look))}</td></tr>
<tr><td class="ink2" style="${FONT};padding:16px 4px;font-size:13px;line-height:1.45;color:${INK_2}">${input.why}${preferences}</td></tr>
</table></td></tr></table></body></html>`.toString()
}

function blockHtml(block: LetterBlock, look: Look): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h1 class="ink" style="${FONT};margin:0 0 14px;font-size:22px;line-height:1.25;font-weight:620;color:${INK}">${block.text}</h1>`
    case 'paragraph':
      return html`<p class="ink" style="${FONT};margin:0 0 16px;font-size:15px;line-height:1.5;color:${INK}">${lines(block.text)}</p>`
    case 'code':
      return html`<p class="ink" style="${FONT};margin:4px 0 18px;font-size:28px;font-weight:620;letter-spacing:.18em;color:${INK}">${block.text}</p>`
    case 'facts':
      return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px">${block.rows.map(
        ([label, value]) =>
          html`<tr><td class="ink2 line" style="${FONT};padding:8px 12px 8px 0;border-top:1px solid ${LINE};font-size:14px;color:${INK_2};vertical-align:top">${label}</td><td class="ink line" align="right" style="${FONT};padding:8px 0;border-top:1px solid ${LINE};font-size:14px;color:${INK}">${value}</td></tr>`,
      )}</table>`
    case 'button':
      checkLink(block.href)
      return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:6px 0 12px"><tr><td bgcolor="${look.brand}" style="border-radius:6px;background:${look.brand}"><a href="${block.href}" style="${FONT};display:inline-block;padding:11px 20px;font-size:15px;font-weight:560;color:${look.onBrand};text-decoration:none">${block.text}</a></td></tr></table>
<p class="ink2" style="${FONT};margin:0 0 16px;font-size:13px;line-height:1.45;color:${INK_2};word-break:break-all">${say(templateLabels.buttonFallback, look.locale)}<br />${block.href}</p>`
  }
}

function textPart(input: LetterInput): string {
  const body = input.blocks.map(blockText).join('\n\n')
  const preferences = input.preferencesUrl
    ? `\n${say(templateLabels.preferences, input.locale)}: ${input.preferencesUrl}`
    : ''
  return `${body}\n\n-- \n${input.brand.name}, ${input.brand.siteUrl}\n${input.why}${preferences}\n`
}

function blockText(block: LetterBlock): string {
  switch (block.kind) {
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n')
    case 'button':
      return `${block.text}: ${block.href}`
    default:
      return block.text
  }
}

function lines(text: string): Html[] {
  return text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`))
}

/** A link in a letter leads to a page; a script or a file there is a mistake of the code that made it. */
function checkLink(href: string): void {
  if (!URL.canParse(href) || !/^https?:$/.test(new URL(href).protocol))
    throw new RangeError('a letter links to http(s) only')
}
