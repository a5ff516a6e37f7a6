'use client'

import type { FormEvent } from 'react'
import { ChoiceBox } from '../lib/ChoiceBox'
import { PanelForm } from '../lib/PanelForm'
import { TextBox } from '../lib/TextBox'
import type { RowTools, SectionNode } from './sectionNode'

const BACK = { name: 'backName', parent: 'backParent', sort: 'backSort' } as const

/** What is done with one section: its name, its place, whether clients see it, what lies in it, what is given back to 1C. */
export function SectionDetail({ node, tools }: { node: SectionNode; tools: RowTools }) {
  const { id, name, parent, shown, taken } = node
  const { words, run, pending, choices } = tools
  const send =
    (action: string) =>
    (event: FormEvent<HTMLFormElement>): void => {
      event.preventDefault()
      run(id, action, Object.fromEntries(new FormData(event.currentTarget)))
    }
  return (
    <div className="kb-section-detail">
      <form className="kb-inline-form" key={`name ${name}`} noValidate onSubmit={send('groups.rename')}>
        <TextBox label={words.name} name="name" value={name} />
        <button className="kb-btn" disabled={pending} type="submit">
          {words.rename}
        </button>
      </form>
      <form className="kb-inline-form" key={`parent ${parent}`} onSubmit={send('groups.move')}>
        <ChoiceBox
          choices={[{ id: '', name: words.top }, ...choices.filter((choice) => choice.id !== id)]}
          chosen={parent ?? ''}
          label={words.parent}
          name="parent"
        />
        <button className="kb-btn" disabled={pending} type="submit">
          {words.move}
        </button>
      </form>
      <div className="kb-bar">
        <button
          className="kb-btn"
          disabled={pending}
          onClick={() => run(id, 'groups.show', { shown: !shown })}
          type="button"
        >
          {shown ? words.hide : words.show}
        </button>
        <a className="kb-inline" href={`/admin/collections/products?where[or][0][and][0][group][equals]=${id}`}>
          {words.list}
        </a>
        <a className="kb-inline" href={`/admin/collections/groups/${id}`}>
          {words.fields}
        </a>
        {taken.flatMap((field) => {
          const word = Object.entries(BACK).find(([key]) => key === field)?.[1]
          return word ? (
            <button
              className="kb-plain"
              disabled={pending}
              key={field}
              onClick={() => run(id, 'groups.giveBack', { field })}
              type="button"
            >
              {words[word]}
            </button>
          ) : (
            []
          )
        })}
      </div>
      <PanelForm
        action="groups.add"
        input={{ parent: id }}
        words={{ open: words.addInside, send: words.send, sent: words.sent, back: words.back, failed: words.failed }}
      >
        <TextBox label={words.name} name="name" required />
      </PanelForm>
    </div>
  )
}
