import { setTimeout as sleep } from 'node:timers/promises'
import axios, { AxiosError, type AxiosInstance, type AxiosRequestConfig, type AxiosResponse } from 'axios'
import { AppError, isAppError } from '@/src/lib/errors'
import { logger } from '@/src/lib/logger'
import { guardedAgents, type PrivateAddresses } from './addresses'
import { createBreaker, type BreakerOptions } from './breaker'
import { stripOnRedirect } from './redirects'

export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type HttpCall = {
  method: HttpMethod
  /** absolute, or a path under `baseURL` */
  url: string
  query?: Record<string, string | number | boolean | undefined>
  headers?: Record<string, string>
  /** an object goes as JSON, URLSearchParams as a form, string and Buffer as they are */
  body?: unknown
  answer?: 'json' | 'text' | 'bytes'
  timeoutMs?: number
  signal?: AbortSignal
  /** says that a POST or PATCH may be sent twice (it carries an idempotency key) */
  repeatable?: boolean
}

export type HttpAnswer<T> = { status: number; headers: Record<string, string>; data: T }

/** One finished attempt, without query, headers or body: fit for a log. */
export type HttpRecord = {
  client: string
  method: HttpMethod
  host: string
  path: string
  attempt: number
  ms: number
  status?: number
  error?: string
}

export type HttpClientOptions = {
  /** short name for logs and errors: «smsc», «yookassa» */
  name: string
  baseURL?: string
  headers?: Record<string, string>
  /** one attempt from start to the last byte; 15 s */
  timeoutMs?: number
  /** attempts after the first one; 2 */
  retries?: number
  /** the first pause; doubles, with jitter; 300 ms */
  backoffMs?: number
  /** answer after decompression; 10 MiB */
  maxAnswerBytes?: number
  maxBodyBytes?: number
  /** redirects to follow, each checked; 0 refuses them; 3 */
  redirects?: number
  privateAddresses?: PrivateAddresses
  breaker?: Partial<BreakerOptions>
  /** by default a line of the log */
  onCall?: (record: HttpRecord) => void
}

export type HttpClient = {
  /**
   * Sends one call. Any HTTP status is an answer, the caller judges it; 429, 502, 503 and 504 are repeated first
   * where that is safe. Without an answer it throws AppError: `service.unavailable` (network, timeout, breaker
   * open), `http.blocked` (a private address), `request.tooLarge` (the answer went over the cap), `http.aborted`.
   */
  request<T = unknown>(call: HttpCall): Promise<HttpAnswer<T>>
}

const SAFE = new Set<HttpMethod>(['GET', 'HEAD', 'PUT', 'DELETE'])
const TRY_AGAIN = new Set([429, 502, 503, 504])
const LONGEST_PAUSE_MS = 10_000

