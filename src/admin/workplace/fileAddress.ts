/** Where a private file is read; who may, the file's own access says. */
export const fileAddress = (name: string): string => `/api/document-files/file/${encodeURIComponent(name)}`
