import { DAY_MS, dayOf, startOfDay } from '@mcc/contract'
import {
  accountingHours,
  addSource,
  keyIdOf,
  readSourceKeys,
  revokeKey,
  sourceActivity,
  sourceName,
  type SourceKey,
} from '@mcc/warehouse'
import { z } from 'zod'
import { queuedBatches } from '../../live/queue.js'
import { day, done, isoInstant } from '../answers.js'
import { HttpError } from '../http-error.js'
import { iso } from '../moment.js'
import { onRecord } from '../on-record.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const key = z.object({
  id: z.string().describe('names the key; the key itself is kept nowhere'),
  createdAt: isoInstant,
  revokedAt: isoInstant.optional(),
})
const source = z.object({
  name: z.string(),
  keys: z.array(key),
  lastHeardAt: isoInstant.nullable().describe('by the clock of the records; null: never heard'),
  received: z.int().describe('records of today'),
  refused: z.int().describe('of them not counted, because something is wrong with them'),
  held: z.int().describe('waiting in quarantine, of all time'),
})

const shown = (k: SourceKey) => ({ id: keyIdOf(k), createdAt: k.createdAt, revokedAt: k.revokedAt })

const keysOf = (all: readonly SourceKey[], name: string) => all.filter((k) => k.name === name).map(shown)

/** Records received and refused today (by the data), per source. */
async function todayOf(parts: RestParts) {
  const today = dayOf(parts.exercise ? parts.live.dataTime : parts.now())
  const fromMs = startOfDay(today)
  const queued = await queuedBatches(parts.redis)
  const window = { source: '', fromMs, toMs: fromMs + DAY_MS, sinceMs: 0, nowMs: parts.now(), queued }
  return { today, hours: await accountingHours(parts.warehouse, window) }
}

async function sourcesOf(parts: RestParts) {
  const keys = await readSourceKeys(parts.data)
  const active = await sourceActivity(parts.warehouse, {})
  const { today, hours } = await todayOf(parts)
  const names = new Set([...keys.map((k) => k.name), ...active.map((a) => a.source)])
  const sources = [...names].toSorted().map((name) => {
    const heard = active.find((a) => a.source === name)
    const own = hours.filter((h) => h.source === name)
    return {
      name,
      keys: keysOf(keys, name),
      lastHeardAt: heard?.receivedAt ? iso(heard.receivedAt) : null,
      received: own.reduce((n, h) => n + h.received, 0),
      refused: own.reduce((n, h) => n + h.quarantined, 0),
      held: heard?.held ?? 0,
    }
  })
  return { today, sources }
}

const list = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/sources',
    summary: 'Sources with the keys they were given, when they were last heard, and their records of today',
    need: 'administration',
    answer: z.object({ today: day, sources: z.array(source) }),
    handle: () => sourcesOf(parts),
  })

const keys = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/sources/keys',
    summary: 'Sources that were ever given a key, with their keys; answers while the store is away',
    need: 'administration',
    answer: z.object({ sources: z.array(source.pick({ name: true, keys: true })) }),
    handle: async () => {
      const all = await readSourceKeys(parts.data)
      const names = [...new Set(all.map((k) => k.name))].toSorted()
      return { sources: names.map((name) => ({ name, keys: keysOf(all, name) })) }
    },
  })

const makeKey = (parts: RestParts): Route =>
  route({
    method: 'post',
    path: '/api/v1/sources/:name/keys',
    summary: 'Make an API key for a source; it is shown once. Earlier keys of the source stay valid',
    need: 'administration',
    params: z.strictObject({ name: sourceName }),
    answer: z.object({ key: z.string() }),
    handle: async (asked) => {
      const { name } = asked.params
      await onRecord(parts, asked, { action: 'post /api/v1/sources/:name/keys', filter: { name } })
      return { key: await addSource(parts.data, name, parts.now()) }
    },
  })

const endKey = (parts: RestParts): Route =>
  route({
    method: 'delete',
    path: '/api/v1/sources/:name/keys/:id',
    summary: 'Revoke a key; the gateway refuses it within a second',
    need: 'administration',
    params: z.strictObject({ name: sourceName, id: z.string().regex(/^[0-9a-f]{12}$/) }),
    answer: done,
    handle: async (asked) => {
      const { name, id } = asked.params
      const noSuch = () => new HttpError(404, 'no_such_key', 'no such valid key')
      const good = (await readSourceKeys(parts.data)).some(
        (k) => k.name === name && k.revokedAt === undefined && keyIdOf(k) === id,
      )
      if (!good) throw noSuch()
      await onRecord(parts, asked, { action: 'delete /api/v1/sources/:name/keys/:id', filter: { name, id } })
      if (!(await revokeKey(parts.data, name, id, parts.now()))) throw noSuch()
      return { ok: true as const }
    },
  })

export const sourceRoutes = (parts: RestParts): Route[] => [
  list(parts),
  keys(parts),
  makeKey(parts),
  endKey(parts),
]
