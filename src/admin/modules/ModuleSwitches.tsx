import type { JSONFieldServerProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { declaredModules } from '@/src/mechanisms/modules/defineModule'
import { adminLabels } from '../admin.labels'
import { panelLocale } from '../lib/panelLocale'
import { SwitchList } from './SwitchList'

/** The checklist of areas; each says what it needs. */
export function ModuleSwitches({ i18n, path, readOnly }: JSONFieldServerProps) {
  const locale = panelLocale(i18n.language)
  const modules = declaredModules()
  const nameOf = (slug: string): string => {
    const found = modules.find((module) => module.slug === slug)
    return found ? say(found.label, locale) : slug
  }
  return (
    <SwitchList
      modules={modules.map((module) => ({
        slug: module.slug,
        label: say(module.label, locale),
        required: module.required === true,
        note: module.required
          ? say(adminLabels.modules.required, locale)
          : module.dependsOn?.length
            ? say(adminLabels.modules.needs, locale, { list: module.dependsOn.map(nameOf).join(', ') })
            : '',
      }))}
      note={say(adminLabels.modules.note, locale)}
      path={path}
      readOnly={readOnly === true}
    />
  )
}
