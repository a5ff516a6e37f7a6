import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '../../database/ids'
import { query } from '../../database/query'
import { defineAudience, type Audience } from '../defineAudience'
import type { NotifiedEvent } from '../notifiedEvent'
import type { Recipient } from '../recipient'

type Named = Pick<Recipient, 'collection' | 'id'> | null

const named = defineAudience<(event: NotifiedEvent<never>) => Named>({
  key: 'namedPerson',
  resolve: async (runner, event, nameOf) => {
    // `namedPerson` took it for events of this very data.
    const person = nameOf(event as NotifiedEvent<never>)
    return person
      ? query<Recipient>(
          runner,
          sql`select ${person.collection} as collection, id::text as id, name, email, coalesce(locale::text, 'ru') as locale
              from ${sql.raw(person.collection)} where ${idIs(sql`id`, person.id)} and active`,
        )
      : []
  },
})

/** The one person whom the event itself names, or nobody: `namedPerson(({ data }: NotifiedEvent<{ manager: string }>) => …)`. */
export const namedPerson = <Data>(nameOf: (event: NotifiedEvent<Data>) => Named): Audience<Data> => named(nameOf)