/** The only way a call leaves the portal: one client for each outside service, made once. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const breaker = createBreaker({ failures: 5, coolMs: 30_000, ...options.breaker })
  const instance = axios.create({
    ...guardedAgents(options.privateAddresses ?? 'refuse'),
    ...(options.baseURL === undefined ? {} : { baseURL: options.baseURL }),
    headers: { 'User-Agent': 'Kabinet', ...options.headers },
    adapter: 'http',
    proxy: false,
    maxRedirects: options.redirects ?? 3,
    maxContentLength: options.maxAnswerBytes ?? 10 * 1024 * 1024,
    maxBodyLength: options.maxBodyBytes ?? 50 * 1024 * 1024,
    validateStatus: () => true,
  })

  return {
    async request<T>(call: HttpCall): Promise<HttpAnswer<T>> {
      const repeatable = (SAFE.has(call.method) || call.repeatable === true) && !isStream(call.body)
      const attempts = repeatable ? (options.retries ?? 2) + 1 : 1
      for (let attempt = 1; ; attempt += 1) {
        if (!breaker.allows()) throw unavailable(options.name, 'breaker open')
        const result = await tryOnce(instance, options, call, attempt)
        const down = 'error' in result ? isOutage(result.error) : result.answer.status >= 500
        if (down) breaker.failed()
        else breaker.succeeded()

        const again = 'error' in result ? isOutage(result.error) : TRY_AGAIN.has(result.answer.status)
        if (!again || attempt >= attempts) {
          if ('error' in result) throw result.error
          // The caller names the shape and checks it (zod) where it matters.
          return { status: result.answer.status, headers: plainHeaders(result.answer), data: result.answer.data as T }
        }
        await pause(attempt, options.backoffMs ?? 300, 'answer' in result ? result.answer : null, call.signal)
      }
    },
  }
}

type Attempt = { answer: AxiosResponse<unknown> } | { error: AppError }

async function tryOnce(
  instance: AxiosInstance,
  options: HttpClientOptions,
  call: HttpCall,
  attempt: number,
): Promise<Attempt> {
  const started = performance.now()
  const limit = AbortSignal.timeout(call.timeoutMs ?? options.timeoutMs ?? 15_000)
  let result: Attempt
  try {
    result = { answer: await instance.request<unknown>(toAxios(call, options, limit)) }
  } catch (error) {
    result = { error: toAppError(error, options.name, call.signal) }
  }
  const tell = options.onCall ?? ((record: HttpRecord) => logger.info(record, 'outgoing call'))
  tell({
    client: options.name,
    method: call.method,
    ...placeOf(call.url, options.baseURL),
    attempt,
    ms: Math.round(performance.now() - started),
    ...('answer' in result ? { status: result.answer.status } : { error: result.error.code }),
  })
  return result
}

function toAxios(call: HttpCall, options: HttpClientOptions, limit: AbortSignal): AxiosRequestConfig {
  const target = new URL(call.url, options.baseURL)
  if (!/^https?:$/.test(target.protocol)) throw new AppError('http.blocked', { host: target.protocol }, { status: 403 })
  return {
    method: call.method,
    url: call.url,
    params: call.query,
    headers: call.headers ?? {},
    data: call.body,
    responseType: call.answer === 'bytes' ? 'arraybuffer' : call.answer === 'text' ? 'text' : 'json',
    ...(call.answer === 'text' ? { transformResponse: (data: unknown) => data } : {}),
    signal: call.signal ? AbortSignal.any([call.signal, limit]) : limit,
    beforeRedirect: stripOnRedirect(target),
  }
}

function toAppError(error: unknown, name: string, signal: AbortSignal | undefined): AppError {
  // Axios and its redirects wrap what the agent throws. The wrapping holds the keys of the call, so none of it is
  // passed on as a cause.
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if (isAppError(inner)) return inner
  }
  if (signal?.aborted) return new AppError('http.aborted', { service: name }, { status: 499 })
  const message = error instanceof Error ? error.message : ''
  if (/maxContentLength|maxBodyLength/.test(message)) {
    return new AppError('request.tooLarge', { service: name }, { status: 413 })
  }
  return unavailable(name, error instanceof AxiosError ? (error.code ?? 'network') : 'network')
}

function unavailable(service: string, reason: string): AppError {
  return new AppError('service.unavailable', { service, reason }, { status: 503 })
}

function isOutage(error: AppError): boolean {
  return error.code === 'service.unavailable'
}

async function pause(attempt: number, base: number, answer: AxiosResponse | null, signal?: AbortSignal): Promise<void> {
  const asked = Number(answer?.headers['retry-after']) * 1_000
  const backoff = base * 2 ** (attempt - 1) * (0.5 + Math.random())
  await sleep(Math.min(asked > 0 ? asked : backoff, LONGEST_PAUSE_MS), undefined, signal ? { signal } : {})
}

/** Host and path for the log; a long opaque piece of a path (Telegram's token) is a secret. */
function placeOf(url: string, baseURL?: string): { host: string; path: string } {
  if (!URL.canParse(url, baseURL)) return { host: '', path: '' }
  const { host, pathname } = new URL(url, baseURL)
  const path = pathname.replace(/[^/]{24,}|bot\d+:[^/]+/g, '…')
  return { host, path }
}

function plainHeaders(answer: AxiosResponse): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(answer.headers)) headers[name.toLowerCase()] = String(value)
  return headers
}

function isStream(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'pipe' in body
}
