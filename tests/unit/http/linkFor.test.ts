import { describe, expect, it } from 'vitest'
import { linkFor } from '@/src/lib/http/linkFor'

const site = { origin: 'https://brand.example' }

describe('a link to a page', () => {
  it.each([
    ['ru', '/', '/', 'https://brand.example/'],
    ['en', '/', '/en', 'https://brand.example/en'],
    ['ru', '/orders/1', '/orders/1', 'https://brand.example/orders/1'],
    ['en', '/orders/%D0%9A-1?view=all#last', '/en/orders/%D0%9A-1?view=all#last', undefined],
    ['en', '/admin/workplace/orders', '/admin/workplace/orders', 'https://brand.example/admin/workplace/orders'],
  ] as const)('in %s to %s is %s here, and %s on another site', (locale, path, here, there) => {
    expect(linkFor({ locale }, path)).toBe(here)
    expect(linkFor({ locale, site }, path)).toBe(there ?? `${site.origin}${here}`)
  })
})
