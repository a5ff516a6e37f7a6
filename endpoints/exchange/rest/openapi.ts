import { z } from 'zod'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import { fedEvents } from '@/src/mechanisms/exchange/changeFeed'
import type { Resource } from '@/src/mechanisms/exchange/items/defineResource'
import { MAX_ITEMS } from './body'

type Json = Record<string, unknown>

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: Json, example?: unknown): Json => ({
  'application/json': { schema, ...(example === undefined ? {} : { example }) },
})
const ok = (description: string, schema: Json): Json => ({ '200': { description, content: json(schema) } })
const problem = (description: string): Json => ({ description, content: json(ref('Problem')) })
const query = (name: string, description: string, schema: Json = { type: 'string' }): Json => ({
  name,
  in: 'query',
  description,
  schema,
})
const inPath = (name: string): Json => ({ name, in: 'path', required: true, schema: { type: 'string' } })

const refusals: Json = {
  '400': problem('Тело запроса не читается'),
  '401': problem('Логин, пароль или токен узла не подходят'),
  '403': problem('Узлу не разрешён раздел или адрес'),
  '404': problem('Такого вида записей или такой записи нет'),
  '413': problem(`Больше ${MAX_ITEMS} записей или слишком большой запрос`),
  '415': problem('Кодировка тела не поддерживается'),
  '422': problem('Параметр или Idempotency-Key не подходит'),
  '429': problem('Слишком много неудачных попыток'),
  '500': problem('Ошибка портала: повторите запрос позже, с тем же Idempotency-Key ничего не задвоится'),
}
const idempotency: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  schema: { type: 'string', maxLength: 200 },
  description: 'Тот же ключ и то же тело дают тот же ответ',
}

/** The OpenAPI 3.1 document of the exchange: schemas come from the resources themselves. */
export function openApi(serverUrl: string, resources: readonly Resource[]): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Кабинет: обмен с 1С',
      version: '1',
      description:
        'Записи приходят пачками, ответ — по одному результату на запись. Суммы — в валюте записи, внутри ссылок — идентификаторы 1С. ' +
        'Поле, которого в записи нет, остаётся как было; null (и пустая строка) его очищает; что очистить нельзя, названо в ответе. ' +
        'Незнакомое поле пропускается с предупреждением.',
    },
    servers: [{ url: `${serverUrl}/api/1c/v1` }],
    security: [{ basic: [] }, { token: [] }],
    tags: resources.map((resource) => ({ name: resource.name, description: resource.about.ru })),
    paths: {
      ...Object.fromEntries(resources.map((resource) => [`/${resource.name}`, pathsOf(resource)])),
      ...otherPaths(),
    },
    components: {
      securitySchemes: { basic: { type: 'http', scheme: 'basic' }, token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        ...Object.fromEntries(
          resources.flatMap((resource) => [[resource.name, schemaOf(resource)], ...givenSchema(resource)]),
        ),
        ...commonSchemas(resources),
      },
    },
  }
}

/** What 1C writes: the schema before anything is parsed out of it. */
export function schemaOf(resource: Resource): Json {
  const { $schema: _version, ...schema } = z.toJSONSchema(resource.item, { io: 'input', unrepresentable: 'any' })
  return { title: resource.title.ru, ...schema }
}

/** What `GET` gives of a resource. */
function givenSchema(resource: Resource): [string, Json][] {
  if (!resource.gives) return []
  const { $schema: _version, ...schema } = z.toJSONSchema(resource.gives, { io: 'input' })
  return [[`${resource.name}.given`, { title: resource.title.ru, ...schema }]]
}

const itemsSchema = (resource: Resource): Json => ({
  type: 'object',
  required: ['items'],
  properties: { items: { type: 'array', items: resource.gives ? ref(`${resource.name}.given`) : { type: 'object' } } },
})

function pathsOf(resource: Resource): Json {
  const write = (method: string): Json => ({
    operationId: `${method}-${resource.name}`,
    summary: `${resource.title.ru}: принять`,
    description: resource.about.ru,
    tags: [resource.name],
    parameters: [idempotency],
    requestBody: {
      required: true,
      content: json({ type: 'array', minItems: 1, maxItems: MAX_ITEMS, items: ref(resource.name) }, [resource.example]),
    },
    responses: {
      ...ok('Результат по каждой записи, в том же порядке', { type: 'array', items: ref('ItemResult') }),
      ...refusals,
    },
  })
  const read = {
    operationId: `get-${resource.name}`,
    summary: `${resource.title.ru}: что есть в кабинете`,
    tags: [resource.name],
    parameters: [
      query('externalId', 'Идентификатор в 1С; можно несколько', { type: 'array', items: { type: 'string' } }),
      ...(resource.name === 'orders' ? orderFilters : []),
    ],
    responses: { ...ok('Записи с паспортом обмена', itemsSchema(resource)), ...refusals },
  }
  return { put: write('put'), post: write('post'), ...(resource.read ? { get: read } : {}) }
}

