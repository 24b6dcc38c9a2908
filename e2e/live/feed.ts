import { DAY_MS, EXERCISE_NOW_HEADER, isoLocal, startOfDay } from '@mcc/contract'
import type { Station } from '../station.js'

/** Records that come in beat by beat, as from sources that work at an even pace. */
export interface Feed {
  /** Doses sent and accepted so far. */
  readonly doses: () => number
  /** Ends with the last beat that was begun. */
  stop(): Promise<void>
}

const BEAT_MS = 400
/** Time of the exercise that passes with each beat. */
const STEP_MS = 60_000
const MORNING_MS = 8 * 3_600_000
/** Sent before the first beat, doses by province, so that no figure grows by a digit while it is looked at. */
const FIRST = { doses: 400, others: 120 }
const EACH = { doses: 2, others: 1 }

export interface Place {
  facility: string
  province: string
}
/** Who sends: a source with its key, at a time of its own. */
export interface Origin {
  source: string
  key: string
  /** Only on the store of an exercise. */
  exercise?: true
  places: readonly Place[]
  /** Time of the next beat's records, epoch ms. */
  now: () => number
}

const envelope = (type: string, { source, exercise }: Origin, at: number) => ({
  type,
  op: 'upsert',
  source,
  rev: 1,
  ...(exercise && { exercise }),
  occurredAt: isoLocal(at),
  recordedAt: isoLocal(at),
})
const about = (id: string, { province, facility }: Place) => ({
  id: `feed-${id}`,
  person: `feed-${id}`,
  sex: 'female',
  birthYear: 1980,
  province,
  facility,
  product: 'pfizer',
  lot: 'FEED',
  doseNo: 1,
})
const dose = {
  priorityGroup: 1,
  series: 'primary',
  verification: 'unverified',
}
const aefi = (at: number) => ({
  vaccinatedAt: isoLocal(at),
  notifiedAt: isoLocal(at),
  reactions: ['headache'],
  seriousness: [],
  severity: 'mild',
  outcome: 'recovering',
  stage: 'notified',
})

/**
 * Sends events; every one must be accepted. A gateway that cannot take them now is sent the same batch again, as any
 * source would. An exercise's sender tells what time it is there.
 */
export async function post(
  gateway: string,
  origin: Pick<Origin, 'key' | 'exercise'>,
  at: number,
  events: readonly object[],
): Promise<void> {
  const answer = await fetch(`${gateway}/v1/events`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${origin.key}`,
      'content-type': 'application/x-ndjson',
      ...(origin.exercise && { [EXERCISE_NOW_HEADER]: new Date(at).toISOString() }),
    },
    body: events.map((event) => JSON.stringify(event)).join('\n'),
  })
  if (answer.status === 503) {
    await new Promise((resolve) => setTimeout(resolve, BEAT_MS))
    return post(gateway, origin, at, events)
  }
  const said = (await answer.json()) as { accepted?: number }
  if (said.accepted !== events.length) throw new Error(`not accepted: ${JSON.stringify(said).slice(0, 500)}`)
}

/** A source of an exercise that has been played, from the morning after its last day on. */
export async function exerciseOrigin(station: Station): Promise<Origin> {
  const rows = await station.sql(
    `SELECT unit, any(id) AS facility FROM facility_ledger WHERE unit IN ('01', '48', '79') GROUP BY unit`,
  )
  const [newest] = await station.sql('SELECT max(day) AS day FROM dose_day')
  let at = startOfDay(String(newest!['day'])) + DAY_MS + MORNING_MS
  return {
    source: 'exercise',
    key: station.secret('exercise.key'),
    exercise: true,
    places: rows.map(({ unit, facility }) => ({ province: String(unit), facility: String(facility) })),
    now: () => (at += STEP_MS),
  }
}

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))

/** Sends doses, cases and records that will be held: many at once, and then a few with every beat. */
export async function startFeed(gateway: string, origin: Origin): Promise<Feed> {
  const { places, now } = origin
  let sent = 0
  let stopped = false
  const send = async (some: typeof EACH): Promise<void> => {
    const at = now()
    const given = (id: string, place: Place) => ({
      ...envelope('dose', origin, at),
      ...about(`${id}-${at}`, place),
      ...dose,
    })
    const ill = (i: number) => ({
      ...envelope('aefi', origin, at),
      ...about(`ill-${at}-${i}`, places[0]!),
      ...aefi(at),
    })
    const doses = places.flatMap((place) => times(some.doses, (i) => given(`${place.province}-${i}`, place)))
    const lost = times(some.others, (i) => given(`lost-${i}`, { ...places[0]!, facility: 'nowhere' }))
    await post(gateway, origin, at, [...doses, ...times(some.others, ill), ...lost])
    sent += doses.length
  }
  await send(FIRST)
  const beats = (async () => {
    while (!stopped) {
      const next = new Promise((resolve) => setTimeout(resolve, BEAT_MS))
      await send(EACH)
      await next
    }
  })()
  // said by whoever stops it
  beats.catch(() => undefined)
  return {
    doses: () => sent,
    async stop() {
      stopped = true
      await beats
    },
  }
}
