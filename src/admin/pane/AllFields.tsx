'use client'

import { DefaultEditView } from '@payloadcms/ui'
import type { DocumentViewClientProps } from 'payload'

/** The fields of a record as Payload edits them, behind its pane. */
export const AllFields = (props: DocumentViewClientProps) => <DefaultEditView {...props} />
