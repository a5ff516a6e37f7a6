import type { BrowserContext } from 'playwright-core'

/** One picture of the panel: a name for the file and where it is taken. */
export type PanelShot = { name: string; path: string }

/** Views of our own; who may not see one gets a picture of the refusal. */
const VIEWS: readonly PanelShot[] = [
  { name: 'dashboard', path: '/admin' },
  { name: 'workplace-orders', path: '/admin/workplace/orders' },
  { name: 'workplace-clients', path: '/admin/workplace/clients' },
  { name: 'workplace-sections', path: '/admin/workplace/sections' },
  { name: 'workplace-answers', path: '/admin/workplace/answers' },
  { name: 'exchange', path: '/admin/exchange' },
  { name: 'queue', path: '/admin/queue' },
  { name: 'audit', path: '/admin/audit' },
  { name: 'account', path: '/admin/account' },
  { name: 'lost', path: '/admin/collections/nothing-here' },
]

/** Every page of the panel that a person finds in its navigation: each list, its first record, its empty form, each global. */
export async function panelPages(context: BrowserContext, url: string): Promise<PanelShot[]> {
  const page = await context.newPage()
  try {
    await page.goto(`${url}/admin`, { waitUntil: 'load' })
    const addresses = await page
      .locator('.kb-nav a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    const listed = [...new Set(addresses)].filter(
      (href) => href.startsWith('/admin/collections/') || href.startsWith('/admin/globals/'),
    )
    const inside = await Promise.all(listed.map((href) => pagesOf(context, url, href)))
    return [
      ...VIEWS,
      ...(await openRun(context, url)),
      ...(await openClient(context, url)),
      ...(await openAnswers(context, url)),
      ...inside.flat(),
    ]
  } finally {
    await page.close()
  }
}

async function pagesOf(context: BrowserContext, url: string, href: string): Promise<PanelShot[]> {
  const slug = href.split('/').at(-1) ?? ''
  if (href.includes('/globals/')) return [{ name: `global-${slug}`, path: href }]
  const found = await context.request.get(`${url}/api/${slug}?limit=1&depth=0`, { headers: { origin: url } })
  const body = found.ok() ? ((await found.json()) as { docs?: { id: string }[] }) : {}
  const first = body.docs?.[0]?.id
  return [
    { name: `list-${slug}`, path: href },
    ...(first ? [{ name: `record-${slug}`, path: `${href}/${first}` }] : []),
    { name: `create-${slug}`, path: `${href}/create` },
  ]
}

const openRun = (context: BrowserContext, url: string): Promise<PanelShot[]> =>
  firstLink(context, { address: `${url}/admin/exchange`, link: 'a[href*="?run="]', name: 'exchange-run' })

const openClient = (context: BrowserContext, url: string): Promise<PanelShot[]> =>
  firstLink(context, {
    address: `${url}/admin/workplace/clients`,
    link: 'a[href*="?client="]',
    name: 'workplace-client',
  })

const openAnswers = (context: BrowserContext, url: string): Promise<PanelShot[]> =>
  firstLink(context, {
    address: `${url}/admin/workplace/answers`,
    link: 'a[href*="?form="]',
    name: 'workplace-answers-form',
  })

async function firstLink(
  context: BrowserContext,
  { address, link, name }: { address: string; link: string; name: string },
): Promise<PanelShot[]> {
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'load' })
  const href = await page
    .locator(link)
    .first()
    .getAttribute('href', { timeout: 3_000 })
    .catch(() => null)
  await page.close()
  return href ? [{ name, path: href }] : []
}
