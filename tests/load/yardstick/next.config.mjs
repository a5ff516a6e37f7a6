import path from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'

const root = path.resolve(import.meta.dirname, '../../..')

/** @type {import('next').NextConfig} */
const config = {
  turbopack: { root },
  outputFileTracingRoot: root,
  // The portal's own proxy.ts and instrumentation.ts, further up, are not of this.
  pageExtensions: ['yard.tsx', 'yard.ts'],
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'sharp'],
}

export default withPayload(config)
