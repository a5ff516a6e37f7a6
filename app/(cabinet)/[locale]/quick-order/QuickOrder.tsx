'use client'

import { useState } from 'react'
import { Sheet } from '@/src/ui/base/Sheet'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { FileInput } from '@/src/ui/form/FileInput'
import type { FormState } from '@/src/ui/form/formState'
import { Textarea } from '@/src/ui/form/Textarea'
import type { CheckState } from './quickOrder.server'
import type { QuickOrderWords } from './quickOrderWords'
import { QuickResult, type PutLines } from './QuickResult'

export type QuickOrderProps = {
  check: (form: FormData) => Promise<CheckState>
  put: PutLines
  errorsHref: string
  words: QuickOrderWords
}

/** Lines in, what they mean out: nothing goes into the cart before the person has seen it. */
export function QuickOrder({ check, put, errorsHref, words }: QuickOrderProps) {
  const [told, setTold] = useState<{ lines: NonNullable<CheckState['lines']>; summary: string }>()
  const [turn, setTurn] = useState(0)
  const send = async (_: FormState, form: FormData): Promise<FormState> => {
    const { lines, summary = '', ...state } = await check(form)
    setTold(lines && { lines, summary })
    if (lines) setTurn((before) => before + 1)
    return state
  }
  return (
    <div className="grid gap-4.5">
      <Sheet label={words.title} padded>
        <ActionForm action={send} draft="quick-order">
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4.5 lg:grid-cols-2">
            <Textarea
              name="text"
              label={words.text}
              help={words.textHelp}
              placeholder={words.example}
              rows={7}
              spellCheck={false}
              autoComplete="off"
            />
            {/* A file that has been read is let go of: what is typed next is what is meant next. */}
            <FileInput
              key={turn}
              name="file"
              label={words.file}
              help={words.fileHelp}
              invite={words.invite}
              accept=".xlsx,.csv,.txt"
            />
          </div>
          <div>
            <SubmitButton tone={told ? 'normal' : 'primary'}>{words.check}</SubmitButton>
          </div>
        </ActionForm>
      </Sheet>
      {told ? <QuickResult key={turn} {...told} put={put} errorsHref={errorsHref} words={words} /> : null}
    </div>
  )
}
