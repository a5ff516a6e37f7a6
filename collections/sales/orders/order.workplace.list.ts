import { activeBranches, assignManager, managersFor } from '@/collections/clients/clients.api'
import { say } from '@/src/lib/i18n'
import { staffWhoSell } from '@/src/mechanisms/access/roles'
import { defineBulk } from '@/src/mechanisms/lists/defineBulk'
import { definePanelList } from '@/src/mechanisms/panel/definePanelList'
import { transitionBulk } from '@/src/mechanisms/workflow/transitionBulk'
import { setOrderBranch } from './order.actions'
import { orderLabels } from './order.labels'
import { orderList } from './order.list.labels'
import { pageOfOrders, type OrderRow } from './order.queries'
import { orderWorkflow } from './order.workflow'
import { ordersWorkplace } from './order.workplace'
import { orderWorkplaceList as words } from './order.workplace.list.labels'

const LIST = 'work-orders'
/** As many as one page of the workplace shows, and some. */
const MOST = 100

export const ordersToHandleList = definePanelList<OrderRow>({
  key: LIST,
  workplace: ordersWorkplace,
  rows: (context, asked) => pageOfOrders(context, asked),
  rowKey: ({ id }) => id,
  rowName: ({ number }, locale) => say(orderList.rowName, locale, { number }),
})

/** [MGR-02] What is done with several orders to handle at once. */
export const orderBulks = [
  defineBulk({
    list: LIST,
    key: 'manager',
    label: words.manager,
    icon: 'person',
    order: 10,
    roles: ['admin', 'head'],
    most: MOST,
    asks: async (context) => [
      {
        name: 'manager',
        label: words.whom,
        type: 'choice',
        required: true,
        choices: (await managersFor(context)).map(({ id, name }) => ({ id, name })),
      },
    ],
    action: assignManager,
    input: (_id, { manager }, order: OrderRow) => ({ companies: [order.company], manager: String(manager) }),
    remark: ({ changed }, locale) => (changed === 0 ? say(words.theirsAlready, locale) : null),
    done: words.given,
  }),
  defineBulk({
    list: LIST,
    key: 'branch',
    label: orderLabels.fields.branch,
    icon: 'place',
    order: 20,
    roles: staffWhoSell,
    most: MOST,
    asks: async (context) => [
      {
        name: 'branch',
        label: words.branch,
        type: 'choice',
        required: true,
        choices: await activeBranches(context),
      },
    ],
    action: setOrderBranch,
    input: (order, { branch }) => ({ order, branch: String(branch) }),
    done: words.branchSet,
  }),
  transitionBulk(orderWorkflow, { list: LIST, order: 30, roles: staffWhoSell, most: MOST, done: words.moved }),
]
