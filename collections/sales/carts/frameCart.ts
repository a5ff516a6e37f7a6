import { defineCart } from '@/src/mechanisms/frame/defineCart'
import { cartCount } from './cart.queries'

export const frameCart = defineCart({ href: '/cart', needs: 'orders.create', count: cartCount })