const orderFilters = [
  query('number', 'Номер заказа в кабинете'),
  query('state', 'Состояние', { enum: Object.keys(orderWorkflow.states) }),
  query('changedAfter', 'Изменён позже, ISO 8601; без пояса — время 1С'),
  query('exported', 'false — те, которых нет в 1С или которые изменились после передачи', { enum: ['true', 'false'] }),
  query('limit', 'Не больше 500', { type: 'integer', default: 100 }),
]

const otherPaths = (): Json => ({
  '/documents/{externalId}/file': {
    post: {
      operationId: 'post-document-file',
      summary: 'Файл документа, PDF до 5 МБ',
      tags: ['documents'],
      parameters: [inPath('externalId'), idempotency],
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
          },
        },
      },
      responses: { ...ok('Файл принят', ref('ItemResult')), ...refusals, '404': problem('Такого документа ещё нет') },
    },
  },
  '/changes': {
    get: {
      operationId: 'get-changes',
      summary: 'Лента изменений кабинета',
      description:
        'Ничего не пропускает: номер получает только зафиксированное изменение. Без after — с подтверждённого места',
      parameters: [
        query('entity', 'Только этот вид записей'),
        query('after', 'После номера', { type: 'integer' }),
        query('limit', 'Не больше 500', { type: 'integer', default: 100 }),
      ],
      responses: { ...ok('Изменения и сами записи', ref('Changes')), ...refusals },
    },
  },
  '/changes/ack': {
    post: {
      operationId: 'ack-changes',
      summary: 'Подтвердить всё до номера',
      requestBody: {
        required: true,
        content: json(
          { type: 'object', required: ['seq'], properties: { entity: { type: 'string' }, seq: { type: 'integer' } } },
          { seq: 128 },
        ),
      },
      responses: {
        ...ok('Подтверждённое место', { type: 'object', properties: { acknowledged: { type: 'integer' } } }),
        ...refusals,
      },
    },
  },
  '/document-requests': {
    get: {
      operationId: 'lease-document-requests',
      summary: 'Взять запросы клиентов на документы',
      description: 'Запрос выдаётся на 10 минут; без ответа вернётся в очередь',
      parameters: [query('limit', 'Не больше 100', { type: 'integer', default: 10 })],
      responses: {
        ...ok('Запросы', {
          type: 'object',
          properties: { requests: { type: 'array', items: ref('DocumentRequest') } },
        }),
        ...refusals,
      },
    },
  },
  '/document-requests/{id}/result': {
    post: {
      operationId: 'answer-document-request',
      summary: 'Ответить на запрос: файл или отказ',
      description: 'Первый ответ окончательный, повтор ничего не меняет',
      parameters: [inPath('id')],
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': { schema: ref('RequestResult') },
          ...json(ref('RequestResult'), { result: 'not_found', reason: 'Акт не найден' }),
        },
      },
      responses: {
        ...ok('Чем закончилось', {
          type: 'object',
          properties: { id: { type: 'string' }, status: { type: 'string' }, repeated: { type: 'boolean' } },
        }),
        ...refusals,
      },
    },
  },
})

const text = { type: 'string' }
const maybe = { type: ['string', 'null'] }
const commonSchemas = (resources: readonly Resource[]): Json => ({
  Problem: {
    type: 'object',
    required: ['code', 'message'],
    properties: { code: text, message: { ...text, description: 'По-русски или по Accept-Language' }, field: text },
  },
  ItemResult: {
    type: 'object',
    required: ['externalId', 'result'],
    properties: {
      externalId: maybe,
      result: { enum: ['created', 'changed', 'same', 'parked', 'failed'] },
      id: { ...text, description: 'Идентификатор в кабинете' },
      code: text,
      message: text,
      field: text,
      warnings: { type: 'array', items: ref('Problem') },
    },
  },
  Changes: {
    type: 'object',
    properties: {
      changes: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            seq: { type: 'integer' },
            entity: text,
            entityId: text,
            event: { enum: feedEvents(resources) },
            at: { ...text, format: 'date-time' },
            item: { type: ['object', 'null'] },
          },
        },
      },
      last: { type: 'integer' },
      more: { type: 'boolean' },
      acknowledged: { type: 'integer' },
    },
  },
  DocumentRequest: {
    type: 'object',
    properties: {
      id: text,
      kind: { enum: ['copy', 'original', 'reconciliation', 'closing'] },
      companyExternalId: maybe,
      contractorExternalId: maybe,
      inn: maybe,
      documentExternalId: maybe,
      documentKind: maybe,
      documentNumber: maybe,
      periodFrom: maybe,
      periodTo: maybe,
      comment: maybe,
      format: { const: 'pdf' },
      leasedUntil: text,
      attempt: { type: 'integer' },
    },
  },
  RequestResult: {
    type: 'object',
    properties: {
      result: { enum: ['ready', 'not_found', 'denied'], default: 'ready' },
      reason: text,
      number: text,
      date: { type: 'string', format: 'date' },
      externalId: text,
      file: { type: 'string', description: 'PDF: файл multipart или base64 в JSON' },
    },
  },
})

/** Names of what the feed tells: changes of the portal, and records that are asked for anew. */
const feedEvents = (resources: readonly Resource[]): string[] =>
  [
    ...fedEvents(),
    ...resources.flatMap(({ name, keepParked }) => (keepParked === false ? [`${name}.wanted`] : [])),
  ].sort()
