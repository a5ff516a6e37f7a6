import * as migration0 from './20261124_000000_initial'
import * as migration1 from './20261124_000001_mechanisms'
import * as migration2 from './20261124_000002_people'
import * as migration3 from './20261124_000002_rest'
import * as migration4 from './20261124_000003_sales'
import * as migration5 from './20261124_000004_exchange'
import * as migration6 from './20261124_000005_exchange'
import * as migration7 from './20261124_000006_exchange'
import * as migration8 from './20261124_000010_goods'
import * as migration9 from './20261124_000011_search'
import * as migration10 from './20261124_000013_panel'
import * as migration11 from './20261124_000014_people'
import * as migration12 from './20261124_000016_speed'
import * as migration13 from './20261124_000017_indexes'
import * as migration14 from './20261126_000020_membership_states'
import * as migration15 from './20261126_000021_registrations'
import * as migration16 from './20261126_000022_remembered_rights'
import * as migration17 from './20261126_000025_files'
import * as migration18 from './20261126_000030_property_values'
import * as migration19 from './20261126_000031_switches_and_breaks'
import * as migration20 from './20261126_000035_orders'
import * as migration21 from './20261126_000040_source'
import * as migration22 from './20261126_000041_waiting'
import * as migration23 from './20261126_000045_journal'
import * as migration24 from './20261126_000046_journal'
import * as migration25 from './20261126_000050_cabinet'
import * as migration26 from './20261126_000060_search'
import * as migration27 from './20261126_000070_role_names'
import * as migration28 from './20261126_000090_order_holder'
import * as migration29 from './20261126_000091_hidden_by_hand'
import * as migration30 from './20261126_000092_removed_contacts'
import * as migration31 from './20261126_000100_session_spools'
import * as migration32 from './20261126_000101_price_until'
import * as migration33 from './20261126_000102_portal_currency'
import * as migration34 from './20261126_000120_sources'
import * as migration35 from './20261127_045853_capabilities_text'
import * as migration36 from './20261127_050804_payment_methods_text'
import * as migration37 from './20261127_051742_event_site'
import * as migration38 from './20261127_130000_waits'
import * as migration39 from './20261127_165134_interactions'
import * as migration40 from './20261127_165209_list_views'
import * as migration41 from './20261127_170105_manager_card'
import * as migration42 from './20261127_200911_editors'
import * as migration43 from './20261127_200912_access_keys'
import * as migration44 from './20261127_202000_kept_facts'
import * as migration45 from './20261128_000100_numbers'
import * as migration46 from './20261128_000326_field_sets'
import * as migration47 from './20261128_000936_print_templates'

export const migrations = [
  { up: migration0.up, down: migration0.down, name: '20261124_000000_initial' },
  { up: migration1.up, down: migration1.down, name: '20261124_000001_mechanisms' },
  { up: migration2.up, down: migration2.down, name: '20261124_000002_people' },
  { up: migration3.up, down: migration3.down, name: '20261124_000002_rest' },
  { up: migration4.up, down: migration4.down, name: '20261124_000003_sales' },
  { up: migration5.up, down: migration5.down, name: '20261124_000004_exchange' },
  { up: migration6.up, down: migration6.down, name: '20261124_000005_exchange' },
  { up: migration7.up, down: migration7.down, name: '20261124_000006_exchange' },
  { up: migration8.up, down: migration8.down, name: '20261124_000010_goods' },
  { up: migration9.up, down: migration9.down, name: '20261124_000011_search' },
  { up: migration10.up, down: migration10.down, name: '20261124_000013_panel' },
  { up: migration11.up, down: migration11.down, name: '20261124_000014_people' },
  { up: migration12.up, down: migration12.down, name: '20261124_000016_speed' },
  { up: migration13.up, down: migration13.down, name: '20261124_000017_indexes' },
  { up: migration14.up, down: migration14.down, name: '20261126_000020_membership_states' },
  { up: migration15.up, down: migration15.down, name: '20261126_000021_registrations' },
  { up: migration16.up, down: migration16.down, name: '20261126_000022_remembered_rights' },
  { up: migration17.up, down: migration17.down, name: '20261126_000025_files' },
  { up: migration18.up, down: migration18.down, name: '20261126_000030_property_values' },
  { up: migration19.up, down: migration19.down, name: '20261126_000031_switches_and_breaks' },
  { up: migration20.up, down: migration20.down, name: '20261126_000035_orders' },
  { up: migration21.up, down: migration21.down, name: '20261126_000040_source' },
  { up: migration22.up, down: migration22.down, name: '20261126_000041_waiting' },
  { up: migration23.up, down: migration23.down, name: '20261126_000045_journal' },
  { up: migration24.up, down: migration24.down, name: '20261126_000046_journal' },
  { up: migration25.up, down: migration25.down, name: '20261126_000050_cabinet' },
  { up: migration26.up, down: migration26.down, name: '20261126_000060_search' },
  { up: migration27.up, down: migration27.down, name: '20261126_000070_role_names' },
  { up: migration28.up, down: migration28.down, name: '20261126_000090_order_holder' },
  { up: migration29.up, down: migration29.down, name: '20261126_000091_hidden_by_hand' },
  { up: migration30.up, down: migration30.down, name: '20261126_000092_removed_contacts' },
  { up: migration31.up, down: migration31.down, name: '20261126_000100_session_spools' },
  { up: migration32.up, down: migration32.down, name: '20261126_000101_price_until' },
  { up: migration33.up, down: migration33.down, name: '20261126_000102_portal_currency' },
  { up: migration34.up, down: migration34.down, name: '20261126_000120_sources' },
  { up: migration35.up, down: migration35.down, name: '20261127_045853_capabilities_text' },
  { up: migration36.up, down: migration36.down, name: '20261127_050804_payment_methods_text' },
  { up: migration37.up, down: migration37.down, name: '20261127_051742_event_site' },
  { up: migration38.up, down: migration38.down, name: '20261127_130000_waits' },
  { up: migration39.up, down: migration39.down, name: '20261127_165134_interactions' },
  { up: migration40.up, down: migration40.down, name: '20261127_165209_list_views' },
  { up: migration41.up, down: migration41.down, name: '20261127_170105_manager_card' },
  { up: migration42.up, down: migration42.down, name: '20261127_200911_editors' },
  { up: migration43.up, down: migration43.down, name: '20261127_200912_access_keys' },
  { up: migration44.up, down: migration44.down, name: '20261127_202000_kept_facts' },
  { up: migration45.up, down: migration45.down, name: '20261128_000100_numbers' },
  { up: migration46.up, down: migration46.down, name: '20261128_000326_field_sets' },
  { up: migration47.up, down: migration47.down, name: '20261128_000936_print_templates' },
]
