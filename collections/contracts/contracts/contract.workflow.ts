import { sql } from '@payloadcms/db-postgres/drizzle'
import { customers } from '@/src/mechanisms/access/roles'
import { idIs } from '@/src/mechanisms/database/ids'
import { execute } from '@/src/mechanisms/database/query'
import { defineWorkflow } from '@/src/mechanisms/workflow/defineWorkflow'
import { contractLabels } from './contract.labels'

const { status } = contractLabels.options

/**
 * The way of a contract. 1C says where it stands, from wherever to wherever; the client sends the signed copy, and the
 * contract waits on for the company.
 */
export const contractWorkflow = defineWorkflow({
  entity: 'contracts',
  initial: ['active', 'draft', 'signing'],
  states: {
    draft: { label: status.draft, tone: 'idle', step: 0 },
    signing: { label: status.signing, tone: 'wait', step: 1 },
    active: { label: status.active, tone: 'good', step: 2 },
    suspended: { label: status.suspended, tone: 'wait' },
    expired: { label: status.expired, tone: 'idle' },
    terminated: { label: status.terminated, tone: 'bad' },
  },
  transitions: {
    sendSigned: {
      label: { ru: 'Отправить подписанный договор', en: 'Send the signed contract' },
      from: ['signing'],
      to: 'signing',
      by: customers,
      needs: {
        comment: {
          label: { ru: 'Комментарий к подписанному экземпляру', en: 'A note to the signed copy' },
          optional: true,
        },
        files: { label: { ru: 'Скан или фото подписанного договора', en: 'A scan or a photo of the signed contract' } },
      },
      event: 'contract.signedSent',
      made: { ru: 'Подписанный договор отправлен менеджеру', en: 'The signed contract is sent to the manager' },
      tone: 'main',
      after: ({ req, row }) =>
        execute(req, sql`update contracts set signed_sent_at = now() where ${idIs(sql`id`, String(row.id))}`),
    },
    activate: {
      label: { ru: 'Ввести в действие', en: 'Put in force' },
      from: 'any',
      to: 'active',
      by: ['admin', 'erp'],
      event: 'contract.activated',
      tone: 'main',
    },
    offer: {
      label: { ru: 'Отправить на подпись', en: 'Send for signing' },
      from: 'any',
      to: 'signing',
      by: ['admin', 'erp'],
      event: 'contract.offered',
    },
    suspend: {
      label: { ru: 'Приостановить', en: 'Suspend' },
      from: 'any',
      to: 'suspended',
      by: ['admin', 'erp'],
      event: 'contract.suspended',
      question: {
        text: {
          ru: 'Новые заказы по договору {number} оформить будет нельзя. Приостановить?',
          en: 'No new orders can be placed by contract {number}. Suspend it?',
        },
      },
    },
    terminate: {
      label: { ru: 'Расторгнуть', en: 'Terminate' },
      from: 'any',
      to: 'terminated',
      by: ['admin', 'erp'],
      event: 'contract.terminated',
      tone: 'danger',
      question: { text: { ru: 'Расторгнуть договор {number}?', en: 'Terminate contract {number}?' } },
    },
    expire: {
      label: { ru: 'Срок истёк', en: 'Expire' },
      from: 'any',
      to: 'expired',
      by: ['erp'],
      event: 'contract.expired',
    },
    redraft: {
      label: { ru: 'Вернуть в подготовку', en: 'Back to preparation' },
      from: 'any',
      to: 'draft',
      by: ['admin', 'erp'],
      event: 'contract.redrafted',
      internal: true,
    },
  },
})
