import { Building2, FileText, House, LayoutGrid, Menu, MessagesSquare, Package, Wallet, Wrench, type LucideIcon } from 'lucide-react'
import type { AreaIcon } from './shellData'

export const areaIcons: Record<AreaIcon, LucideIcon> = {
  home: House,
  catalogue: LayoutGrid,
  orders: Package,
  documents: FileText,
  money: Wallet,
  requests: MessagesSquare,
  services: Wrench,
  company: Building2,
  more: Menu,
}
