'use client'

import { formatPhone } from '@/src/lib/formatPhone'
import { formatInn, formatSum } from './formats'
import { TextInput, type TextInputProps } from './TextInput'

type Special = Omit<TextInputProps, 'format' | 'type' | 'inputMode'>

/** A phone, formatted as typed. The action still calls normalisePhone. */
export function PhoneInput(props: Special) {
  return (
    <TextInput
      autoComplete="tel"
      placeholder="+7 903 123-45-67"
      {...props}
      type="tel"
      inputMode="tel"
      format={formatPhone}
    />
  )
}

/** ИНН, digits grouped as typed. The action strips spaces and calls isInn. */
export function InnInput(props: Special) {
  return <TextInput autoComplete="off" {...props} type="text" inputMode="numeric" format={formatInn} className="num" />
}

/** A sum of money, thousands parted as typed. The action calls parseMoney. */
export function SumInput(props: Special) {
  return <TextInput autoComplete="off" {...props} type="text" inputMode="decimal" format={formatSum} className="num" />
}
