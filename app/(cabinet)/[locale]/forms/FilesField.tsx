'use client'

import { typedIn, type Typed } from '@/src/mechanisms/fieldsets/definition'
import { FileInput } from '@/src/ui/form/FileInput'
import type { AskedField } from './askedSet'
import type { FormWords } from './forms.labels'

/** Papers that are asked for; one that is kept already stays until another is chosen. */
export function FilesField({ field, values, words }: { field: AskedField; values: Typed; words: FormWords }) {
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1.5 text-md font-mid">{field.said}</legend>
      {field.papers.map(({ key, label, required }) => {
        const input = `${field.name}.${key}`
        const kept = typedIn(values, input)
        return (
          <div key={`${key}${kept}`}>
            <input name={input} type="hidden" value={kept} />
            <FileInput
              help={kept ? words.fileKept : words.fileHelp}
              invite={words.invite}
              label={
                <>
                  {label}
                  {required ? null : <span className="font-normal text-ink-3">, {words.optional}</span>}
                </>
              }
              multiple
              name={input}
            />
          </div>
        )
      })}
    </fieldset>
  )
}
