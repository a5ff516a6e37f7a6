import type { Mutant } from '../mutant'

const uploads = ['tests/unit/storage/uploads.test.ts']
const zipped = ['tests/unit/storage/zipped.test.ts']
const checks = ['tests/unit/lib/checks.test.ts']
const checked = ['tests/int/admin/checked-fields.test.ts']
const jobs = ['tests/int/mechanisms/jobs.test.ts']
const switches = ['tests/int/modules/switches.test.ts']
const forms = ['tests/int/forms/forms.test.ts']
const audit = ['tests/int/admin/audit.test.ts']
const move = ['tests/int/ownership/move.test.ts']

/** Faults in files, jobs, switches, forms, the panel, the history and the scripts. */
export const portal: readonly Mutant[] = [
  // Files.
  { fault: 'a page of HTML goes as a text', file: 'src/integrations/storage/uploads.ts', find: 'if (actual === undefined || !expected.includes(actual)) throw mismatch()', put: 'if (actual !== undefined && !expected.includes(actual)) throw mismatch()', tests: uploads },
  { fault: 'what the browser says of a file is not asked', file: 'src/integrations/storage/uploads.ts', find: 'if (!saysTheSame(mime, expected)) throw mismatch()', put: 'if (!saysTheSame(mime, expected) && !actual) throw mismatch()', tests: uploads },
  { fault: 'a file of one byte over is taken', file: 'src/integrations/storage/uploads.ts', find: 'if (buffer.length > rule.maxBytes) {', put: 'if (buffer.length > rule.maxBytes * 2) {', tests: [...uploads, 'tests/int/messages/talk.test.ts'] },
  { fault: 'a photograph keeps where it was taken', file: 'src/integrations/storage/road.ts', find: "kind === 'picture' && !isDrawn(file.data)", put: "kind === 'picture' && isDrawn(file.data)", tests: ['tests/access/files.test.ts'] },
  { fault: 'a stored name tells of the company', file: 'src/integrations/storage/road.ts', find: "name: `${randomUUID()}.${endingOf(drawn.mime) ?? ext}`", put: 'name: file.name', tests: ['tests/access/files.test.ts'] },
  { fault: 'an archive opens all files at once', file: 'src/mechanisms/files/archive.ts', find: '      await Promise.race([finished(open), gone])\n', put: '', tests: zipped },
  { fault: 'one file that is gone spoils the archive', file: 'src/mechanisms/files/archive.ts', find: 'zip.addBuffer(Buffer.from(missing), `${name}.txt`)', put: 'zip.addBuffer(Buffer.from(missing), name)', tests: zipped },
  { fault: 'a file of another company is added to the talk', file: 'src/mechanisms/comments/writeComment.ts', find: "and ${idIs(sql`f.company_id`, company)}\n", put: '\n', tests: ['tests/access/attack.actions.test.ts', 'tests/int/messages/talk.test.ts', 'tests/int/sales/orders.test.ts'] },
  // Jobs and switches.
  { fault: 'a job is there though its work was rolled back', file: 'src/mechanisms/jobs/enqueue.ts', find: 'db: { executeSql: (text, values) => run(runner, text, values) },\n    retryLimit', put: "db: { executeSql: (text, values) => run('payload' in runner ? runner.payload : runner, text, values) },\n    retryLimit", tests: jobs },
  { fault: 'a job of the same key that runs later stands for the one that is asked now', file: 'src/mechanisms/jobs/enqueue.ts', find: ' and start_after <= ${wanted.toISOString()}::timestamptz', put: '', tests: jobs },
  { fault: 'a failed job is not tried again', file: 'src/mechanisms/jobs/enqueue.ts', find: 'retryLimit: declaration.retry?.limit ?? 5', put: 'retryLimit: 0', tests: ['tests/int/messages/letters.test.ts', ...jobs] },
  { fault: 'a dead job is replayed by two at once', file: 'src/mechanisms/jobs/deadLetters.ts', find: '  if (!row) return false\n', put: "  if (!row) return id !== ''\n", tests: jobs },
  { fault: 'what was asked for while an area is off is lost', file: 'src/mechanisms/jobs/setAside.ts', find: 'if (!job.data.tick) await keepAside(req, job)', put: 'if (job.data.tick) await keepAside(req, job)', tests: switches },
  { fault: 'an action of an area that is off is done', file: 'src/mechanisms/actions/runAction.ts', find: 'if (module && !(await isModuleOn(req, module))) throw', put: 'if (module && !action.name && !(await isModuleOn(req, module))) throw', tests: switches },
  { fault: 'what depends on an area stays when it goes', file: 'src/mechanisms/modules/switches.ts', find: 'if (dependsOn?.some((needed) => off.has(needed))) off.add(slug)', put: 'if (dependsOn?.every((needed) => off.has(needed))) off.add(slug)', tests: switches },
  { fault: 'what is required can be switched off', file: 'src/mechanisms/modules/switches.ts', find: 'optional.some((module) => module.slug === slug)', put: "slug !== ''", tests: switches },
  { fault: 'rows of an area that is off are read', file: 'src/mechanisms/access/defineAccess.ts', find: "if (actor.off?.has(moduleOfEntity(entity) ?? '')) return []", put: "if (actor.off?.has(entity)) return []", tests: switches },
  // Forms.
  { fault: 'a choice that the form does not offer is taken', file: 'collections/forms/forms/form.rules.ts', find: "return options.some((option) => option.value === value) ? null : { code: 'choice.wrong' }", put: 'return options.length > 0 ? null : { code: \'choice.wrong\' }', tests: forms },
  { fault: 'a form is sent without the consent', file: 'collections/forms/forms/form.rules.ts', find: "(text === '' || text === 'false' ? '' : 'true')", put: "(text === '' ? 'false' : 'true')", tests: forms },
  { fault: 'an answer is written in the name of any company', file: 'collections/forms/form-submissions/form-submission.actions.ts', find: 'input.company && actor.memberships.has(input.company) ? input.company : null', put: 'input.company ?? null', tests: forms },
  { fault: 'a closed form is open to strangers', file: 'collections/forms/form-submissions/form-submission.actions.ts', find: "if (!form.open && actor.role === 'anonymous')", put: "if (!form && actor.role === 'anonymous')", tests: forms },
  { fault: 'an answer comes without its words', file: 'collections/forms/form-submissions/form-submission.actions.ts', find: '${field}, ${label}, ${value})`', put: '${field}, ${field}, ${value})`', tests: forms },
  // What an administrator types.
  { fault: 'an ИНН of a person is proved by one digit', file: 'src/lib/checks.ts', find: "    innDigit(text, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(text[10]) &&\n", put: '', tests: checks },
  { fault: 'an account is proved without its bank', file: 'src/lib/checks.ts', find: ': accountKey(account, bik.slice(6))', put: ': accountKey(account, bik.slice(6)) || /^4\\d{19}$/.test(account)', tests: checks },
  { fault: 'the account of a bank passes for that of a company', file: 'src/lib/checks.ts', find: '`0${bik.slice(4, 6)}`', put: 'bik.slice(6)', tests: checks },
  { fault: 'a number with a mistake in it is a phone', file: 'src/lib/checks.ts', find: 'return phone?.isValid() ? phone.number : null', put: 'return phone?.number ?? null', tests: checks },
  { fault: 'an account is not judged when its БИК changes', file: 'src/mechanisms/fields/checked.ts', find: 'return (!changed && !always) || check', put: 'return !changed || check', tests: checked },
  { fault: 'an account is typed without a БИК', file: 'src/mechanisms/fields/checked.ts', find: 'return bik ? prove(text, bik) : !changed', put: 'return bik ? prove(text, bik) : true', tests: checked },
  // History and owners.
  { fault: 'a secret stands in the audit', file: 'src/mechanisms/audit/changes.ts', find: 'fields[name] = SECRET.test(name) ? { before: HIDDEN, after: HIDDEN }', put: 'fields[name] = SECRET.test(name) && name.length > 99 ? { before: HIDDEN, after: HIDDEN }', tests: ['tests/access/leaks.test.ts', ...audit] },
  { fault: 'an audit line tells the new value twice', file: 'src/mechanisms/audit/changes.ts', find: ': { before: one, after: other }', put: ': { before: other, after: other }', tests: audit },
  { fault: 'an audit line names nobody', file: 'src/mechanisms/audit/writeAudit.ts', find: '${line.actor.id}, ${line.actor.name},', put: "${line.actor.id}, ${''},", tests: audit },
  { fault: 'the talk of a former client is read by the new one', file: 'src/mechanisms/ownership/moveOwner.ts', find: '  await shutComments(req, { entity, ids: [id], company })\n  for (const {', put: '  for (const {', tests: move },
  { fault: 'files of a moved record stay with the former client', file: 'src/mechanisms/ownership/moveOwner.ts', find: 'update ${sql.identifier(files)} f set company_id = ${company},', put: 'update ${sql.identifier(files)} f set company_id = f.company_id,', tests: move },
  { fault: 'what is under a moved record stays with the former client', file: 'src/mechanisms/ownership/moveOwner.ts', find: '    for (const row of ids) await moveOwner(moving, entity, row)\n', put: '', tests: move },
  // Search, days, words.
  { fault: 'a day that is none is a date', file: 'src/lib/dates.ts', find: 'return real ? { year, month, day, time: null } : null', put: 'return { year, month, day, time: null }', tests: ['tests/unit/lib/dates.test.ts'] },
  { fault: 'yesterday of one zone is today of another', file: 'src/lib/dates.ts', find: 'const today = partsIn(now, zone)', put: "const today = partsIn(now, 'UTC')", tests: ['tests/unit/lib/dates.test.ts'] },
  { fault: 'a sum is not found by its kopecks', file: 'src/mechanisms/lists/listSql.ts', find: 'sql`${column} = ${parseMoney(digits)}`', put: 'sql`${column} = ${Math.floor(parseMoney(digits) / 100) * 100}`', tests: ['tests/int/lists/totals.test.ts'] },
  { fault: 'a person’s own % finds everything', file: 'src/mechanisms/lists/listSql.ts', find: 'search_fold(${`%${escapeLike(text)}%`})', put: 'search_fold(${`%${text}%`})', tests: ['tests/int/lists/totals.test.ts', 'tests/int/home/home.test.ts'] },
  { fault: 'secrets of an address stand in the log', file: 'src/lib/redact.ts', find: '  [secretInPath, `$1${HIDDEN}`],\n', put: '', tests: ['tests/unit/lib/redact.test.ts'] },
]
