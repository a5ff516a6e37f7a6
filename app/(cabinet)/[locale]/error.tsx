'use client'

import { useParams } from 'next/navigation'
import { defaultLocale, isLocale } from '@/src/lib/i18n'
import { ErrorState } from '@/src/ui/feedback/ErrorState'

/** A page broke: what can be done now, and the code by which support finds it. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { locale } = useParams()
  return <ErrorState code={error.digest} locale={isLocale(locale) ? locale : defaultLocale} onAgain={reset} />
}
