import config from '@payload-config'
import { getPayload } from 'payload'
import { prepareQueue } from '@/src/mechanisms/jobs/worker'

/** Run as a process of its own by the global setup. */
const payload = await getPayload({ config, disableOnInit: true })
await payload.db.migrate()
await prepareQueue(process.env.DATABASE_URL ?? '')
await payload.destroy()
process.exit(0)
