import { catalogueModule } from './catalogue/catalogue.module'
import { clientsModule } from './clients/clients.module'
import { contentModule } from './content/content.module'
import { contractsModule } from './contracts/contracts.module'
import { documentsModule } from './documents/documents.module'
import { exchangeModule } from './exchange/exchange.module'
import { formsModule } from './forms/forms.module'
import { messagesModule } from './messages/messages.module'
import { moneyModule } from './money/money.module'
import { peopleModule } from './people/people.module'
import { printingModule } from './printing/printing.module'
import { salesModule } from './sales/sales.module'
import { specialModule } from './special/special.module'

/** The areas of the portal, in the order in which the panel shows them. */
export const areas = [
  salesModule,
  clientsModule,
  contractsModule,
  moneyModule,
  documentsModule,
  catalogueModule,
  messagesModule,
  peopleModule,
  exchangeModule,
  formsModule,
  contentModule,
  printingModule,
  specialModule,
]
