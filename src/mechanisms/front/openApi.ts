import { z } from 'zod'
import { cookiePrefix } from '@/src/lib/http/cookies'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import type { QueryContext } from '../access/context'
import { partsOfRoute, type Route, type RouteParameter } from './defineRoute'
import { frontWords as words } from './front.labels'
import { COMPANY, isList } from './readCall'
import { wordsOf } from './shown'

export type Json = Record<string, unknown>

export const FRONT_BASE = '/api/v1'
export const COMPANY_HEADER = 'x-company'

const problem = (text: Text, locale: Locale): Json => ({
  description: say(text, locale),
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** The OpenAPI 3.1 document of these routes; every schema in it is the one that calls are read and answered by. */
export async function frontApi(
  context: QueryContext,
  { routes, serverUrl, locale }: { routes: readonly Route[]; serverUrl: string; locale: Locale },
): Promise<Json> {
  const paths: Record<string, Json> = {}
  for (const route of routes)
    paths[route.path] = { ...paths[route.path], [route.method]: await operationOf(context, route, locale) }
  return {
    openapi: '3.1.0',
    info: { title: say(words.title, locale), version: '1', description: say(words.about, locale) },
    servers: [{ url: `${serverUrl}${FRONT_BASE}` }],
    security: [{ key: [] }, { session: [] }],
    tags: [...new Set(routes.map(({ group }) => say(group, locale)))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: say(words.key, locale) },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: `${cookiePrefix(serverUrl)}-token`,
          description: say(words.session, locale),
        },
      },
      schemas: Object.fromEntries([
        ['Problem', schemaOf(problemSchema, locale)],
        ...routes.flatMap((route) => {
          const answer = answerOf(route)
          return [
            ...(answer ? [[`${route.name}.answer`, schemaOf(answer, locale)]] : []),
            ...(route.body ? [[`${route.name}.body`, schemaOf(route.body, locale, 'input')]] : []),
          ]
        }),
      ]) as Json,
    },
  }
}

const problemSchema = z.looseObject({ code: z.string(), message: z.string(), field: z.string().optional() })

/** What a route answers with all that other areas add to it; null where it answers bytes. */
export function answerOf({ name, answer }: Route): z.ZodObject | null {
  if (answer === 'file') return null
  // Who may not see a part gets an answer without it.
  const more = partsOfRoute(name).map((part) => part.answer.partial().shape)
  return z.object(Object.assign({}, answer.shape, ...more) as z.ZodRawShape)
}

async function operationOf(context: QueryContext, route: Route, locale: Locale): Promise<Json> {
  const { name, group, title, about, needs, ofPerson, method, body } = route
  const rights = needs ? say(words.needs, locale, { needs }) : ''
  return {
    operationId: name,
    summary: say(title, locale),
    description: [about ? say(about, locale) : '', rights].filter(Boolean).join(' '),
    tags: [say(group, locale)],
    parameters: [
      ...placesOf(route, locale),
      ...(ofPerson ? [] : [companyParameter(locale)]),
      ...(await queryOf(context, route, locale)),
      ...(method === 'post' ? [idempotency(locale)] : []),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}.body` } } },
          },
        }
      : {}),
    responses: {
      '200': { description: say(words.ok, locale), content: contentOf(route) },
      ...Object.fromEntries(
        Object.entries(words.refusals).map(([status, text]) => [status, problem(text, locale)] as const),
      ),
    },
  }
}

const contentOf = ({ name, answer }: Route): Json =>
  answer === 'file'
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: { $ref: `#/components/schemas/${name}.answer` } } }

const placesOf = ({ path, params }: Route, locale: Locale): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const schema = params?.shape[name] as z.ZodType | undefined // a shape holds zod's own schemas
    const kind = schema ? bare(schema) : { type: 'string' }
    return { name, in: 'path', required: true, ...described(schema, locale), schema: kind }
  })

const described = (schema: z.ZodType | undefined, locale: Locale): Json => {
  const text = schema && wordsOf(schema)
  return text ? { description: say(text, locale) } : {}
}

const companyParameter = (locale: Locale): Json => ({
  name: 'X-Company',
  in: 'header',
  description: say(words.company, locale, { name: COMPANY }),
  schema: { type: 'string', format: 'uuid' },
})

const idempotency = (locale: Locale): Json => ({
  name: 'Idempotency-Key',
  in: 'header',
  description: say(words.idempotency, locale),
  schema: { type: 'string', maxLength: 200 },
})

async function queryOf(context: QueryContext, { query, parameters }: Route, locale: Locale): Promise<Json[]> {
  if (parameters) return (await parameters(context)).map((it) => parameterOf(it, locale))
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const own = schema as z.ZodType // a shape holds zod's own schemas
    return {
      name,
      in: 'query',
      ...described(own, locale),
      schema: bare(own),
      ...(isList(own) ? { style: 'form', explode: true } : {}),
    }
  })
}

const parameterOf = ({ name, about, values, format }: RouteParameter, locale: Locale): Json => ({
  name,
  in: 'query',
  description: values ? `${say(about, locale)} (${values.join(', ')})` : say(about, locale),
  schema: { type: 'string', ...(format ? { format } : {}) },
})

const bare = (schema: z.ZodType): Json => schemaOf(schema, 'en', 'input')

function schemaOf(schema: z.ZodType, locale: Locale, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _version, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const text = wordsOf(zodSchema)
      if (text) jsonSchema.description = say(text, locale)
    },
  })
  return json
}
