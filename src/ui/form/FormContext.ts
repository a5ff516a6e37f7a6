'use client'

import { createContext, useContext } from 'react'
import type { FormState } from './formState'

export const FormContext = createContext<FormState>({})

/** Whether the form around is on its way. */
export const FormPending = createContext(false)

/** The error of one field, from the answer of the form around it. */
export function useFieldError(name: string, given?: string): string | undefined {
  const errors = useContext(FormContext).errors
  return given ?? (errors && Object.hasOwn(errors, name) ? errors[name] : undefined)
}
