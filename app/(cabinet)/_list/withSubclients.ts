import type { QueryContext } from '@/src/mechanisms/access/context'
import type { ListDeclaration } from '@/src/mechanisms/lists/defineList'
import type { CabinetSession } from '../_session/session'

type Listed<Row> = { list: ListDeclaration<Row>; context: QueryContext }
type Of = Pick<CabinetSession, 'company' | 'companies'>

/**
 * [ROLE-02] A list of a partner whose own company is chosen holds rows of its sub-clients as well, says whose each is, and may
 * be sifted by company. For anybody else, and with one sub-client chosen, it is what it is.
 */
export function withSubclients<Row>({ company, companies }: Of, { list, context }: Listed<Row>): Listed<Row> {
  const theirs = companies.filter(({ partner }) => partner && partner === company?.id)
  const whose = list.company
  if (!company || !whose || theirs.length === 0) return { list, context }
  const options = [company, ...theirs].map(({ id, name }) => ({ value: id, label: name }))
  // Where a column tells it besides, the one of its own is enough.
  const [first, ...rest] = list.columns.map((column) => ({
    ...column,
    parts: column.parts.filter(({ header }) => header !== whose.header),
  }))
  return {
    context: { ...context, subclients: true },
    list: {
      ...list,
      spec: async (reader) => {
        const spec = await list.spec(reader)
        return { ...spec, filters: [{ key: 'company', kind: 'select', label: whose.header, options }, ...spec.filters] }
      },
      columns: [
        ...(first ? [first] : []),
        { key: 'company', header: whose.header, phone: 'second', parts: [whose] },
        ...rest,
      ],
    },
  }
}
