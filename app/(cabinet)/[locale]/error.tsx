'use client'

import { useParams } from 'next/navigation'
import { ErrorState } from '@/src/ui/feedback/ErrorState'

/** A page broke: what can be done now, and the code by which support finds it. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { locale } = useParams()
  return <ErrorState code={error.digest} locale={locale === 'en' ? 'en' : 'ru'} onAgain={reset} />
}
