import type { JSONFieldServerProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { declaredModules } from '@/src/mechanisms/modules/defineModule'
import { moduleLabels } from './modules.labels'
import { panelLocale } from '../lib/panelLocale'
import { SwitchList } from './SwitchList'

const words = moduleLabels

/** The checklist of areas; each says what it needs and what goes with it. */
export function ModuleSwitches({ i18n, path, readOnly }: JSONFieldServerProps) {
  const locale = panelLocale(i18n.language)
  const modules = declaredModules()
  return (
    <SwitchList
      modules={modules.map(({ slug, label, required = false, dependsOn = [] }) => ({
        slug,
        label: say(label, locale),
        required,
        needs: dependsOn.filter((needed) => modules.some((module) => module.slug === needed && !module.required)),
      }))}
      path={path}
      readOnly={readOnly === true}
      words={{
        note: say(words.note, locale),
        required: say(words.required, locale),
        // Filled in by the browser, which knows what is ticked now.
        needs: say(words.needs, locale, { list: '{list}' }),
        takes: say(words.takes, locale, { list: '{list}' }),
        took: say(words.took, locale, { list: '{list}' }),
        waits: say(words.waits, locale, { list: '{list}' }),
      }}
    />
  )
}
