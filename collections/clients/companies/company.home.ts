import { defaultLocale, defineLabels } from '@/src/lib/i18n'
import { mayOpen } from '@/src/mechanisms/access/mayOpen'
import { defineHomeCard } from '@/src/mechanisms/home/defineHomeCard'
import { managerOf } from './company.queries'
import { reachableHours } from './company.words'

const words = defineLabels({ title: { ru: 'Ваш менеджер', en: 'Your manager' } })

/** [HELP-04] Who answers for the company. */
export const managerCard = defineHomeCard({
  key: 'companies.manager',
  label: words.title,
  place: 'aside',
  order: 30,
  view: 'person',
  read: async (context) => {
    const manager = await managerOf(context)
    if (!manager) return null
    const { name, position, phone, email, photo, workingHours } = manager
    return {
      name,
      position,
      phone,
      email,
      photo,
      note: reachableHours(workingHours, context.locale ?? defaultLocale),
      write: mayOpen(context, { needs: 'company.read' }) ? '/company#history' : null,
    }
  },
})
