import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { demoLogins } from '@/src/demo/logins'
import { findChromium, librariesBeside } from '@/src/mechanisms/print/chromium'
import { root } from '../../scripts/lib/paths.mjs'
import { startTestServer } from '../support/cluster'
import { queryOnce } from '../../scripts/lib/database.mjs'
import { createDatabase } from '../support/database'
import { fillWithDemo } from '../support/demo'
import { signIn } from './pageLoad'
import { startWeb } from './pageServer'

/** Comes from the registry when it is asked for: it is larger than all that the portal is made of. */
const LIGHTHOUSE = 'lighthouse@12.8.2'

const looks = ['desktop', 'phone'] as const
type Look = (typeof looks)[number]
type Visited = { name: string; path: string; who: 'nobody' | 'client' }

export type FirstVisit = {
  name: string
  look: Look
  performance: number
  accessibility: number
  practices: number
  blockedMs: number
  shift: number
  paintMs: number
  /** Bytes of scripts over the wire with an empty cache. */
  script: number
}

/** Opens each page of the demo company with an empty cache in the portal's own Chromium, as a desk and as a slow phone. */
export async function firstVisitBench(say: (line: string) => void = () => {}): Promise<FirstVisit[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kabinet-visit-'))
  const server = await startTestServer()
  try {
    const url = await createDatabase(server.url('postgres'), 'visit')
    await fillWithDemo({
      DATABASE_URL: url,
      MEDIA_DIR: path.join(folder, 'media'),
      SPOOL_DIR: path.join(folder, 'spool'),
    })
    const web = await startWeb(url, folder)
    try {
      const login = demoLogins.find(({ email }) => email === 'client@demo.kabinet')
      if (!login) throw new Error('The demo has no client')
      const { cookie } = await signIn(web.url, 'users', login)
      const figures: FirstVisit[] = []
      for (const page of await pagesOf(url))
        for (const look of looks) {
          const seen = await lighthouse(
            `${web.url}${page.path}`,
            look,
            page.who === 'nobody' ? '' : cookie,
            path.join(folder, 'report.json'),
          )
          figures.push({ name: page.name, look, ...seen })
          say(`${page.name} (${look}): ${JSON.stringify(seen)}`)
        }
      return figures
    } finally {
      await web.stop()
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function pagesOf(url: string): Promise<Visited[]> {
  const one = async (statement: string): Promise<string> => String((await queryOnce(url, statement))[0]?.found)
  const order = await one(
    `select number as found from orders where company_id = (select company_id from users where email = 'client@demo.kabinet') order by number desc limit 1`,
  )
  const product = await one(`select slug as found from products where active order by slug limit 1`)
  const client = (name: string, at: string): Visited => ({ name, path: at, who: 'client' })
  return [
    { name: 'Sign-in', path: '/login', who: 'nobody' },
    client('Home', '/'),
    client('Catalogue', '/catalogue'),
    client('Product', `/products/${product}`),
    client('Cart', '/cart'),
    client('Checkout', '/checkout'),
    client('Orders', '/orders'),
    client('Order', `/orders/${encodeURIComponent(order)}`),
    { name: 'Panel: sign-in', path: '/admin/login', who: 'nobody' },
  ]
}

type Audit = { numericValue?: number; details?: { items?: Array<Record<string, unknown>> } }
type Report = { categories: Record<string, { score: number | null }>; audits: Record<string, Audit | undefined> }

async function lighthouse(
  address: string,
  look: Look,
  cookie: string,
  report: string,
): Promise<Omit<FirstVisit, 'name' | 'look'>> {
  process.env.CHROMIUM_DIR ??= path.join(root, '.data/chromium')
  const { executablePath, env } = await findChromium()
  await promisify(execFile)(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      address,
      '--quiet',
      '--output=json',
      `--output-path=${report}`,
      '--only-categories=performance,accessibility,best-practices',
      '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage',
      ...(look === 'desktop' ? ['--preset=desktop'] : []),
      ...(cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []),
    ],
    {
      env: { ...process.env, ...env, CHROME_PATH: executablePath, LD_LIBRARY_PATH: librariesBeside(executablePath) },
      timeout: 180_000,
      maxBuffer: 50_000_000,
    },
  )
  const { categories, audits } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100)
  const value = (name: string): number => audits[name]?.numericValue ?? 0
  const requests = audits['network-requests']?.details?.items ?? []
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    practices: score('best-practices'),
    blockedMs: Math.round(value('total-blocking-time')),
    shift: Number(value('cumulative-layout-shift').toFixed(3)),
    paintMs: Math.round(value('largest-contentful-paint')),
    script: requests.reduce(
      (sum, { resourceType, transferSize }) => sum + (resourceType === 'Script' ? Number(transferSize) : 0),
      0,
    ),
  }
}

/** First visits, as Markdown. */
export function firstVisitTable(figures: readonly FirstVisit[]): string {
  return [
    '## First visit',
    '',
    'Lighthouse 12.8 in the portal’s own Chromium, the demo company, an empty cache; «phone» is its slow phone on a slow line (CPU four times slower). Promised: 100 / 100 / 100 on a desk, at least 97 with less than 150 ms of blocked time on a phone, at most 145 kB of script, 640 kB for the sign-in of the panel.',
    '',
    '| page | as | performance | accessibility | practices | blocked | largest paint | layout shift | script |',
    '|---|---|---|---|---|---|---|---|---|',
    ...figures.map(
      (one) =>
        `| ${one.name} | ${one.look} | ${one.performance} | ${one.accessibility} | ${one.practices} | ${one.blockedMs} ms | ${(one.paintMs / 1_000).toFixed(1)} s | ${one.shift} | ${Math.round(one.script / 1_000)} kB |`,
    ),
    '',
  ].join('\n')
}
