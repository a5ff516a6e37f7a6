import { ScaledNumberCell as ScaledNumberCell_e0ff7b478a87773c908845b9a4c9527b } from '../../../src/admin/fields/ScaledNumberCell'
import { ScaledNumberField as ScaledNumberField_e56d6b1e38ee559933b7f7fcb186bf38 } from '../../../src/admin/fields/ScaledNumberField'
import { TransitionBar as TransitionBar_c8648c98361a0674a4d1fccdef71b940 } from '../../../src/admin/workflow/TransitionBar'
import { CompanyPapers as CompanyPapers_ad4f6954255cd00429b318f88126ce67 } from '../../../src/admin/workplace/CompanyPapers'
import { OverviewComponent as OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaTitleComponent as MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaDescriptionComponent as MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { PreviewComponent as PreviewComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { NodePassword as NodePassword_73c6e974891c44d0baca24327ad1365e } from '../../../src/admin/exchange/NodePassword'
import { NodeToken as NodeToken_b64a110dcd96947dddc25d741a994ae2 } from '../../../src/admin/exchange/NodeToken'
import { ModuleSwitches as ModuleSwitches_af453f03a8b8659b0cf1306d907471c1 } from '../../../src/admin/modules/ModuleSwitches'
import { Icon as Icon_8ab6169998d201f4455c07e0b7dbb5f7 } from '../../../src/admin/theme/Logo'
import { Logo as Logo_8ab6169998d201f4455c07e0b7dbb5f7 } from '../../../src/admin/theme/Logo'
import { WorkLinks as WorkLinks_536972f279b2485c7fd9f83aba40b53e } from '../../../src/admin/nav/WorkLinks'
import { Dashboard as Dashboard_e57afc99291726bda4e4e9629bc62236 } from '../../../src/admin/dashboard/Dashboard'
import { OrdersWorkplace as OrdersWorkplace_d21154d1337dea00a383aed489da7cb8 } from '../../../src/admin/workplace/OrdersWorkplace'
import { ClientsWorkplace as ClientsWorkplace_0ab67a988755c26d3678f9855ce7d174 } from '../../../src/admin/workplace/ClientsWorkplace'
import { ExchangeView as ExchangeView_c9563dacace079564469421e61adbe30 } from '../../../src/admin/exchange/ExchangeView'
import { AuditView as AuditView_51aa44f9b3da90ed5af98618a302f951 } from '../../../src/admin/audit/AuditView'
import { QueueView as QueueView_9f9f356e6f99727b8d465bad0bd63368 } from '../../../src/admin/queue/QueueView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/fields/ScaledNumberCell#ScaledNumberCell": ScaledNumberCell_e0ff7b478a87773c908845b9a4c9527b,
  "/src/admin/fields/ScaledNumberField#ScaledNumberField": ScaledNumberField_e56d6b1e38ee559933b7f7fcb186bf38,
  "/src/admin/workflow/TransitionBar#TransitionBar": TransitionBar_c8648c98361a0674a4d1fccdef71b940,
  "/src/admin/workplace/CompanyPapers#CompanyPapers": CompanyPapers_ad4f6954255cd00429b318f88126ce67,
  "@payloadcms/plugin-seo/client#OverviewComponent": OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaTitleComponent": MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaDescriptionComponent": MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#PreviewComponent": PreviewComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "/src/admin/exchange/NodePassword#NodePassword": NodePassword_73c6e974891c44d0baca24327ad1365e,
  "/src/admin/exchange/NodeToken#NodeToken": NodeToken_b64a110dcd96947dddc25d741a994ae2,
  "/src/admin/modules/ModuleSwitches#ModuleSwitches": ModuleSwitches_af453f03a8b8659b0cf1306d907471c1,
  "/src/admin/theme/Logo#Icon": Icon_8ab6169998d201f4455c07e0b7dbb5f7,
  "/src/admin/theme/Logo#Logo": Logo_8ab6169998d201f4455c07e0b7dbb5f7,
  "/src/admin/nav/WorkLinks#WorkLinks": WorkLinks_536972f279b2485c7fd9f83aba40b53e,
  "/src/admin/dashboard/Dashboard#Dashboard": Dashboard_e57afc99291726bda4e4e9629bc62236,
  "/src/admin/workplace/OrdersWorkplace#OrdersWorkplace": OrdersWorkplace_d21154d1337dea00a383aed489da7cb8,
  "/src/admin/workplace/ClientsWorkplace#ClientsWorkplace": ClientsWorkplace_0ab67a988755c26d3678f9855ce7d174,
  "/src/admin/exchange/ExchangeView#ExchangeView": ExchangeView_c9563dacace079564469421e61adbe30,
  "/src/admin/audit/AuditView#AuditView": AuditView_51aa44f9b3da90ed5af98618a302f951,
  "/src/admin/queue/QueueView#QueueView": QueueView_9f9f356e6f99727b8d465bad0bd63368,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
