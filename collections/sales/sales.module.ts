import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { orderEvents } from './orders/order.events'
import { cartLines } from './cart-lines/cart-line.collection'
import { addManyToCart, clearCart, setCartLine } from './carts/cart.actions'
import { carts } from './carts/cart.collection'
import { orderLines } from './order-lines/order-line.collection'
import { orders } from './orders/order.collection'
import { orderConsumer } from './orders/order.commerceml'
import { orderSource } from './orders/order.outgoing'
import { attachOrderFiles, repeatOrder, setOrderBranch } from './orders/order.actions'
import { orderAsks } from './orders/order.asks'
import { createOrderFromCart } from './orders/order.checkout'
import { orderNotifications } from './orders/order.notifications'
import { orderResource } from './orders/order.resource'
import { settleOrder } from './orders/order.settle'
import { orderSearch } from './orders/order.search'
import { salesErrors } from './sales.errors'

export const salesModule = defineModule({
  slug: 'sales',
  label: { ru: 'Заказы', en: 'Orders' },
  dependsOn: ['catalogue'],
  collections: [orders, orderLines, carts, cartLines],
  parts: [
    orderEvents,
    orderResource,
    orderConsumer,
    orderSource,
    createOrderFromCart,
    repeatOrder,
    attachOrderFiles,
    setOrderBranch,
    settleOrder,
    setCartLine,
    clearCart,
    addManyToCart,
    ...orderNotifications,
    ...orderAsks,
    orderSearch,
    salesErrors,
  ],
  capabilities: ['orders.read', 'orders.create'],
  nav: [{ href: '/orders', label: { ru: 'Заказы', en: 'Orders' }, needs: 'orders.read', icon: 'orders', phone: true, order: 30 }],
  commands: [
    { href: '/cart', label: { ru: 'Открыть корзину', en: 'Open the cart' }, needs: 'orders.create' },
    { href: '/checkout', label: { ru: 'Оформить заказ из корзины', en: 'Check out the cart' }, needs: 'orders.create' },
    { href: '/orders', label: { ru: 'Повторить заказ', en: 'Repeat an order' }, needs: 'orders.create' },
  ],
})
