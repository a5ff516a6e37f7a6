import { defineKinds } from '@/src/mechanisms/panel/defineKinds'
import { callRecords } from '@/src/mechanisms/exchange/recordNames'
import { replayParkedJob } from '@/src/mechanisms/exchange/items/replayParked'
import { answerAbsentAction } from '@/src/mechanisms/exchange/run/absent.actions'
import { endRunJob } from '@/src/mechanisms/exchange/run/endRun'
import { picturesJob } from '@/src/mechanisms/exchange/run/pictures'
import {
  closeIssueAction,
  replayFileAction,
  replayRowAction,
  replayRunAction,
} from '@/src/mechanisms/exchange/run/replay.actions'
import { idleJob } from '@/src/mechanisms/exchange/run/idle'
import { expireParkedJob, retryWaitingJob } from '@/src/mechanisms/exchange/run/retryWaiting'
import { renameNodeJob } from '@/src/mechanisms/exchange/run/renameNode'
import { sweepSpoolJob } from '@/src/mechanisms/exchange/run/sweepSpool'
import { takeAnewJob } from '@/src/mechanisms/exchange/run/takeAnew'
import { importJob } from '@/src/mechanisms/exchange/run/startImport'
import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { exchangeChanges } from './exchange-changes/exchange-change.collection'
import { exchangeFiles } from './exchange-files/exchange-file.collection'
import { exchangeIssues } from './exchange-issues/exchange-issue.collection'
import { newTokenAction, takeAnewAction } from './exchange-nodes/exchange-node.actions'
import { exchangeNodes } from './exchange-nodes/exchange-node.collection'
import { exchangeSteps } from './exchange-nodes/exchange-node.steps'
import { exchangeRuns } from './exchange-runs/exchange-run.collection'
import { nodesFigure } from './exchange-nodes/exchange-node.figures'
import { failedRunsFigure } from './exchange-runs/exchange-run.figures'
import { exchangeWorkplace } from './exchange-runs/exchange-run.workplace'

callRecords('orders-out', 'orders')
/** What the dialogue of CommerceML and the journal itself speak of. */
const kinds = defineKinds({
  catalog: { ru: 'Каталог', en: 'Catalogue' },
  sale: { ru: 'Заказы', en: 'Orders' },
  'orders-out': { ru: 'Заказы в 1С', en: 'Orders to 1C' },
  file: { ru: 'Файл', en: 'File' },
  absent: { ru: 'Полная выгрузка', en: 'Full export' },
})

export const exchangeModule = defineModule({
  slug: 'exchange',
  label: { ru: 'Обмен с 1С', en: 'Exchange with 1C' },
  collections: [exchangeNodes, exchangeRuns, exchangeFiles, exchangeIssues, exchangeChanges],
  ofMechanisms: ['exchange-nodes', 'exchange-runs', 'exchange-files', 'exchange-issues', 'exchange-changes'],
  parts: [
    replayParkedJob,
    importJob,
    picturesJob,
    idleJob,
    endRunJob,
    sweepSpoolJob,
    retryWaitingJob,
    expireParkedJob,
    replayRowAction,
    replayFileAction,
    replayRunAction,
    closeIssueAction,
    answerAbsentAction,
    newTokenAction,
    takeAnewJob,
    renameNodeJob,
    takeAnewAction,
    exchangeWorkplace,
    failedRunsFigure,
    nodesFigure,
    ...exchangeSteps,
    kinds,
  ],
})
