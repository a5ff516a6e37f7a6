import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe } from 'vitest'
import { root } from '../../scripts/lib/paths.mjs'
import { REAL } from '../../scripts/lib/report.mjs'

/** Where the real exports may lie: named in KABINET_SHARED, beside the clone, or beside the folder of worktrees. */
const places = (): string[] =>
  [process.env.KABINET_SHARED, '../shared/data', '../../shared/data'].flatMap((place) =>
    place ? [path.resolve(root, place)] : [],
  )

/** The folder of the real exports; null in a clone that stands alone. */
export const sharedFolder: string | null = places().find((place) => existsSync(place)) ?? null

/** The path of a file or folder of the real exports. Read, never copied. For use inside `describeReal`. */
export function sharedData(relative: string): string {
  return path.join(sharedFolder ?? path.resolve(root, '../shared/data'), relative)
}

/** Small exports of the project's own making, of the same shapes. */
export const ownExports = path.join(root, 'tests/fixtures/exports')

/** Tests over the real exports: without these they are skipped, and `npm test` names each of them. */
export const describeReal = (title: string, body: () => void): void => {
  describe.skipIf(!sharedFolder)(`${REAL}${title}`, body)
}

/** Every XML file of the real exports, so that their tests have names where the files are absent. */
export const REAL_FILES = [
  'bad/declares-1251-holds-utf8.xml',
  'bad/doubled-prolog.xml',
  'catalogue-2.05/import.xml',
  'catalogue-2.05/offers.xml',
  'catalogue-2.07/import0_1.xml',
  'catalogue-2.07/offers-other-catalogue.xml',
  'orders/bitrix-query-response-empty.xml',
  'orders/bitrix-query-response-full.xml',
  'orders/orders.xml',
  'pair-2.07/import-nested-groups.xml',
  'pair-2.07/import0_1.xml',
  'pair-2.07/offers0_1.xml',
  'pair-small-2.07/import.xml',
  'pair-small-2.07/import_wo_classifier.xml',
  'pair-small-2.07/offers.xml',
  'pair-ut101/import.xml',
  'pair-ut101/offers.xml',
  'small/import.xml',
  'small/offers.xml',
  'small/orders.xml',
  'v3.1/bitrix-module-6/documents/1/documents.xml',
  'v3.1/bitrix-module-6/documents/2/documents.xml',
  'v3.1/bitrix-module-6/goods/1/import.xml',
  'v3.1/bitrix-module-6/goods/1/offers.xml',
  'v3.1/bitrix-module-6/goods/1/prices.xml',
  'v3.1/bitrix-module-6/goods/1/rests.xml',
  'v3.1/bitrix-module-6/import.xml',
  'v3.1/bitrix-module-6/properties/1/import.xml',
  'v3.1/bitrix-module-6/properties/1/offers.xml',
]
