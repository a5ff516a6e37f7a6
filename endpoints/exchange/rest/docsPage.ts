import type { Resource } from '@/src/mechanisms/exchange/items/defineResource'
import { schemaOf } from './openapi'

type Property = { type?: unknown; description?: string; enum?: unknown[]; anyOf?: Property[]; default?: unknown }

/** The page of examples: static HTML without scripts, made from the same schemas as the OpenAPI document. */
export function docsPage(serverUrl: string, resources: readonly Resource[]): string {
  const base = `${serverUrl}/api/1c/v1`
  return `<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>Обмен с 1С — примеры</title><style>${STYLE}</style></head><body><main>
<h1>Обмен с 1С по REST</h1>
<p>Адрес: <code>${escape(base)}</code>. Узел обмена заводит администратор: логин с паролем (Basic) или токен (Bearer), разделы, адреса.
Машинное описание — <a href="openapi.json">openapi.json</a>.</p>
<h2>Как устроен запрос</h2>
<ul>
<li>Тело — массив JSON, от 1 до 500 записей. Ответ — массив результатов в том же порядке, HTTP 200 даже с ошибками в отдельных записях.</li>
<li><code>created</code> — создано, <code>changed</code> — изменено, <code>same</code> — уже так, <code>parked</code> — ждёт другую запись, <code>failed</code> — не принято, причина в <code>message</code>.</li>
<li>Поле, которого нет в записи, не меняется; <code>null</code> и пустая строка очищают его. Что очистить нельзя, и незнакомые поля названы в <code>warnings</code>.</li>
<li>Суммы — в валюте записи. Время без пояса — время 1С; пустая дата 1С (<code>0001-01-01T00:00:00</code>) — это «даты нет».</li>
<li>Кодировка тела — UTF-8 или названная в <code>Content-Type</code>: <code>application/json; charset=windows-1251</code>.</li>
<li><code>Idempotency-Key</code>: повтор с тем же ключом и телом даёт тот же ответ и ничего не меняет.</li>
</ul>
<pre>curl -u 1c:пароль -X PUT ${escape(base)}/companies \\
  -H 'Content-Type: application/json' -H 'Idempotency-Key: 2026-11-24-001' \\
  -d '${escape(JSON.stringify([resources.find(({ name }) => name === 'companies')?.example ?? {}]))}'</pre>
<pre>[{"externalId":"7c8a3c1e-…","result":"created","id":"…"}]</pre>
<h2>Виды записей</h2>
<nav>${resources.map(({ name, title }) => `<a href="#${name}">${escape(title.ru)}</a>`).join(' · ')}</nav>
${resources.map((resource) => section(resource, base)).join('\n')}
${REST_OF_IT(base)}
</main></body></html>`
}

function section(resource: Resource, base: string): string {
  // zod's JSON Schema of an object always has properties.
  const schema = schemaOf(resource) as { properties?: Record<string, Property>; required?: string[] }
  const rows = Object.entries(schema.properties ?? {}).map(
    ([name, property]) =>
      `<tr><td><code>${escape(name)}</code>${schema.required?.includes(name) ? ' *' : ''}</td><td>${escape(kindOf(property))}</td><td>${escape(property.description ?? '')}</td></tr>`,
  )
  return `<section id="${resource.name}"><h3>${escape(resource.title.ru)} <code>PUT /${resource.name}</code></h3>
<p>${escape(resource.about.ru)}.</p>
<pre>${escape(JSON.stringify([resource.example], null, 2))}</pre>
<table><thead><tr><th>Поле</th><th>Вид</th><th>Что это</th></tr></thead><tbody>${rows.join('')}</tbody></table>
${resource.read ? `<pre>curl -u 1c:пароль '${escape(base)}/${resource.name}?externalId=…'</pre>` : ''}</section>`
}

function kindOf(property: Property): string {
  if (property.enum) return property.enum.map(String).join(' | ')
  if (property.anyOf) return [...new Set(property.anyOf.map(kindOf))].join(' | ')
  return String(property.type ?? '')
}

const REST_OF_IT = (base: string): string => `<h2 id="changes">Лента изменений</h2>
<p>Что изменилось в кабинете: новые заказы, отмены, контрагенты и контакты. Возьмите пачку, обработайте, подтвердите номер <code>last</code>.</p>
<pre>curl -u 1c:пароль '${escape(base)}/changes?entity=orders&amp;limit=100'
curl -u 1c:пароль -X POST ${escape(base)}/changes/ack -d '{"entity":"orders","seq":128}'</pre>
<p>Событие <code>contracts.wanted</code>: в кабинете появился тот, кому нужен этот договор; пришлите его ещё раз (<code>entityId</code> — идентификатор в 1С).</p>
<h2 id="files">Файлы и запросы документов</h2>
<pre>curl -u 1c:пароль -F file=@invoice.pdf '${escape(base)}/documents/i-0318/file'
curl -u 1c:пароль '${escape(base)}/document-requests?limit=10'
curl -u 1c:пароль -F file=@act.pdf -F number=15 '${escape(base)}/document-requests/ИДЕНТИФИКАТОР/result'
curl -u 1c:пароль -X POST '${escape(base)}/document-requests/ИДЕНТИФИКАТОР/result' -d '{"result":"not_found","reason":"Документ не найден"}'</pre>
<p>Запрос выдаётся на 10 минут: не ответили — вернётся в очередь. Первый ответ окончательный.</p>`

const escape = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  )

const STYLE = `body{margin:0;font:16px/1.55 "Golos Text",system-ui,sans-serif;color:#1d2026;background:#fff}main{max-width:960px;margin:0 auto;padding:32px 20px 80px}
h1{font-size:30px}h2{margin-top:44px}h3{margin-top:36px}code,pre{font:14px/1.5 ui-monospace,monospace}pre{background:#f3f4f7;padding:14px 16px;border-radius:10px;overflow-x:auto}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-bottom:1px solid #e3e5ea}a{color:#3b4fd8}
@media(prefers-color-scheme:dark){body{background:#15171c;color:#e6e8ee}pre{background:#20232b}td,th{border-color:#2c303a}a{color:#9aa8ff}}`
