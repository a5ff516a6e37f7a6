'use client'

import { useContext } from 'react'
import { useFormStatus } from 'react-dom'
import { FormPending } from '../form/FormContext'
import { Button, type ButtonProps } from './Button'

/** The button that sends its form; busy while the server action runs. */
export function SubmitButton({ busy, ...rest }: ButtonProps) {
  const { pending } = useFormStatus()
  const sending = useContext(FormPending)
  return <Button {...rest} type="submit" busy={busy || pending || sending} />
}
