import { say, type Locale } from '@/src/lib/i18n'
import { frontWords as words } from '@/src/mechanisms/front/front.labels'
import { FRONT_BASE, type Json } from '@/src/mechanisms/front/openApi'

type Operation = {
  operationId: string
  summary: string
  description: string
  tags: string[]
  parameters: Array<{ name: string; in: string; description?: string }>
  requestBody?: unknown
}
type Described = {
  info: { title: string; description: string }
  servers: [{ url: string }]
  tags: Array<{ name: string }>
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Json> }
}

/** The description to read: static HTML without scripts, made of the OpenAPI document itself. */
export function docsPage(description: Json, locale: Locale): string {
  const { info, servers, tags, paths, components } = description as unknown as Described // as `frontApi` makes it
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const base = servers[0].url
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escape(info.title)}</title><style>${STYLE}</style></head><body><main>
<h1>${escape(info.title)}</h1>
<p>${escape(info.description)}</p>
<p>${say(words.docs.machine, locale)}: <a href="openapi.json?locale=${locale}">openapi.json</a>. <a href="docs?locale=${locale === 'ru' ? 'en' : 'ru'}" hreflang="${locale === 'ru' ? 'en' : 'ru'}">${locale === 'ru' ? 'English' : 'Русский'}</a></p>
<h2>${say(words.docs.start, locale)}</h2>
<p>${say(words.docs.startText, locale)}</p>
<pre tabindex="0">curl -H 'Authorization: Bearer kbp_…' ${escape(base)}/me</pre>
${tags
  .map(({ name }) => {
    const own = all.filter(({ operation }) => operation.tags.includes(name))
    return `<h2>${escape(name)}</h2>\n${own.map((one) => section(one, components.schemas, locale)).join('\n')}`
  })
  .join('\n')}
</main></body></html>`
}

type Listed = { path: string; method: string; operation: Operation }

function section({ path, method, operation }: Listed, schemas: Record<string, Json>, locale: Locale): string {
  const { operationId, summary, description, parameters, requestBody } = operation
  const rows = parameters.map(
    (it) => `<tr><td><code>${escape(it.name)}</code></td><td>${escape(it.description ?? '')}</td></tr>`,
  )
  const answer = schemas[`${operationId}.answer`]
  return `<section id="${escape(operationId)}"><h3>${escape(summary)}</h3>
<p><code>${method.toUpperCase()} ${escape(FRONT_BASE + path.replace(/\{(\w+)\}/g, ':$1'))}</code></p>
${description ? `<p>${escape(description)}</p>` : ''}
${rows.length > 0 ? `<h4>${say(words.docs.parameters, locale)}</h4><table><tbody>${rows.join('')}</tbody></table>` : ''}
${requestBody ? outline(say(words.docs.body, locale), schemas[`${operationId}.body`]) : ''}
${answer ? outline(say(words.docs.answer, locale), answer) : `<p>${say(words.docs.bytes, locale)}</p>`}
</section>`
}

const outline = (title: string, schema: Json | undefined): string =>
  `<details><summary>${title}</summary><pre tabindex="0">${escape(shape(schema ?? {}))}</pre></details>`

type Node = Json & { properties?: Record<string, Node>; items?: Node; anyOf?: Node[]; required?: string[] }

/** A schema as the JSON that it is of: names, kinds, and what each is. */
function shape(schema: Json, indent = ''): string {
  const { properties, items, anyOf, type, description, required = [], additionalProperties } = schema as Node
  const said = typeof description === 'string' ? ` // ${description}` : ''
  const deeper = `${indent}  `
  if (properties) {
    const lines = Object.entries(properties).map(
      ([name, inner]) => `${deeper}${name}${required.includes(name) ? '' : '?'}: ${shape(inner, deeper)}`,
    )
    return `{${said}\n${lines.join('\n')}\n${indent}}`
  }
  if (items) return `[${shape(items, indent)}]${said}`
  if (anyOf) return `${anyOf.map((one) => shape(one, indent)).join(' | ')}${said}`
  if (type === 'object' && typeof additionalProperties === 'object')
    return `{${said}\n${deeper}[name]: ${shape(additionalProperties as Json, deeper)}\n${indent}}`
  return `${String(type ?? 'any')}${said}`
}

const escape = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  )

const STYLE = `body{margin:0;font:16px/1.55 "Golos Text",system-ui,sans-serif;color:#1d2026;background:#fff}main{max-width:960px;margin:0 auto;padding:32px 20px 80px}
h1{font-size:30px}h2{margin-top:44px}h3{margin-top:36px}h4{margin:20px 0 6px}code,pre{font:14px/1.5 ui-monospace,monospace}code{overflow-wrap:anywhere}pre{background:#f3f4f7;padding:14px 16px;border-radius:10px;overflow-x:auto}
table{border-collapse:collapse;width:100%}td{text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-bottom:1px solid #e3e5ea}td:first-child{width:1%;padding-right:24px;white-space:nowrap}a{color:#3b4fd8}summary{cursor:pointer;padding:8px 0}
@media(prefers-color-scheme:dark){body{background:#15171c;color:#e6e8ee}pre{background:#20232b}td{border-color:#2c303a}a{color:#9aa8ff}}`
