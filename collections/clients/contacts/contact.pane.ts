import { formatPhone } from '@/src/lib/formatPhone'
import { defineLabels } from '@/src/lib/i18n'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { definePanePart } from '@/src/mechanisms/panel/definePane'
import { panelPageOf } from '@/src/mechanisms/records/defineRecord'
import { contactsOf } from '../companies/company.card.queries'
import { contactLabels } from './contact.labels'

const { fields } = contactLabels
const words = defineLabels({
  add: { ru: 'Добавить контакт', en: 'Add a contact' },
  save: { ru: 'Записать', en: 'Save' },
  saved: { ru: '{name}: контакт записан', en: '{name} is written down' },
  empty: { ru: 'Контактов пока нет.', en: 'No contacts yet.' },
})

/** Whom to call and write to at a client, whether they enter the cabinet or not. */
export const contactsOfClient = definePanePart({
  key: 'contacts',
  of: ['companies'],
  order: 2,
  read: async (context, { id: company }) => {
    const contacts = await contactsOf({ ...context, company })
    const may = accessOf('contacts').where(context.actor, 'create') !== false
    return {
      tables: [
        {
          key: 'contacts',
          title: contactLabels.many,
          heads: [{ label: fields.name }, { label: fields.phone }, { label: fields.email }],
          rows: contacts.map((person) => ({
            key: person.id,
            cells: [
              { text: person.name, note: person.position, href: panelPageOf('contacts', person) },
              person.phone ? { text: formatPhone(person.phone), href: `tel:${person.phone}` } : { text: '—' },
              person.email ? { text: person.email, href: `mailto:${person.email}` } : { text: '—' },
            ],
          })),
          forms: may
            ? [
                {
                  action: 'contacts.add',
                  input: { company },
                  words: { open: words.add, send: words.save, sent: words.saved },
                  fields: [
                    { name: 'name', label: fields.name, type: 'text', required: true },
                    { name: 'position', label: fields.position, type: 'text' },
                    { name: 'phone', label: fields.phone, type: 'tel' },
                    { name: 'email', label: fields.email, type: 'email' },
                  ],
                },
              ]
            : [],
          empty: words.empty,
        },
      ],
    }
  },
})
