import { sql } from '@payloadcms/db-postgres/drizzle'
import { originsOf } from '@/src/lib/http/knownOrigins'
import { settings } from '@/src/lib/settings'
import { query, type Runner } from '../database/query'
import { portalCache } from '../database/portalCache'
import { siteOfCompany } from './siteOfCompany'

/**
 * How a site presents itself: its id (null where the portal has none), its name, the hue of its accents (0–360), the
 * address of its logo, and its origin, where links to it begin.
 */
export type SiteBrand = { site: string | null; name: string; hue: number; logo: string | null; origin: string }

const nameless = { site: null, name: 'Kabinet', hue: 262, logo: null }

type Site = Omit<SiteBrand, 'origin'> & { hosts: string[] }

/** The sites with their host names, the default one first; every page asks. */
const sites = portalCache('sites', {
  freshMs: 2_000,
  value:
    () => sql`(select jsonb_agg(jsonb_build_object('site', s.id, 'name', s.name, 'hue', coalesce(s.hue, ${nameless.hue})::int, 'logo', m.url,
      'hosts', array(select t.text from sites_texts t where t.parent_id = s.id and t.path = 'hosts' and t.text is not null order by t."order"))
      order by s.is_default desc nulls last, s.id)
    from sites s left join media m on m.id = s.logo_id)`,
  // The expression makes just these.
  read: (kept) => (kept ?? []) as Site[],
})

/** Called by hooks of the sites, so that the process that changed one sees it at once. */
export const forgetSites = sites.forget

/** The brand of the site that a host name chooses; without one, or where no site has it, of the default site. A request asks once. */
export function brandFor(runner: Runner, host: string | null = null): Promise<SiteBrand> {
  if (!('payload' in runner)) return brandOfHost(runner, host)
  const asked = askedBy.get(runner) ?? new Map<string | null, Promise<SiteBrand>>()
  askedBy.set(runner, asked)
  const brand = asked.get(host) ?? brandOfHost(runner, host)
  asked.set(host, brand)
  return brand
}

const askedBy = new WeakMap<object, Map<string | null, Promise<SiteBrand>>>()

async function brandOfHost(runner: Runner, host: string | null): Promise<SiteBrand> {
  const all = await sites.get(runner)
  const chosen = host === null ? undefined : all.find(({ hosts }) => hosts.includes(host))
  const { hosts: _hosts, ...brand } = chosen ?? all[0] ?? { ...nameless, hosts: [] }
  return at(brand, chosen ? host : null)
}

/** The brand of a company's site, as letters to its people bear it; without a site of the default one, at the portal's own address. */
export async function brandOfCompany(runner: Runner, company: string | null): Promise<SiteBrand> {
  const [row] = await query<Omit<SiteBrand, 'origin'> & { host: string | null }>(
    runner,
    sql`select s.id::text as site, s.name, coalesce(s.hue, ${nameless.hue})::int as hue, m.url as logo, h.text as host
        from sites s left join media m on m.id = s.logo_id
        left join lateral (select t.text from sites_texts t where t.parent_id = s.id and t.path = 'hosts' and s.id = ${siteOfCompany(company)}
                           order by t."order" limit 1) h on true
        order by s.id = ${siteOfCompany(company)} desc nulls last, h.text is not null desc, s.is_default desc nulls last limit 1`,
  )
  const { host, ...brand } = row ?? { ...nameless, host: null }
  return at(brand, host)
}

function at(brand: Omit<SiteBrand, 'origin'>, host: string | null): SiteBrand {
  const { PUBLIC_URL } = settings()
  return { ...brand, origin: originsOf(PUBLIC_URL, host ? [host] : [])[0] ?? PUBLIC_URL }
}
