import { z } from 'zod'
import { isAccount, isBik } from '@/src/lib/checks'
import { say } from '@/src/lib/i18n'
import '../../fields/checked.labels'
import { defineFieldKind } from '../defineFieldKind'
import { fieldWords } from '../fieldsets.labels'
import { issue } from '../issue'
import { partsOf } from './numberKinds'

const KEYS = ['bik', 'account'] as const
const withoutSpaces = (text: string): string => text.replace(/[\s\u00a0\u202f-]/g, '')

/** БИК and the account in that bank: the digits of the one prove those of the other. */
defineFieldKind<{ bik: string; account: string }>({
  kind: 'bank',
  label: { ru: 'БИК и счёт', en: 'BIK and account' },
  control: {
    as: 'parts',
    parts: [
      { key: 'bik', label: fieldWords.bik, inputMode: 'numeric', max: 20 },
      { key: 'account', label: fieldWords.account, inputMode: 'numeric', max: 40 },
    ],
  },
  at: 'bik',
  read: (typed, { name }) => partsOf(typed, name, KEYS),
  schema: () =>
    z.record(z.string(), z.string()).transform((parts, context) => {
      const [bik, account] = KEYS.map((key) => withoutSpaces(parts[key] ?? '')) as [string, string]
      if (bik === '') issue(context, 'input.required', {}, ['bik'])
      else if (!isBik(bik)) issue(context, 'bik.wrong', {}, ['bik'])
      if (account === '') issue(context, 'input.required', {}, ['account'])
      else if (isBik(bik) && !isAccount(account, bik)) issue(context, 'account.wrong', {}, ['account'])
      return { bik, account }
    }),
  words: ({ bik, account }, _field, locale) => `${say(fieldWords.bik, locale)} ${bik}, ${account}`,
  typed: ({ bik, account }, { name }) => ({ [`${name}.bik`]: bik, [`${name}.account`]: account }),
})
