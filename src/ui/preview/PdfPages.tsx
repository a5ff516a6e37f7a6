'use client'

import { useEffect, useRef, useState } from 'react'
import { openPdf, type OpenPdf } from './pdf'
import type { PreviewWords } from './preview.labels'

type PdfPagesProps = { url: string; words: Pick<PreviewWords, 'page' | 'loading'>; onFailed: () => void }

/** The pages of a PDF one under another, each drawn when it comes near; its words can be selected, found and read aloud. */
export function PdfPages({ url, words, onFailed }: PdfPagesProps) {
  const [pdf, setPdf] = useState<OpenPdf | null>(null)

  useEffect(() => {
    let gone = false
    const opening = openPdf(url)
    opening.then(
      (opened) => (gone ? opened.close() : setPdf(opened)),
      () => gone || onFailed(),
    )
    return () => {
      gone = true
      opening.then(
        (opened) => opened.close(),
        () => undefined,
      )
    }
  }, [url, onFailed])

  if (!pdf) {
    return (
      <div className="pdf-page" style={{ aspectRatio: '210 / 297' }}>
        <span role="status" className="sr-only">
          {words.loading}
        </span>
        <span aria-hidden className="bone size-full !rounded-none" />
      </div>
    )
  }
  return Array.from({ length: pdf.pages }, (_, index) => (
    <PdfPage
      key={index}
      pdf={pdf}
      number={index + 1}
      name={words.page.replace('{page}', String(index + 1)).replace('{pages}', String(pdf.pages))}
      onFailed={onFailed}
    />
  ))
}

function PdfPage({
  pdf,
  number,
  name,
  onFailed,
}: {
  pdf: OpenPdf
  number: number
  name: string
  onFailed: () => void
}) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => (place.current ? pdf.follow(number, place.current, onFailed) : undefined), [pdf, number, onFailed])
  return <div ref={place} role="group" aria-label={name} className="pdf-page" style={{ aspectRatio: pdf.ratio }} />
}
