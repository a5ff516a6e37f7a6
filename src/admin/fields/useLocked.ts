import { useDocumentInfo } from '@payloadcms/ui'

/** Whether a field of ours is only to be read: said of the field itself, or of the whole record, which Payload tells its own fields alone. */
export function useLocked({
  readOnly,
  field,
}: {
  readOnly?: boolean
  field: { admin?: { readOnly?: boolean } }
}): boolean {
  const { hasSavePermission } = useDocumentInfo()
  return readOnly === true || field.admin?.readOnly === true || hasSavePermission === false
}
