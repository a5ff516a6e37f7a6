'use server'

import { refresh } from 'next/cache'
import { readNotifications } from '@/collections/messages/notifications/notification.actions'
import { runCabinetAction } from '../../_session/action'

export async function readAll(): Promise<void> {
  await runCabinetAction(readNotifications, {})
  refresh()
}
