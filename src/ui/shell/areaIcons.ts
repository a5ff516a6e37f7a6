import {
  Building2,
  FileText,
  House,
  LayoutGrid,
  Menu,
  MessagesSquare,
  Package,
  Wallet,
  Wrench,
} from '@/src/ui/icon/icons'
import type { Icon } from '../icon/icon'
import type { AreaIcon } from './shellData'

export const areaIcons: Record<AreaIcon, Icon> = {
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
