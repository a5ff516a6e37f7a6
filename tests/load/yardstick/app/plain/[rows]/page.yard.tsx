import { headers } from 'next/headers'
import { getPayload, type CollectionSlug, type Where } from 'payload'
import config from '../../../payload.config'
import { Rows } from '../../Rows'

type PlainProps = { params: Promise<{ rows: string }>; searchParams: Promise<{ key?: string }> }

/** The same rows as a page of plain Payload has them: who is there, then its Local API with its rules of access. */
export default async function Plain({ params, searchParams }: PlainProps) {
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers: await headers() })
  const [{ rows }, { key = '' }] = [await params, await searchParams]
  const find = async (collection: string, where: Where, sort: string, limit: number) => {
    const found = await payload.find({
      collection: collection as CollectionSlug, // the portal's own types know these collections otherwise
      where,
      sort,
      limit,
      depth: 0,
      user,
      overrideAccess: false,
    })
    return found.docs as unknown as Array<Record<string, unknown>> // as above
  }
  if (rows === 'orders') return <Rows rows={await find('orders', {}, '-placedAt', 20)} />
  if (rows === 'goods') return <Rows rows={await find('products', { group: { equals: key } }, 'name', 24)} />
  const [order] = await find('orders', { number: { equals: key } }, '-placedAt', 1)
  return <Rows rows={await find('order-lines', { order: { equals: order?.id } }, 'position', 100)} />
}
