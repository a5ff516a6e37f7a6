/** Rows as a plain table: the least that a page of them can be. */
export function Rows({ rows }: { rows: ReadonlyArray<Record<string, unknown>> }) {
  const names = Object.keys(rows[0] ?? {})
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={String(row.id)}>
            {names.map((name) => (
              <td key={name}>{String(row[name] ?? '')}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
