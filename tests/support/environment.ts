/** Settings that every test process has; the database's address is given by whoever made it. */
export const testEnvironment = {
  PAYLOAD_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
  PUBLIC_URL: 'http://127.0.0.1:3000',
  NODE_OPTIONS: '--conditions=production',
}
