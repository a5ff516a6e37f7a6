import '@/src/mechanisms/tables/table.errors'
import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { orderPane } from './orders/order.pane'
import { ordersOfClient } from './orders/order.client.pane'
import { creditMethod } from './payment-methods/credit.method'
import { invoiceMethod } from './payment-methods/invoice.method'
import { orderEvents } from './orders/order.events'
import { orderFigures } from './orders/order.figures'
import { managersFigure } from './orders/order.managers.figures'
import { ordersWorkplace } from './orders/order.workplace'
import { orderBulks, ordersToHandleList } from './orders/order.workplace.list'
import { cartLines } from './cart-lines/cart-line.collection'
import { addManyToCart, clearCart, setCartLine } from './carts/cart.actions'
import { frameCart } from './carts/frameCart'
import { carts } from './carts/cart.collection'
import { linePurchases } from './order-lines/linePurchases'
import { purchasesFollowOrders, purchasesJob } from './order-lines/purchases.jobs'
import { orderLines } from './order-lines/order-line.collection'
import { orders } from './orders/order.collection'
import { orderConsumer } from './orders/order.commerceml'
import { orderSource } from './orders/order.outgoing.exchange'
import { attachOrderFiles, repeatOrder, setOrderBranch } from './orders/order.actions'
import { orderAsks } from './orders/order.asks'
import { createOrderFromCart } from './orders/order.checkout.actions'
import { orderNotifications } from './orders/order.notifications'
import { orderResource } from './orders/order.exchange'
import { settleOrder } from './orders/order.settle.actions'
import { companyOrderStats } from './orders/companyOrderStats'
import { orderSearch } from './orders/order.search'
import { salesErrors } from './sales.errors'
import { orderOfficePrint } from './orders/order.office.print'
import { orderPrint } from './orders/order.print'
import { orderRecord, orderTalk } from './orders/order.record'
import { orderCard } from './orders/order.home'
import { ordersList, repeatOrders } from './orders/order.list'
import { addLinesRoute, cartRoute, clearCartRoute, setLineRoute } from './carts/cart.front'
import { checkoutRoute } from './orders/checkout.front'
import { orderRoute, ordersRoute, orderTransitionRoute, placeOrderRoute } from './orders/order.front'

export const salesModule = defineModule({
  slug: 'sales',
  label: { ru: 'Заказы', en: 'Orders' },
  dependsOn: ['catalogue', 'clients'],
  knows: ['contracts'],
  collections: [orders, orderLines, carts, cartLines],
  tables: ['company_purchases'],
  parts: [
    ordersRoute,
    orderRoute,
    orderTransitionRoute,
    placeOrderRoute,
    checkoutRoute,
    cartRoute,
    setLineRoute,
    addLinesRoute,
    clearCartRoute,
    orderPane,
    ordersOfClient,
    orderCard,
    ordersList,
    repeatOrders,
    orderRecord,
    orderPrint,
    orderOfficePrint,
    ...orderTalk,
    orderEvents,
    orderResource,
    orderConsumer,
    orderSource,
    companyOrderStats,
    linePurchases,
    purchasesJob,
    purchasesFollowOrders,
    createOrderFromCart,
    repeatOrder,
    attachOrderFiles,
    setOrderBranch,
    settleOrder,
    frameCart,
    invoiceMethod,
    creditMethod,
    setCartLine,
    clearCart,
    addManyToCart,
    ...orderNotifications,
    ...orderAsks,
    orderSearch,
    salesErrors,
    ordersWorkplace,
    ordersToHandleList,
    ...orderBulks,
    ...orderFigures,
    managersFigure,
  ],
  capabilities: {
    'orders.read': { ru: 'Видит заказы', en: 'Sees orders' },
    'orders.create': { ru: 'Оформляет заказы', en: 'Places orders' },
  },
  nav: [
    {
      href: '/orders',
      label: { ru: 'Заказы', en: 'Orders' },
      needs: 'orders.read',
      icon: 'orders',
      phone: true,
      order: 30,
    },
  ],
  commands: [
    { href: '/cart', label: { ru: 'Открыть корзину', en: 'Open the cart' }, needs: 'orders.create' },
    { href: '/quick-order', label: { ru: 'Заказ из Excel', en: 'Order from Excel' }, needs: 'orders.create' },
    { href: '/checkout', label: { ru: 'Оформить заказ из корзины', en: 'Check out the cart' }, needs: 'orders.create' },
    { href: '/orders', label: { ru: 'Повторить заказ', en: 'Repeat an order' }, needs: 'orders.create' },
  ],
})
