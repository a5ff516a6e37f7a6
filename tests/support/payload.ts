import { getPayload, type Payload } from 'payload'
import { forgetSwitches } from '@/src/mechanisms/modules/switches'
import { forgetPortalSettings } from '@/src/mechanisms/portal/portalSettings'
import { forgetSites } from '@/src/mechanisms/sites/brand'
import { emptyTables } from './database'

const worker = globalThis as typeof globalThis & { kabinetTestPayload?: Promise<Payload>; kabinetTestDatabase?: string }

/** The real portal over this worker's own database; one for all files of the worker. */
export function getTestPayload(): Promise<Payload> {
  worker.kabinetTestPayload ??= (async () => {
    // Not at the top: the config reads the settings, which the worker's setup has to make first.
    const { default: config } = await import('@payload-config')
    return getPayload({ config })
  })()
  return worker.kabinetTestPayload
}

/** Leaves the schema and what migrations put in; everything else goes. About 10 ms. */
export async function emptyDatabase(): Promise<void> {
  if (!worker.kabinetTestDatabase) throw new Error('No database here: this test belongs into tests/int or tests/access')
  await emptyTables(worker.kabinetTestDatabase)
  forgetSwitches()
  forgetPortalSettings()
  forgetSites()
}
