import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bucketFile, checkBucket, ensureBucket, type BucketSettings } from '@/src/integrations/storage/bucket'
import { streamFile } from '@/src/integrations/storage/stream'
import { startS3, type S3Server } from '../../support/s3'

let s3: S3Server
let settings: BucketSettings
beforeAll(async () => {
  s3 = await startS3()
  settings = { bucket: 'files', endpoint: s3.endpoint, ...s3.keys }
})
afterAll(() => s3.close())
beforeEach(() => {
  s3.broken = null
  s3.buckets.clear()
  s3.buckets.add('files')
  s3.objects.clear()
  s3.objects.set('files/documents/Акт № 5.pdf', {
    body: Buffer.from('0123456789'),
    type: 'application/pdf',
    modified: new Date(0),
  })
})

const send = async (headers: Record<string, string> = {}, method = 'GET') =>
  streamFile(await bucketFile(settings, 'documents/Акт № 5.pdf'), {
    name: 'a.pdf',
    mime: 'application/pdf',
    request: new Request('http://x/', { headers, method }),
  })

describe('[GOAL-06] a private file in an S3-compatible store', () => {
  it('is streamed whole, in part, and not at all for HEAD', async () => {
    expect(await (await send()).text()).toBe('0123456789')
    const part = await send({ range: 'bytes=2-4' })
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10'])
    const head = await send({}, 'HEAD')
    expect([head.status, head.headers.get('content-length'), head.body]).toEqual([200, '10', null])
    expect((await send({ range: 'bytes=10-' })).status).toBe(416)
    expect(s3.calls.filter((call) => call.startsWith('GET'))).toHaveLength(2)
  })

  it('that is not there is not found', async () => {
    await expect(bucketFile(settings, 'documents/other.pdf')).rejects.toMatchObject({
      code: 'record.notFound',
      status: 404,
    })
  })

  it.each([500, 503, 403, 'cut'] as const)('behind a store that answers %s: one clear error', async (broken) => {
    s3.broken = broken
    await expect(send()).rejects.toMatchObject({ code: 'file.storeUnavailable', status: 503 })
  })

  it('whose end does not come fails the reading rather than looking whole', async () => {
    s3.broken = 'half'
    await expect((await send()).text()).rejects.toThrow()
  })

  it('is closed to whoever has no keys or wrong ones', async () => {
    expect((await fetch(`${s3.endpoint}/files/documents/x`)).status).toBe(403)
    await expect(bucketFile({ ...settings, secretAccessKey: 'wrong' }, 'documents/Акт № 5.pdf')).rejects.toMatchObject({
      code: 'file.storeUnavailable',
    })
  })
})

describe('the bucket', () => {
  it('is made when it is missing, once', async () => {
    s3.buckets.clear()
    await expect(checkBucket(settings)).rejects.toThrow()
    await ensureBucket(settings)
    await ensureBucket(settings)
    await checkBucket(settings)
    expect([...s3.buckets]).toEqual(['files'])
  })

  it('is not made when the store refuses the keys', async () => {
    s3.buckets.clear()
    await expect(ensureBucket({ ...settings, secretAccessKey: 'wrong' })).rejects.toThrow()
    expect(s3.buckets.size).toBe(0)
  })
})
