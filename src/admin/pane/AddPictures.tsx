'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type ChangeEvent } from 'react'
import { callAction } from '../lib/callAction'
import { putFile } from '../lib/uploadFile'

type Props = {
  action: string
  input: Readonly<Record<string, unknown>>
  words: Record<'add' | 'failed', string>
}

/** Puts pictures into the portal and onto the record, each behind the others; what did not come is said by its name. */
export function AddPictures({ action, input, words }: Props) {
  const router = useRouter()
  const [errors, setErrors] = useState<readonly string[]>([])
  const [pending, start] = useTransition()

  const add = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    start(async () => {
      const failed: string[] = []
      for (const file of files) {
        const put = await putFile(file, { collection: 'media', data: {}, failed: words.failed })
        const hung = put.ok ? await callAction(action, { ...input, picture: put.id, place: 'last' }, words.failed) : put
        if (!hung.ok) failed.push(`${file.name}: ${hung.message}`)
      }
      setErrors(failed)
      router.refresh()
    })
  }

  return (
    <>
      <label className="kb-btn" data-busy={pending || undefined}>
        {words.add}
        <input
          accept="image/jpeg,image/png,image/webp,image/gif"
          className="kb-unseen"
          disabled={pending}
          multiple
          onChange={add}
          type="file"
        />
      </label>
      {errors.map((error) => (
        <p className="kb-error" key={error} role="alert">
          {error}
        </p>
      ))}
    </>
  )
}
