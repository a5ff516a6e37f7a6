import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import { declarations } from '@/src/lib/declarations'
import type { Locale, Text } from '@/src/lib/i18n'
import type { QueryContext } from '../access/context'
import './front.errors'

/** For whom a route answers: the person in the company that the call is about, their language and time zone. */
export type RouteContext = QueryContext & { locale: Locale; zone: string }

export type RouteCall<Params, Query, Body> = {
  req: PayloadRequest
  context: RouteContext
  params: Params
  query: Query
  body: Body
  /** The query as it stands in the address. */
  search: URLSearchParams
  idempotencyKey?: string
}

/** One value of an address as it is described where no schema says it. */
export type RouteParameter = { name: string; about: Text; values?: readonly string[]; format?: string }

type Schema = z.ZodObject
type ParamsOf<S> = S extends z.ZodType ? z.output<S> : Record<string, never>

export type RouteDeclaration<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends z.ZodType = z.ZodType,
  Answer extends Schema = Schema,
> = {
  /** `orders.one`: its name in the description. */
  name: string
  method: 'get' | 'post' | 'put' | 'delete'
  /** Below `/api/v1`, with places in braces: `/orders/{id}`. */
  path: `/${string}`
  /** Under what it stands in the description. */
  group: Text
  title: Text
  about?: Text
  /** Capability in the company. */
  needs?: string
  /** It is about the person alone: no company has to be chosen. */
  ofPerson?: true
  params?: Params
  query?: Query
  /** What the address may hold where that is known for a person only; the route refuses the rest itself. */
  parameters?: (context: QueryContext) => Promise<readonly RouteParameter[]>
  body?: Body
  /** What it answers; a route of bytes answers by itself. */
  answer: Answer | 'file'
  run: (
    call: RouteCall<ParamsOf<Params>, ParamsOf<Query>, Body extends z.ZodType ? z.output<Body> : undefined>,
  ) => Promise<(Answer extends Schema ? z.input<Answer> : never) | Response>
}

// The registry forgets the types; every part of a call is parsed before it reaches `run`.
export type Route = RouteDeclaration
const registry = declarations<Route>()

/**
 * Declares an address of `/api/v1`, for one's own front end: what it asks, what it answers, who may. The area's module
 * lists it among its parts, and it goes with the module.
 */
export function defineRoute<Params extends Schema, Query extends Schema, Body extends z.ZodType, Answer extends Schema>(
  route: RouteDeclaration<Params, Query, Body, Answer>,
): Route {
  const declared = route as unknown as Route
  registry.set(route.name, declared)
  return declared
}

export const declaredRoutes = (): readonly Route[] => [...registry.values()]

export type RoutePartDeclaration<Answer extends Schema> = {
  name: string
  /** Name of the route whose answer it is part of. */
  route: string
  /** Capability in the company, without which the part is left out. */
  needs?: string
  answer: Answer
  read: (context: RouteContext, params: Record<string, string>) => Promise<z.input<Answer>>
}
export type RoutePart = RoutePartDeclaration<Schema>
const parts = declarations<RoutePart>()

/** Declares what an area adds to the answer of another area's route: documents of an order. */
export function defineRoutePart<Answer extends Schema>(part: RoutePartDeclaration<Answer>): RoutePart {
  const declared = part as unknown as RoutePart
  parts.set(part.name, declared)
  return declared
}

export const partsOfRoute = (route: string): readonly RoutePart[] =>
  [...parts.values()].filter((part) => part.route === route)
