import { cabinetRequest } from '@/app/(cabinet)/_session/session'
import { letterIcon } from '@/app/(cabinet)/_shell/brandIcon'
import { brandFor } from '@/src/mechanisms/sites/brand'

export const dynamic = 'force-dynamic'

/** The icon of the browser's tab, in the name and the colour of the site that the host name chooses. */
export async function GET(request: Request): Promise<Response> {
  const { req } = await cabinetRequest()
  const brand = await brandFor(req, request.headers.get('host'))
  return new Response(letterIcon(brand), {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=3600',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  })
}
