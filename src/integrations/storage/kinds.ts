export type UploadKind = 'picture' | 'pdf' | 'office' | 'text' | 'archive'

/** What a kind of file may be: MIME types by the ending of the name. Nothing that a browser would run is here. */
export const KINDS: Record<UploadKind, Record<string, readonly string[]>> = {
  picture: {
    jpg: ['image/jpeg'],
    jpeg: ['image/jpeg'],
    png: ['image/png'],
    webp: ['image/webp'],
    gif: ['image/gif'],
    avif: ['image/avif'],
    heic: ['image/heic'],
  },
  pdf: { pdf: ['application/pdf'] },
  office: {
    docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    odt: ['application/vnd.oasis.opendocument.text'],
    ods: ['application/vnd.oasis.opendocument.spreadsheet'],
    doc: ['application/x-cfb', 'application/msword'],
    xls: ['application/x-cfb', 'application/vnd.ms-excel'],
    rtf: ['application/rtf'],
  },
  text: { txt: ['text/plain'], csv: ['text/csv', 'text/plain', 'application/vnd.ms-excel'] },
  archive: {
    zip: ['application/zip', 'application/x-zip-compressed'],
    '7z': ['application/x-7z-compressed'],
    rar: ['application/x-rar-compressed'],
  },
}
