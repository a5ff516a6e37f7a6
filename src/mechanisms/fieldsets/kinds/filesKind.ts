import { z } from 'zod'
import { say } from '@/src/lib/i18n'
import { defineFieldKind } from '../defineFieldKind'
import { typedIn } from '../definition'
import { fieldWords } from '../fieldsets.labels'
import { issue } from '../issue'

/** Files of one paper. */
const MOST = 10

/** What stands in place of the ids of files that the browser has chosen and not sent yet. */
export const CHOSEN_FILE = '00000000-0000-4000-8000-000000000000'

/** Ids of kept files, by the paper that they are. */
export type AnsweredFiles = Record<string, string[]>

/** Papers that are asked for, each a file or several. What is kept are ids; whose files they are is asked where they are kept. */
defineFieldKind<AnsweredFiles>({
  kind: 'files',
  label: { ru: 'Файлы', en: 'Files' },
  control: { as: 'files' },
  block: [
    {
      name: 'papers',
      type: 'array',
      label: { ru: 'Какие файлы нужны', en: 'Files that are needed' },
      labels: { singular: { ru: 'Файл', en: 'File' }, plural: { ru: 'Файлы', en: 'Files' } },
      minRows: 1,
      maxRows: 10,
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'name', type: 'text' },
            { name: 'label', type: 'text', label: fieldWords.label },
          ],
        },
        { name: 'required', type: 'checkbox', label: fieldWords.required },
      ],
    },
  ],
  read: (typed, { name, files = [] }) => {
    const parts = Object.fromEntries(files.map(({ key }) => [key, typedIn(typed, `${name}.${key}`)]))
    const asked = files.some(({ key, required }) => required || parts[key] !== '')
    return asked ? parts : undefined
  },
  schema: ({ files = [] }) =>
    z.record(z.string(), z.string()).transform((parts, context) => {
      const kept: AnsweredFiles = {}
      for (const { key, required } of files) {
        const ids = (parts[key] ?? '').split(',').filter((id) => id !== '')
        if (ids.length === 0) {
          if (required) issue(context, 'files.required', {}, [key])
        } else if (ids.length > MOST || !ids.every((id) => z.uuid().safeParse(id).success))
          issue(context, 'file.missing', {}, [key])
        else kept[key] = ids
      }
      return kept
    }),
  words: (kept, { files = [] }, locale) =>
    files.flatMap(({ key, label }) => (kept[key] ? [`${say(label, locale)} (${kept[key].length})`] : [])).join(', '),
  typed: (kept, { name }) =>
    Object.fromEntries(Object.entries(kept).map(([key, ids]) => [`${name}.${key}`, ids.join(',')])),
})
