import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { locales } from '../i18n'
import { ofProcess } from '../ofProcess'

const make = () => {
  const registry = new Registry()
  // Memory, event-loop lag, garbage collection, open handles of this process.
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'kabinet_http_request_seconds',
    help: 'Duration of answered requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  return { registry, requests }
}

/** What this process has counted. */
export const metrics = () => ofProcess('metrics', make)

/** First parts of the cabinet's addresses; anything else is `/other`. */
const pages = new Set([
  'cart',
  'catalogue',
  'checkout',
  'company',
  'confirm',
  'contracts',
  'demo',
  'documents',
  'email',
  'forms',
  'invite',
  'login',
  'notifications',
  'orders',
  'products',
  'profile',
  'quick-order',
  'recover',
  'register',
  'reset',
  'site-map',
  'statement',
])
const calls = new Set([
  '1c',
  'actions',
  'document-files',
  'health',
  'live',
  'media',
  'metrics',
  'ready',
  'search',
  'staff',
  'users',
])
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** The part of an address that has few values: a stranger must not be able to make endless series. */
export function routeOf(path: string): string {
  const parts = path
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean)
  const [first = '', second = '', third = ''] = locales.some((locale) => locale === parts[0]) ? parts.slice(1) : parts
  if (first === '') return '/'
  if (first === '_next') return '/_next'
  if (first === 'admin') return '/admin'
  if (first === 'api' && second === '1c') return third === 'commerceml' ? '/api/1c/commerceml' : '/api/1c'
  if (first === 'api') return calls.has(second) ? `/api/${second}` : '/api'
  return pages.has(first) ? `/${first}` : '/other'
}

export const methodOf = (method: string): string => (methods.has(method) ? method : 'OTHER')
