import type { Endpoint, PayloadRequest } from 'payload'
import { contentDisposition } from '@/src/integrations/storage/disposition'
import { isLocale, type Locale } from '@/src/lib/i18n'
import { contextOf, type QueryContext } from '@/src/mechanisms/access/context'
import { fileRefusal, localeOf, refusalResponse } from '@/src/mechanisms/actions/errorResponse'
import {
  builtInTemplate,
  OFFICE_TYPES,
  printFromTemplate,
  tryTemplate,
  type OfficeFile,
} from '@/src/mechanisms/print/templates/printFromTemplate'

type Make = (
  context: QueryContext,
  asked: { params: Record<string, string>; locale: Locale; req: PayloadRequest },
) => Promise<OfficeFile>

const officeEndpoint = (path: string, make: Make): Endpoint => ({
  path,
  method: 'get',
  handler: async (req) => {
    try {
      const context = await contextOf(req)
      if (!context.actor.id) return refusalResponse(req, 'auth.required', 401)
      const asked = new URL(req.url ?? '', 'http://portal.invalid').searchParams.get('locale')
      const params = Object.fromEntries(
        Object.entries(req.routeParams ?? {}).map(([name, value]) => [name, String(value)]),
      )
      const { bytes, fileName, format } = await make(context, {
        params,
        locale: isLocale(asked) ? asked : localeOf(req),
        req,
      })
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': OFFICE_TYPES[format],
          'content-disposition': contentDisposition(fileName),
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
      })
    } catch (error) {
      return fileRefusal(req, error)
    }
  },
})

/** `GET /api/print/:kind/:id/docx` answers a record as a file from the template in use, as the signed-in person may see it, and keeps it. */
export const docxEndpoint = officeEndpoint(
  '/print/:kind/:id/docx',
  (context, { params: { kind = '', id = '' }, locale, req }) =>
    printFromTemplate(context, { kind, id, format: 'docx', locale, ...(req.signal ? { signal: req.signal } : {}) }),
)

/** The same as an Excel file. */
export const xlsxEndpoint = officeEndpoint(
  '/print/:kind/:id/xlsx',
  (context, { params: { kind = '', id = '' }, locale, req }) =>
    printFromTemplate(context, { kind, id, format: 'xlsx', locale, ...(req.signal ? { signal: req.signal } : {}) }),
)

/** `GET /api/print-trials/:template/:record` tries a version of a template on a record, for whoever may see both. */
export const trialEndpoint = officeEndpoint(
  '/print-trials/:template/:record',
  (context, { params: { template = '', record = '' } }) => tryTemplate(context, { template, id: record }),
)

/** `GET /api/print-blanks/:kind/:format` gives an administrator the portal's own template. */
export const builtInEndpoint = officeEndpoint(
  '/print-blanks/:kind/:format',
  (context, { params: { kind = '', format = '' }, locale }) => builtInTemplate(context, { kind, format, locale }),
)
