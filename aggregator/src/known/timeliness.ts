import { turns } from '@mcc/contract'
import { sourceTimeliness, unitTimeliness, type Warehouse } from '@mcc/warehouse'
import { READINGS } from './known.js'

/** Instants of knowing, epoch ms; `at` is settled. */
interface Window {
  from: number
  at: number
}
async function read(w: Warehouse, window: Window) {
  return { units: await unitTimeliness(w, window), sources: await sourceTimeliness(w, window) }
}
type Timeliness = Awaited<ReturnType<typeof read>>

/** Windows kept in memory. */
const KEPT = 24

/**
 * How long doses took to become known, by unit and source. An answer for a settled moment stays as it is, so all who look
 * share one reading; `readAnew` rises when roll-ups may have been healed: what is kept is then forgotten. One reading at a
 * time. Rejects with `QueryError`, `Busy`.
 */
export function keepTimeliness(
  parts: () => { warehouse: Warehouse; readAnew: number },
): (window: Window) => Promise<Timeliness> {
  const kept = new Map<string, Promise<Timeliness>>()
  const inTurn = turns(READINGS)
  let anew = 0
  return (window) => {
    const { warehouse, readAnew } = parts()
    if (readAnew !== anew) kept.clear()
    anew = readAnew
    const key = `${window.from} ${window.at}`
    const known = kept.get(key)
    if (known) return known
    const coming = inTurn(() => read(warehouse, window))
    kept.set(key, coming)
    coming.catch(() => kept.get(key) === coming && kept.delete(key))
    if (kept.size > KEPT) kept.delete([...kept.keys()][0]!)
    return coming
  }
}
