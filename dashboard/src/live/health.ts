import type { SystemState } from '@mcc/contract'
import type { Messages } from '../i18n/vi.js'
import type { Connection } from './connection.js'

/** One word for the connection mark: the line first, then the machine behind it, then the age of what it gave. */
export type Condition = 'live' | 'lost' | 'degraded' | 'stale' | 'connecting' | 'past'

export function conditionOf(
  connection: Connection,
  system: SystemState | undefined,
  old: boolean,
): Condition {
  if (connection !== 'live') return connection
  const parts = system ? [system.engine, system.redis, system.writer] : []
  if (parts.includes('down')) return 'degraded'
  return old || system?.behind === true ? 'stale' : 'live'
}

/** What the band says, `time` being the data's own; nothing when all is well. */
export function bandText(
  condition: Condition,
  system: SystemState | undefined,
  time: string | undefined,
  m: Messages,
): string | undefined {
  if (condition === 'lost') return time === undefined ? m.status.lostBandNoData : m.status.lostBand(time)
  if (condition === 'stale' && time !== undefined) return m.status.staleBand(time)
  if (condition !== 'degraded' || !system) return undefined
  const at = time ?? '?'
  if (system.engine === 'down') return m.status.engineDown(at)
  return system.redis === 'down' ? m.status.redisDown(at) : m.status.writerDown(at)
}
