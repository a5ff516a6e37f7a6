import { cabinetRequest } from '@/app/(cabinet)/_session/session'
import { brandFor } from '@/src/mechanisms/sites/brand'

export const dynamic = 'force-dynamic'

/** What a phone needs to put the portal on its home screen. */
export async function GET(request: Request): Promise<Response> {
  const { req } = await cabinetRequest()
  const { name } = await brandFor(req, request.headers.get('host'))
  const manifest = {
    name,
    short_name: name.slice(0, 12),
    start_url: '/',
    display: 'standalone',
    background_color: '#f5f4f0',
    theme_color: '#fffefc',
    icons: [192, 512].map((size) => ({
      src: `/brand/${size}.png`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: 'any',
    })),
  }
  return Response.json(manifest, {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' },
  })
}
