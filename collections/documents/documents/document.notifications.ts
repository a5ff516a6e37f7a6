import { companyPeople } from '@/src/mechanisms/notifications/audiences/companyPeople'
import { defineNotification } from '@/src/mechanisms/notifications/defineNotification'
import { pageOfEvent } from '@/src/mechanisms/records/defineRecord'

/** A new accounting document: the people of the company who see documents. */
export const documentPublished = defineNotification({
  event: 'document.published',
  key: 'client',
  to: companyPeople({ needs: 'documents.read' }),
  channels: ['feed', 'mail'],
  title: { ru: '{document} № {number}', en: '{document} No. {number}' },
  body: {
    ru: 'Новый документ от {date} на {sum}. Он уже в кабинете.',
    en: 'A new document of {date} for {sum}. It is in the portal.',
  },
  link: pageOfEvent,
  button: { ru: 'Открыть документ', en: 'Open the document' },
})
