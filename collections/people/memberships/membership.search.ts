import { fold } from '@/src/lib/fold'
import { defineSearch } from '@/src/mechanisms/search/defineSearch'
import { placeOfRecord } from '@/src/mechanisms/records/defineRecord'
import { colleaguesOf } from './membership.queries'

/** Colleagues in the cabinet by name, position, address and phone, for those who manage them. */
export const colleagueSearch = defineSearch({
  key: 'colleagues',
  label: { ru: 'Доступ в кабинет', en: 'Access to the portal' },
  entity: 'memberships',
  order: 58,
  find: async (context, phrase, limit) => {
    const { req, actor, company, locale } = context
    if (!company) return []
    const wanted = fold(phrase)
    const digits = phrase.replace(/\D/g, '')
    return (await colleaguesOf(req, actor, company, locale))
      .filter(
        ({ name, email, position, phone }) =>
          [name, email, position].some((text) => fold(text ?? '').includes(wanted)) ||
          (digits.length >= 4 && (phone ?? '').replace(/\D/g, '').includes(digits)),
      )
      .slice(0, limit)
      .map(({ id, name, position, portalRole }) => ({
        key: id,
        title: name,
        note: position ?? portalRole.name,
        href: placeOfRecord(context, 'memberships', { id }),
      }))
  },
})
