import { settings } from '@/src/lib/settings'
import { createSpool, type Spool } from '../archive/spool'

/** The spool that all instances share. */
export const exchangeSpool = (): Spool => createSpool(settings().SPOOL_DIR)
