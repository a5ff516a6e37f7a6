import path from 'node:path'
import { settings } from '@/src/lib/settings'

/** Where the demo's letters are kept. */
export const lettersFolder = (): string => path.join(settings().SPOOL_DIR, 'letters')
