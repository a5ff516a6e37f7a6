import { fullDate, humanDate } from '@/src/lib/dates'
import { formatPhone } from '@/src/lib/formatPhone'
import { defineLabels, say, type Locale } from '@/src/lib/i18n'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { definePane, definePanePart } from '@/src/mechanisms/panel/definePane'
import type { PanelField, PanelFormOf, PanelRow } from '@/src/mechanisms/panel/panelTable'
import { panelPageOf } from '@/src/mechanisms/records/defineRecord'
import { contactsOf } from '../companies/company.card.queries'
import { interactionLabels } from './interaction.labels'
import { interactionById, interactionsOf, reminderAssignees, type InteractionRow } from './interaction.queries'
import { interactionWorkflow } from './interaction.workflow'

const { fields, kinds } = interactionLabels
const SHOWN = 30

const words = defineLabels({
  phone: { ru: 'Телефон', en: 'Phone' },
  what: { ru: 'О чём', en: 'About' },
  reminder: { ru: 'Напоминание', en: 'Reminder' },
  nextIs: { ru: 'Дальше: {text}', en: 'Next: {text}' },
  endedIn: { ru: 'Итог: {text}', en: 'Outcome: {text}' },
  done: { ru: 'Сделано', en: 'Done' },
  note: { ru: 'Оставить заметку', en: 'Leave a note' },
  noteText: { ru: 'Заметка для коллег', en: 'Note for colleagues' },
  talk: { ru: 'Записать звонок или встречу', en: 'Write down a call or a meeting' },
  save: { ru: 'Сохранить', en: 'Save' },
  saved: { ru: 'Записано', en: 'Written down' },
  atOr: { ru: 'Когда (пусто — сейчас)', en: 'When (empty: now)' },
  remindAt: { ru: 'Напомнить (время московское)', en: 'Remind at (Moscow time)' },
  me: { ru: 'Мне', en: 'Me' },
  nobody: { ru: 'Не указано', en: 'Nobody' },
  empty: {
    ru: 'Пока ничего не записано. Клиент этих записей не видит.',
    en: 'Nothing is written down yet. The client does not see these records.',
  },
})

/** A note, a call or a meeting: with which client, what came of it, and what is to be done. */
export const interactionPane = definePane({
  entity: 'interactions',
  read: async (context, id, locale) => {
    const row = await interactionById(context, id)
    if (!row) return null
    return {
      facts: [
        {
          label: fields.company,
          value: row.client,
          ...(row.reachable ? { href: panelPageOf('companies', { id: row.company }) } : {}),
        },
        { label: fields.kind, value: say(kinds[row.kind], locale) },
        { label: fields.at, value: humanDate(row.at, locale) },
        { label: fields.contact, value: row.contact },
        {
          label: words.phone,
          value: row.contactPhone && formatPhone(row.contactPhone),
          ...(row.contactPhone ? { href: `tel:${row.contactPhone}` } : {}),
        },
        { label: fields.body, value: row.body },
        { label: fields.outcome, value: row.outcome },
        { label: fields.nextStep, value: row.nextStep },
        { label: fields.remindAt, value: row.remindAt ? fullDate(row.remindAt, locale) : null },
        { label: fields.assignee, value: row.assignee },
        { label: fields.author, value: row.author },
      ],
    }
  },
})

/** What colleagues have written down of a client, in its pane, and forms to write more. */
export const interactionsOfClient = definePanePart({
  key: 'interactions',
  of: ['companies'],
  order: 4,
  read: async (context, { id }, locale) => {
    const rows = await interactionsOf(context, id, SHOWN)
    return {
      tables: [
        {
          key: 'interactions',
          title: interactionLabels.many,
          heads: [{ label: fields.at }, { label: words.what }, { label: words.reminder }],
          rows: rows.map((row) => lineOf(row, locale)),
          forms: await formsOf(context, id, locale),
          empty: words.empty,
        },
      ],
    }
  },
})

function lineOf(row: InteractionRow, locale: Locale): PanelRow {
  const state = interactionWorkflow.states[row.status]
  const open = row.status === 'planned' || row.status === 'due'
  return {
    key: row.id,
    cells: [
      { text: humanDate(row.at, locale), note: say(kinds[row.kind], locale) },
      {
        text: row.body,
        href: panelPageOf('interactions', row),
        note: [
          row.contact,
          row.outcome ? say(words.endedIn, locale, { text: row.outcome }) : null,
          row.nextStep ? say(words.nextIs, locale, { text: row.nextStep }) : null,
          row.author,
        ]
          .filter(Boolean)
          .join(' · '),
      },
      row.status === 'kept' || !state
        ? { text: '—' }
        : {
            text: say(state.label, locale),
            tone: state.tone === 'idle' ? undefined : state.tone,
            note: [row.remindAt ? fullDate(row.remindAt, locale) : null, row.assignee].filter(Boolean).join(', '),
            acts: open
              ? [
                  {
                    action: 'workflow.transition',
                    input: { entity: 'interactions', id: row.id, transition: 'finish' },
                    label: words.done,
                  },
                ]
              : [],
          },
    ],
  }
}

async function formsOf(context: QueryContext, company: string, locale: Locale): Promise<PanelFormOf[]> {
  const contacts = await contactsOf({ ...context, company })
  const colleagues = (await reminderAssignees(context)).filter(({ id }) => id !== context.actor.id)
  const reminder: PanelField[] = [
    { name: 'remindAt', label: words.remindAt, type: 'moment' },
    {
      name: 'assignee',
      label: fields.assignee,
      type: 'choice',
      choices: [{ id: '', name: say(words.me, locale) }, ...colleagues],
    },
  ]
  return [
    {
      action: 'interactions.add',
      input: { company, kind: 'note' },
      words: { open: words.note, send: words.save, sent: words.saved },
      fields: [{ name: 'body', label: words.noteText, type: 'long', required: true }, ...reminder],
    },
    {
      action: 'interactions.add',
      input: { company },
      words: { open: words.talk, send: words.save, sent: words.saved },
      fields: [
        {
          name: 'kind',
          label: fields.kind,
          type: 'choice',
          choices: [
            { id: 'call', name: say(kinds.call, locale) },
            { id: 'meeting', name: say(kinds.meeting, locale) },
          ],
        },
        { name: 'at', label: words.atOr, type: 'moment' },
        {
          name: 'contact',
          label: fields.contact,
          type: 'choice',
          choices: [
            { id: '', name: say(words.nobody, locale) },
            ...contacts.map(({ id, name, position }) => ({ id, name: [name, position].filter(Boolean).join(', ') })),
          ],
        },
        { name: 'body', label: fields.body, type: 'long', required: true },
        { name: 'outcome', label: fields.outcome, type: 'long' },
        { name: 'nextStep', label: fields.nextStep, type: 'text' },
        ...reminder,
      ],
    },
  ]
}
