'use client'

import { Download, FileText } from '@/src/ui/icon/icons'
import { useCallback, useState } from 'react'
import { buttonClass } from '../base/buttonClass'
import { PdfPages } from './PdfPages'
import type { PreviewWords } from './preview.labels'
import { previewKind, type PreviewItem } from './previewItem'

type FileViewProps = { item: PreviewItem; words: PreviewWords; /** 1 is the width of the place */ zoom?: number }

/** A file shown in the page: drawn pages of a PDF, a picture, or a card with what it is and how to get it. */
export function FileView({ item, words, zoom = 1 }: FileViewProps) {
  const [failed, setFailed] = useState(false)
  const onFailed = useCallback(() => setFailed(true), [])
  const kind = previewKind(item.mime)

  if (failed || kind === 'card') {
    return (
      <div className="m-auto grid max-w-sm justify-items-center gap-1.5 px-6 py-12 text-center">
        <span className="mb-2 grid size-14 place-items-center rounded-full bg-sunk text-ink-3 [&_svg]:size-6">
          <FileText />
        </span>
        <b className="font-mid">{failed ? words.failed : item.name}</b>
        <p className="text-md text-ink-2">{failed ? words.failedText : `${words.other}. ${words.failedText}`}</p>
        {item.note ? <p className="text-sm text-ink-2">{item.note}</p> : null}
        <a href={`${item.file}?save=1`} download className={buttonClass('normal', 'm', 'mt-3')}>
          <Download />
          {words.download}
        </a>
      </div>
    )
  }
  return (
    <div className="mx-auto grid gap-3" style={{ width: `${zoom * 100}%`, maxWidth: `${zoom * 56}rem` }}>
      {kind === 'pdf' ? (
        <PdfPages key={item.file} url={item.file} words={words} onFailed={onFailed} />
      ) : (
        // a plain img: the bytes are private and of any size
        <img src={item.file} alt={item.name} onError={onFailed} className="w-full border border-line bg-sheet" />
      )}
    </div>
  )
}
