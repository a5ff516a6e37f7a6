import { say } from '@/src/lib/i18n'
import { defineBulk } from '@/src/mechanisms/lists/defineBulk'
import { definePanelList } from '@/src/mechanisms/panel/definePanelList'
import { assignManager, setBranches } from './company.actions'
import { activeBranches, listClients, managersFor, type ClientRow } from './company.queries'
import { clientsWorkplace } from './company.workplace'
import { companyWorkplaceList as words } from './company.workplace.list.labels'

const LIST = 'work-clients'
/** Two pages of the workplace. */
const MOST = 100

export const clientsToServeList = definePanelList<ClientRow>({
  key: LIST,
  workplace: clientsWorkplace,
  rows: async (context, asked) => (await listClients(context, asked)).rows,
  rowKey: ({ id }) => id,
  rowName: ({ name }) => name,
})

/** [MGR-10] [MGR-11] Clients are distributed several at once: whose they are, and where they belong. */
export const clientBulks = [
  defineBulk({
    list: LIST,
    key: 'branches',
    label: words.branches,
    icon: 'place',
    order: 10,
    roles: ['admin', 'head'],
    most: MOST,
    asks: async (context) => [
      {
        name: 'branches',
        label: words.toBranches,
        type: 'several',
        required: true,
        choices: await activeBranches(context),
      },
    ],
    action: setBranches,
    input: (id, { branches = [] }) => ({ companies: [id], branches: [...branches] }),
    done: words.put,
  }),
  defineBulk({
    list: LIST,
    key: 'manager',
    label: words.manager,
    icon: 'person',
    order: 20,
    main: true,
    roles: ['admin', 'head'],
    most: MOST,
    asks: async (context) => [
      {
        name: 'manager',
        label: words.toManager,
        type: 'choice',
        required: true,
        choices: (await managersFor(context)).map(({ id, name, isDefault }) => ({
          id,
          name: isDefault
            ? { ru: say(words.byDefault, 'ru', { name }), en: say(words.byDefault, 'en', { name }) }
            : name,
        })),
      },
    ],
    action: assignManager,
    input: (id, { manager }) => ({ companies: [id], manager: String(manager) }),
    remark: ({ changed }, locale) => (changed === 0 ? say(words.theirsAlready, locale) : null),
    done: words.given,
  }),
]
