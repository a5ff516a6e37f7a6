import sharp from 'sharp'
import { cabinetRequest } from '@/app/(cabinet)/_session/session'
import { sheetIcon } from '@/app/(cabinet)/_shell/brandIcon'
import { brandFor } from '@/src/mechanisms/sites/brand'

export const dynamic = 'force-dynamic'

const SIZES = new Set([180, 192, 512])

/** Icons of a phone's home screen and of a shared link: `/brand/180.png`, 192, 512. */
export async function GET(request: Request, { params }: { params: Promise<{ size: string }> }): Promise<Response> {
  const size = Number(/^(\d{3})\.png$/.exec((await params).size)?.[1])
  if (!SIZES.has(size)) return new Response(null, { status: 404 })
  const { req } = await cabinetRequest()
  const brand = await brandFor(req, request.headers.get('host'))
  const picture = await sharp(Buffer.from(sheetIcon(brand)), { density: 576 })
    .resize(size, size)
    .png()
    .toBuffer()
  return new Response(new Uint8Array(picture), {
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' },
  })
}
