import { join } from 'node:path'

/** Flags by which a service that a test starts ends with the test, as it ends with the supervisor in production. */
export const LEASH = ['--import', join(import.meta.dirname, '../../../ops/leash.mjs')]
