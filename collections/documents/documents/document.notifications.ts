import { defineNotification } from '@/src/mechanisms/notifications/defineNotification'

/** A new accounting document: the people of the company who see documents. */
export const documentPublished = defineNotification({
  event: 'document.published',
  key: 'client',
  to: { company: true, needs: 'documents.read' },
  channels: ['feed', 'mail'],
  title: { ru: '{documentRu} № {number}', en: '{documentEn} No. {number}' },
  body: { ru: 'Новый документ от {dateRu} на {sumRu}. Он уже в кабинете.', en: 'A new document of {dateEn} for {sumEn}. It is in the portal.' },
  link: (event) => `/documents/${event.entityId}`,
  button: { ru: 'Открыть документ', en: 'Open the document' },
})
