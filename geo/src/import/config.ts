import { resolve } from 'node:path'

/** Where the data directory is: `MCC_DATA`, else `./data` as for `npm start`. */
export const dataDir = (env: NodeJS.ProcessEnv): string => resolve(env['MCC_DATA'] ?? 'data')
