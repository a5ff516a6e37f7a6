import type { ReadAnswer } from './answersTable'

/** An answer where it is read: words, a table of its rows, links to its files. */
export function AnswerView({ answer: { text, rows, files } }: { answer: ReadAnswer }) {
  if (rows)
    return (
      <table className="kb-table">
        <thead>
          <tr>
            {rows.heads.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.rows.map((cells, place) => (
            <tr key={place}>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )
  if (files.length > 0)
    return (
      <span className="kb-lines">
        {files.map(({ id, label }, place) => (
          <a href={`/admin/collections/document-files/${id}`} key={id}>
            {place > 0 ? ', ' : ''}
            {label}
          </a>
        ))}
      </span>
    )
  return <span className="kb-lines">{text || '—'}</span>
}
