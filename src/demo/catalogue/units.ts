import { insertRows } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'

/** Units by the classifier ОКЕИ. */
export async function seedUnits(db: Runner): Promise<void> {
  await insertRows(db, 'units', [
    { code: '796', name: 'шт', fullName: 'Штука' },
    { code: '778', name: 'уп', fullName: 'Упаковка' },
    { code: '715', name: 'пара', fullName: 'Пара' },
    { code: '006', name: 'м', fullName: 'Метр' },
    { code: '166', name: 'кг', fullName: 'Килограмм' },
  ])
}
