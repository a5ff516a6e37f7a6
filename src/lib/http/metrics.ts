import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** One registry for all copies of this module in the process. */
const shared = globalThis as typeof globalThis & { kabinetMetrics?: { registry: Registry; requests: Histogram } }

const make = () => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'kabinet_http_request_seconds',
    help: 'Duration of answered requests',
    labelNames: ['method', 'area', 'status'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  return { registry, requests }
}

export const metrics = () => (shared.kabinetMetrics ??= make())

/** The part of an address that has few values: a stranger must not be able to make endless series. */
export function areaOf(path: string): string {
  const [first = '', second = ''] = path.replace(/[?#].*$/, '').split('/').filter(Boolean)
  if (first === '_next') return 'static'
  if (first === 'admin') return 'admin'
  if (first === 'api') return ['1c', 'health', 'ready', 'metrics', 'live'].includes(second) ? `api/${second}` : 'api'
  return 'cabinet'
}
