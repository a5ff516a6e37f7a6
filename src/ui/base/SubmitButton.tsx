'use client'

import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from './Button'

/** The button that sends its form; busy while the server action runs. */
export function SubmitButton({ busy, ...rest }: ButtonProps) {
  const { pending } = useFormStatus()
  return <Button {...rest} type="submit" busy={busy || pending} />
}
