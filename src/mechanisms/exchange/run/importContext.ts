import type pg from 'pg'
import type { PayloadRequest } from 'payload'
import type { ConsumerContext } from '../consumer'
import { stillThere } from './absent'
import { closeEarlier, closeParked, FILE } from '../journal/closing'
import { noteIssue, parkRows, refuseRows } from '../journal/issues'
import type { FileToImport } from './fileToImport'

/** What consumers get for a file: whatever they say goes to the journal under its run. */
export function importContextOf(
  req: PayloadRequest,
  file: FileToImport,
  name: string,
  client: pg.Client,
  signal: AbortSignal,
  waiting = new Set<string>(),
  asked = new Set<string>(),
  open = new Set<string>(),
): ConsumerContext {
  const at = { run: file.run, file: file.id }
  return {
    req,
    client,
    node: file.node,
    run: file.run,
    file: name,
    again: file.begun,
    signal,
    problem: async (issue) => {
      if (issue.parked) waiting.add(issue.entity)
      await noteIssue(req, at, issue)
    },
    park: async (table, rows, time) => {
      waiting.add(table.entity)
      await parkRows(req, at, table, rows, time)
    },
    refuse: (table, rows, code, params) => refuseRows(req, at, table, rows, { code, params }),
    arrived: async (table, externalIds) => {
      if (waiting.has(table.entity)) await closeParked(req, table, externalIds)
      if (open.has(table.entity) || open.has(FILE)) await closeEarlier(req, at, { ...table, externalIds })
      if (table.table && asked.has(table.table)) await stillThere(req, file.node.id, table.table, externalIds)
    },
  }
}
