import config from '@payload-config'
import '@payloadcms/next/css'
import '@/src/ui/styles/dock.css'
import '@/src/admin/theme/admin.css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { keepConfigsSmall, tellDesk } from '@/src/admin/lib/deskConfig'
import { fontVariables } from '../(cabinet)/_shell/fonts'
import { importMap } from './admin/importMap.js'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({ ...args, config, importMap })
}

export default async function Layout({ children }: { children: ReactNode }) {
  keepConfigsSmall(Object.keys((await config).i18n.supportedLanguages ?? {}))
  await tellDesk()
  return (
    <RootLayout
      config={config}
      // Preloaded, so that words are in their face from the first paint.
      htmlProps={{ className: fontVariables }}
      importMap={importMap}
      serverFunction={serverFunction}
    >
      {/* The first paint waits for the end of the page: rows of a table that are still to come would widen its columns. */}
      <link blocking="render" href="#end-of-page" rel="expect" />
      {children}
      <i hidden id="end-of-page" />
    </RootLayout>
  )
}
