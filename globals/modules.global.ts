import type { GlobalAfterChangeHook, GlobalConfig } from 'payload'
import { errorLabels } from '@/src/lib/error-labels'
import { isLocale, labelText, say, type Locale, type Text } from '@/src/lib/i18n'
import { actorOf } from '@/src/mechanisms/access/actor'
import { defineGlobalAccess } from '@/src/mechanisms/access/defineAccess'
import { defineAuditAction } from '@/src/mechanisms/audit/defineAuditAction'
import { writeAudit } from '@/src/mechanisms/audit/writeAudit'
import { bringBack } from '@/src/mechanisms/jobs/setAside'
import { declaredModules } from '@/src/mechanisms/modules/defineModule'
import { forgetSwitches, withDependants } from '@/src/mechanisms/modules/switches'
import { everyStaff } from '@/src/mechanisms/access/roles'
import { globalLabels as labels } from './globals.labels'

const switched = defineAuditAction({
  name: 'modules.switch',
  label: { ru: 'Включены или выключены модули', en: 'Switched modules' },
})

/** Jobs that waited for an area come back in the transaction that switches it on; who did it stands in the audit. */
const throwSwitches: GlobalAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const [now, before] = [withDependants(listOf(doc.off)), withDependants(listOf(previousDoc?.off))]
  const changed = now.size !== before.size || [...now].some((slug) => !before.has(slug))
  await bringBack(req, now)
  if (changed) {
    const off = { before: [...before].sort(), after: [...now].sort() }
    await writeAudit(req, {
      action: switched,
      actor: await actorOf(req),
      entity: 'modules',
      entityId: 'modules',
      changes: { fields: { off } },
    })
  }
  forgetSwitches()
}

/** What the company ticks: an area that is off has no navigation, pages, endpoints or jobs; its tables stay. */
export const modules: GlobalConfig = {
  slug: 'modules',
  custom: { panel: { section: 'settings', order: 30, roles: ['admin'] } },
  label: labels.modules,
  admin: { group: labels.group },
  access: defineGlobalAccess('modules', { read: everyStaff, update: ['admin'] }),
  hooks: { afterChange: [throwSwitches] },
  fields: [
    {
      name: 'off',
      type: 'json',
      label: labels.fields.off,
      defaultValue: [],
      custom: { inWords: titlesOf },
      admin: { components: { Field: '/src/admin/modules/ModuleSwitches#ModuleSwitches' } },
      validate: (value, { req }) => {
        const locale = isLocale(req.i18n?.language) ? req.i18n.language : 'ru'
        const tell = (text: Text, list: string[] = []): string => say(text, locale, { list: titlesOf(list, locale) })
        if (!Array.isArray(value) || !value.every((slug) => typeof slug === 'string'))
          return tell(errorLabels['module.list'])
        const unknown = value.filter((slug) => !declaredModules().some((module) => module.slug === slug))
        if (unknown.length > 0) return tell(errorLabels['module.unknown'], unknown)
        const required = declaredModules().filter((module) => module.required && value.includes(module.slug))
        return (
          required.length === 0 ||
          tell(
            errorLabels['module.required'],
            required.map(({ slug }) => slug),
          )
        )
      },
    },
  ],
}

/** Slugs of modules as the panel calls them. */
function titlesOf(value: unknown, locale: Locale): string {
  return listOf(value)
    .map((slug) => labelText(declaredModules().find((module) => module.slug === slug)?.label, locale) ?? slug)
    .join(', ')
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
