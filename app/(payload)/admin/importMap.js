import { RelationCell as RelationCell_e75e0667971d8febd0e19837f5282cba } from '../../../src/admin/fields/RelationCell'
import { DateCell as DateCell_3c7c0d808bb851036fc72f99126cfe86 } from '../../../src/admin/fields/DateCell'
import { CodeCell as CodeCell_4d60f2467becdf2008c52b019f1e312e } from '../../../src/admin/fields/CodeCell'
import { ChoiceField as ChoiceField_7b00110052e7e9f022ad4b5c6d433101 } from '../../../src/admin/fields/ChoiceField'
import { ScaledNumberCell as ScaledNumberCell_e0ff7b478a87773c908845b9a4c9527b } from '../../../src/admin/fields/ScaledNumberCell'
import { ScaledNumberField as ScaledNumberField_e56d6b1e38ee559933b7f7fcb186bf38 } from '../../../src/admin/fields/ScaledNumberField'
import { RecordTransitions as RecordTransitions_0718474c242f6ef6443af5d0941e8be5 } from '../../../src/admin/workflow/RecordTransitions'
import { RecordPane as RecordPane_d41aa491c99d57a9b8f8142ae807bfe8 } from '../../../src/admin/pane/RecordPane'
import { PaneTab as PaneTab_4d13bbaa7840dc13218f2fdee3cd0732 } from '../../../src/admin/pane/PaneTab'
import { AllFields as AllFields_9a86ea1ac0b39dc79f7455f8b834dc85 } from '../../../src/admin/pane/AllFields'
import { TwinNote as TwinNote_ee8f08352ec6ab9bd6a1e6a9b1ab46f0 } from '../../../src/admin/clients/TwinNote'
import { CompanyPapers as CompanyPapers_ad4f6954255cd00429b318f88126ce67 } from '../../../src/admin/workplace/CompanyPapers'
import { RecordTalk as RecordTalk_aa10035fe6cc4c88856522529fb710e7 } from '../../../src/admin/workplace/RecordTalk'
import { DataCell as DataCell_699c8a0c9c54150d3fbe752e44251364 } from '../../../src/admin/fields/DataCell'
import { DataField as DataField_4dee2b76e54b5991b02cbe957e8ce7aa } from '../../../src/admin/fields/DataField'
import { CopiesOfChosen as CopiesOfChosen_85a837a956e0d60a634aae0a1f3e7cdb } from '../../../src/admin/workplace/CopiesOfChosen'
import { OverviewComponent as OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaTitleComponent as MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaDescriptionComponent as MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { PreviewComponent as PreviewComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { CodeField as CodeField_f0137552a2cd4021d2cf997b3aea4548 } from '../../../src/admin/fields/CodeField'
import { PresentPassword as PresentPassword_2c329a7575340b2b9503a322e64a7354 } from '../../../src/admin/people/PresentPassword'
import { PersonAccess as PersonAccess_2a487f3e6d2fb205780d0b00ce508ad6 } from '../../../src/admin/people/PersonAccess'
import { InviteStaff as InviteStaff_ade7cd0c11996342c1fa5b2420f7fd97 } from '../../../src/admin/people/InviteStaff'
import { InviteUsersNote as InviteUsersNote_d98a84208f66b328473b507d0950e617 } from '../../../src/admin/people/InviteUsersNote'
import { NodeAddress as NodeAddress_ca1bf5812370db52e9e4f14b615c0e2d } from '../../../src/admin/exchange/NodeAddress'
import { NodePassword as NodePassword_73c6e974891c44d0baca24327ad1365e } from '../../../src/admin/exchange/NodePassword'
import { NodeToken as NodeToken_b64a110dcd96947dddc25d741a994ae2 } from '../../../src/admin/exchange/NodeToken'
import { NodeAnew as NodeAnew_29d161727e2cb11de4695da9b20d72f6 } from '../../../src/admin/exchange/NodeAnew'
import { TemplateGuide as TemplateGuide_e3b133e3fda7aec6e860e0402f660c18 } from '../../../src/admin/templates/TemplateGuide'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ModuleSwitches as ModuleSwitches_af453f03a8b8659b0cf1306d907471c1 } from '../../../src/admin/modules/ModuleSwitches'
import { Icon as Icon_8ab6169998d201f4455c07e0b7dbb5f7 } from '../../../src/admin/theme/Logo'
import { Logo as Logo_8ab6169998d201f4455c07e0b7dbb5f7 } from '../../../src/admin/theme/Logo'
import { NavLinks as NavLinks_4cad9e16d959db28d73d3f1eefe62479 } from '../../../src/admin/nav/NavLinks'
import { NamedCells as NamedCells_0c2b750f6039bb1e9aa5713516eeebb7 } from '../../../src/admin/theme/NamedCells'
import { Dashboard as Dashboard_e57afc99291726bda4e4e9629bc62236 } from '../../../src/admin/dashboard/Dashboard'
import { FigureView as FigureView_40f4c83c6ded6b7aa426c7fcaaef846b } from '../../../src/admin/dashboard/FigureView'
import { OrdersWorkplace as OrdersWorkplace_d21154d1337dea00a383aed489da7cb8 } from '../../../src/admin/workplace/OrdersWorkplace'
import { ClientsWorkplace as ClientsWorkplace_0ab67a988755c26d3678f9855ce7d174 } from '../../../src/admin/workplace/ClientsWorkplace'
import { SectionsWorkplace as SectionsWorkplace_f70a0b765e0326fe24aea30b1c59aa29 } from '../../../src/admin/sections/SectionsWorkplace'
import { ExchangeView as ExchangeView_c9563dacace079564469421e61adbe30 } from '../../../src/admin/exchange/ExchangeView'
import { QueueView as QueueView_9f9f356e6f99727b8d465bad0bd63368 } from '../../../src/admin/queue/QueueView'
import { AuditView as AuditView_51aa44f9b3da90ed5af98618a302f951 } from '../../../src/admin/audit/AuditView'
import { AnswersWorkplace as AnswersWorkplace_1cb0ff9757ddffdc52f1c9992712e496 } from '../../../src/admin/answers/AnswersWorkplace'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/fields/RelationCell#RelationCell": RelationCell_e75e0667971d8febd0e19837f5282cba,
  "/src/admin/fields/DateCell#DateCell": DateCell_3c7c0d808bb851036fc72f99126cfe86,
  "/src/admin/fields/CodeCell#CodeCell": CodeCell_4d60f2467becdf2008c52b019f1e312e,
  "/src/admin/fields/ChoiceField#ChoiceField": ChoiceField_7b00110052e7e9f022ad4b5c6d433101,
  "/src/admin/fields/ScaledNumberCell#ScaledNumberCell": ScaledNumberCell_e0ff7b478a87773c908845b9a4c9527b,
  "/src/admin/fields/ScaledNumberField#ScaledNumberField": ScaledNumberField_e56d6b1e38ee559933b7f7fcb186bf38,
  "/src/admin/workflow/RecordTransitions#RecordTransitions": RecordTransitions_0718474c242f6ef6443af5d0941e8be5,
  "/src/admin/pane/RecordPane#RecordPane": RecordPane_d41aa491c99d57a9b8f8142ae807bfe8,
  "/src/admin/pane/PaneTab#PaneTab": PaneTab_4d13bbaa7840dc13218f2fdee3cd0732,
  "/src/admin/pane/AllFields#AllFields": AllFields_9a86ea1ac0b39dc79f7455f8b834dc85,
  "/src/admin/clients/TwinNote#TwinNote": TwinNote_ee8f08352ec6ab9bd6a1e6a9b1ab46f0,
  "/src/admin/workplace/CompanyPapers#CompanyPapers": CompanyPapers_ad4f6954255cd00429b318f88126ce67,
  "/src/admin/workplace/RecordTalk#RecordTalk": RecordTalk_aa10035fe6cc4c88856522529fb710e7,
  "/src/admin/fields/DataCell#DataCell": DataCell_699c8a0c9c54150d3fbe752e44251364,
  "/src/admin/fields/DataField#DataField": DataField_4dee2b76e54b5991b02cbe957e8ce7aa,
  "/src/admin/workplace/CopiesOfChosen#CopiesOfChosen": CopiesOfChosen_85a837a956e0d60a634aae0a1f3e7cdb,
  "@payloadcms/plugin-seo/client#OverviewComponent": OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaTitleComponent": MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaDescriptionComponent": MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#PreviewComponent": PreviewComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "/src/admin/fields/CodeField#CodeField": CodeField_f0137552a2cd4021d2cf997b3aea4548,
  "/src/admin/people/PresentPassword#PresentPassword": PresentPassword_2c329a7575340b2b9503a322e64a7354,
  "/src/admin/people/PersonAccess#PersonAccess": PersonAccess_2a487f3e6d2fb205780d0b00ce508ad6,
  "/src/admin/people/InviteStaff#InviteStaff": InviteStaff_ade7cd0c11996342c1fa5b2420f7fd97,
  "/src/admin/people/InviteUsersNote#InviteUsersNote": InviteUsersNote_d98a84208f66b328473b507d0950e617,
  "/src/admin/exchange/NodeAddress#NodeAddress": NodeAddress_ca1bf5812370db52e9e4f14b615c0e2d,
  "/src/admin/exchange/NodePassword#NodePassword": NodePassword_73c6e974891c44d0baca24327ad1365e,
  "/src/admin/exchange/NodeToken#NodeToken": NodeToken_b64a110dcd96947dddc25d741a994ae2,
  "/src/admin/exchange/NodeAnew#NodeAnew": NodeAnew_29d161727e2cb11de4695da9b20d72f6,
  "/src/admin/templates/TemplateGuide#TemplateGuide": TemplateGuide_e3b133e3fda7aec6e860e0402f660c18,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/modules/ModuleSwitches#ModuleSwitches": ModuleSwitches_af453f03a8b8659b0cf1306d907471c1,
  "/src/admin/theme/Logo#Icon": Icon_8ab6169998d201f4455c07e0b7dbb5f7,
  "/src/admin/theme/Logo#Logo": Logo_8ab6169998d201f4455c07e0b7dbb5f7,
  "/src/admin/nav/NavLinks#NavLinks": NavLinks_4cad9e16d959db28d73d3f1eefe62479,
  "/src/admin/theme/NamedCells#NamedCells": NamedCells_0c2b750f6039bb1e9aa5713516eeebb7,
  "/src/admin/dashboard/Dashboard#Dashboard": Dashboard_e57afc99291726bda4e4e9629bc62236,
  "/src/admin/dashboard/FigureView#FigureView": FigureView_40f4c83c6ded6b7aa426c7fcaaef846b,
  "/src/admin/workplace/OrdersWorkplace#OrdersWorkplace": OrdersWorkplace_d21154d1337dea00a383aed489da7cb8,
  "/src/admin/workplace/ClientsWorkplace#ClientsWorkplace": ClientsWorkplace_0ab67a988755c26d3678f9855ce7d174,
  "/src/admin/sections/SectionsWorkplace#SectionsWorkplace": SectionsWorkplace_f70a0b765e0326fe24aea30b1c59aa29,
  "/src/admin/exchange/ExchangeView#ExchangeView": ExchangeView_c9563dacace079564469421e61adbe30,
  "/src/admin/queue/QueueView#QueueView": QueueView_9f9f356e6f99727b8d465bad0bd63368,
  "/src/admin/audit/AuditView#AuditView": AuditView_51aa44f9b3da90ed5af98618a302f951,
  "/src/admin/answers/AnswersWorkplace#AnswersWorkplace": AnswersWorkplace_1cb0ff9757ddffdc52f1c9992712e496,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
