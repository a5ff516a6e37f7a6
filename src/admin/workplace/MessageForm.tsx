'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { callAction } from '../lib/callAction'
import { useDraft } from '../lib/useDraft'
import { uploadFile } from '../lib/uploadFile'

type Props = {
  entity: string
  id: string
  company: string
  words: { write: string; inside: string; send: string; internal: string; attach: string; failed: string }
}

const KINDS = '.pdf,.jpg,.jpeg,.png,.webp,.zip,.docx,.xlsx'

/** Writes to the client, or to colleagues alone, with files; Ctrl+Enter sends. What was typed and chosen stays when it could not be sent. */
export function MessageForm({ entity, id, company, words }: Props) {
  const router = useRouter()
  const picker = useRef<HTMLInputElement>(null)
  const [body, setBody] = useDraft(`talk:${entity}:${id}`)
  const [files, setFiles] = useState<File[]>([])
  const [internal, setInternal] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const empty = body.trim() === '' && files.length === 0

  const put = async (): Promise<string | null> => {
    const ids: string[] = []
    for (const file of files) {
      const answer = await uploadFile(file, company, { internal, failed: words.failed })
      if (!answer.ok) return `${file.name}: ${answer.message}`
      ids.push(answer.id)
    }
    const answer = await callAction('comments.add', { entity, id, body, files: ids, internal }, words.failed)
    return answer.ok ? null : answer.message
  }

  const send = (): void => {
    if (pending || empty) return
    start(async () => {
      setError(null)
      const wrong = await put()
      if (wrong) return setError(wrong)
      setBody('')
      setFiles([])
      router.refresh()
    })
  }

  return (
    <div className="kb-pad kb-write">
      <textarea
        aria-label={internal ? words.inside : words.write}
        className="kb-input"
        maxLength={8000}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
        }}
        placeholder={internal ? words.inside : words.write}
        rows={2}
        value={body}
      />
      {files.length > 0 ? (
        <ul className="kb-chosen">
          {files.map((file) => (
            <li key={file.name}>
              {file.name}
              <button
                aria-label={`× ${file.name}`}
                onClick={() => setFiles(files.filter((one) => one !== file))}
                type="button"
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="kb-bar">
        <button className="kb-btn" data-tone="main" disabled={pending || empty} onClick={send} type="button">
          {words.send}
        </button>
        <button className="kb-btn" disabled={pending} onClick={() => picker.current?.click()} type="button">
          {words.attach}
        </button>
        <input
          accept={KINDS}
          hidden
          multiple
          onChange={(event) => {
            const added = [...(event.target.files ?? [])]
            setFiles([...files.filter((one) => !added.some(({ name }) => name === one.name)), ...added])
            event.target.value = ''
          }}
          ref={picker}
          type="file"
        />
        <label className="kb-check">
          <input checked={internal} onChange={(event) => setInternal(event.target.checked)} type="checkbox" />{' '}
          {words.internal}
        </label>
        {error ? (
          <span className="kb-error" role="alert">
            {error}
          </span>
        ) : null}
      </div>
    </div>
  )
}
