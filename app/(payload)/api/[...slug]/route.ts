import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { sealed } from '@/src/lib/http/sealed'

export const GET = sealed(REST_GET(config))
export const POST = sealed(REST_POST(config))
export const DELETE = sealed(REST_DELETE(config))
export const PATCH = sealed(REST_PATCH(config))
export const PUT = sealed(REST_PUT(config))
export const OPTIONS = sealed(REST_OPTIONS(config))
