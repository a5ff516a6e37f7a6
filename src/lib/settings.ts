export const settings = () => ({
  DATABASE_URL: process.env.DATABASE_URL ?? '',
  PAYLOAD_SECRET: process.env.PAYLOAD_SECRET ?? '',
  PUBLIC_URL: process.env.PUBLIC_URL ?? 'http://localhost:3000',
})
