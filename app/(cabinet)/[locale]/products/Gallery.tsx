'use client'

import { useState } from 'react'
import type { Picture } from '@/collections/catalogue/products/product.cards.queries'
import { ProductPicture } from '@/src/ui/shelf/ProductPicture'

/** The chosen picture large, the others below it. */
export function Gallery({ pictures, words }: { pictures: Picture[]; words: { pictures: string; one: string[] } }) {
  const [at, setAt] = useState(0)
  const shown = pictures[at]
  return (
    <div className="grid gap-2.5">
      <ProductPicture src={shown?.full} alt={shown?.alt} size="page" eager />
      {pictures.length > 1 ? (
        <div role="group" aria-label={words.pictures} className="flex flex-wrap gap-2">
          {pictures.map((picture, index) => (
            <button
              key={picture.thumb}
              type="button"
              aria-label={words.one[index]}
              aria-pressed={index === at}
              onClick={() => setAt(index)}
              className="rounded-sm border border-transparent aria-pressed:border-brand"
            >
              <ProductPicture src={picture.thumb} size="s" />
            </button>
          ))}
        </div>
      ) : null}
    </div>
  )
}
