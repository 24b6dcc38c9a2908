export * from './source/registry.js'
export { Oracle } from './replay/oracle/oracle.js'
export type { OracleTotals } from './replay/oracle/totals.js'
