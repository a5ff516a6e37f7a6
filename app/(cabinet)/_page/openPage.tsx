import type { ReactNode } from 'react'
import { isNotFound } from '@/src/lib/http/isNotFound'
import { answerPageWith } from '@/src/lib/http/pageStatus'
import { Missing } from './Missing'

/**
 * Draws a page, or that there is none, with its words and its status in the first bytes: of a page that throws
 * `notFound()` Next sends an empty document. Every page of the cabinet is drawn by this one.
 */
export async function orMissing(draw: () => Promise<ReactNode>): Promise<ReactNode> {
  try {
    return await draw()
  } catch (error) {
    if (!isNotFound(error)) throw error
    answerPageWith(404)
    return <Missing />
  }
}

/** A page that anybody may open, signed in or not. */
export function openPage<Props>(render: (props: Props) => Promise<ReactNode>) {
  return async function OpenPage(props: Props): Promise<ReactNode> {
    return orMissing(() => render(props))
  }
}
