import { PRODUCTS, PROVINCE_CODES, UNIT_CODES } from '@mcc/contract'
import { RECONCILE_QUEUE } from '@mcc/ingest'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { vi } from 'vitest'
import { post } from './events.js'
import type { Station } from './station.js'

/** The newest day of the exercise that is enlarged. */
const DAY = '2021-03-20'
const AT = `${DAY}T08:00:00+07:00`
/** Days over which the doses lie. */
const DAYS = 200
/** More than any campaign here has given: 270,000,000 doses, and as many that came in, but 1,032,886. */
const DOSES = 270_000_000
const MISSING = 1_032_886
const CASES = 128_402
const DECIDED = 2_999_999
/** Provinces with the longest names, and one with many districts. */
const LONG = ['77', '46', '79'] as const

const envelope = (type: string, id: string) => ({
  type,
  op: 'upsert',
  source: 'exercise',
  id: `largest-${id}`,
  rev: 1,
  exercise: true,
  occurredAt: AT,
  recordedAt: AT,
})

const facilities = LONG.map((province, i) => ({
  ...envelope('facility', `facility-${province}`),
  name: 'Điểm tiêm lưu động Trường Trung học phổ thông chuyên Nguyễn Thị Minh Khai – nhà thi đấu đa năng',
  province,
  district: ['754', '474', '769'][i],
  kind: 'mass-site',
  lat: 10.5,
  lon: 107.2,
  capacityPerDay: 100_000,
  open: i !== 0,
}))

const decision = {
  ...envelope('decision', 'decision'),
  number: '10722/QĐ-BYT sửa đổi 9438/QĐ-BYT',
  round: 199,
  lines: UNIT_CODES.map((recipient) => ({ product: 'astrazeneca', recipient, doses: DECIDED })),
}

const receipts = PRODUCTS.map(({ id }) => ({
  ...envelope('movement', `receipt-${id}`),
  kind: 'receive',
  lot: `2021L-${id}`,
  product: id,
  doses: Math.round(DOSES / PRODUCTS.length) + (id === 'moderna' ? -MISSING : MISSING),
  from: 'abroad',
  to: 'national',
  province: 'ZZ',
}))

const arrivals = PROVINCE_CODES.flatMap((province, i) =>
  PRODUCTS.map(({ id }) => ({
    ...envelope('movement', `arrival-${province}-${id}`),
    kind: 'arrive',
    lot: `2021L-${id}`,
    product: id,
    doses: Math.round(DOSES / PRODUCTS.length / UNIT_CODES.length) + (i === 0 ? -20_000 : 20_000 * i),
    from: 'national',
    to: `unit:${province}`,
    province,
  })),
)

const tallies = PROVINCE_CODES.map((province, i) => ({
  ...envelope('tally', `tally-${province}`),
  province,
  day: DAY,
  total: Math.round(DOSES / UNIT_CODES.length) + (i % 2 === 0 ? MISSING : -MISSING),
  allocatedPlanned: 4_200_000,
  allocatedReceived: 4_199_999,
}))

const deaths = LONG.map((province) => ({
  ...envelope('aefi', `death-${province}`),
  person: `largest-${province}`,
  sex: 'female',
  birthYear: 1938,
  province,
  facility: `largest-facility-${province}`,
  product: 'vero-cell',
  lot: 'LOT-202103-2021L0123456789/A',
  doseNo: 1,
  vaccinatedAt: AT,
  notifiedAt: AT,
  reactions: ['thrombosis with thrombocytopenia', 'anaphylaxis', 'myocarditis'],
  seriousness: ['death', 'life-threatening', 'hospitalisation'],
  severity: 'severe',
  outcome: 'fatal',
  stage: 'investigating',
}))

const list = (items: readonly string[]): string => items.map((item) => `'${item}'`).join(', ')
const cells = `(SELECT arrayJoin([${list(UNIT_CODES)}]) AS unit) AS u
  CROSS JOIN (SELECT arrayJoin([${list(PRODUCTS.map((p) => p.id))}]) AS product) AS p
  CROSS JOIN (SELECT toDate('${DAY}') - number AS day FROM numbers(${DAYS})) AS d`
const shareOf = (all: number): number => all / (UNIT_CODES.length * PRODUCTS.length * DAYS)

/** The reconciler would find sums without a ledger, in some minutes or at 03:15, and heal them away. */
async function stopReconciler(station: Station): Promise<void> {
  const redis = new Redis(station.run().redisUrl, { maxRetriesPerRequest: null })
  const queue = new Queue(RECONCILE_QUEUE, { connection: redis })
  await queue.pause()
  await queue.close()
  redis.disconnect()
}

/**
 * Adds the longest names and the largest numbers. All of it comes in as events, but for the doses and the cases: 270
 * million events would take hours, so their sums go straight into the roll-ups that the aggregator reads.
 */
export async function enlarge(station: Station): Promise<void> {
  await stopReconciler(station)
  await post(station, [...facilities, decision, ...receipts, ...arrivals, ...tallies, ...deaths])
  await station.counted(60_000)
  const doses = [
    [1, 'primary', 0.3],
    [2, 'primary', 0.26],
    [3, 'booster', 0.44],
  ] as const
  for (const [no, series, share] of doses)
    await station.sql(
      `INSERT INTO dose_day SELECT day, unit, product, ${no}, '${series}', 'identity-matched', 1, ${Math.round(shareOf(DOSES) * share)} FROM ${cells}`,
    )
  await station.sql(
    `INSERT INTO aefi_day SELECT day, unit, product, 'ABW5811', 1, number % 9 = 0, number % 90 = 0, 'closed', 1 FROM
      (SELECT *, rowNumberInAllBlocks() AS number FROM ${cells}) WHERE number < ${CASES}`,
  )
  // the aggregator reads everything when it starts
  const restarts = () => station.run().children['aggregator']?.restarts ?? 0
  const before = restarts()
  station.signal('aggregator', 'SIGKILL')
  await vi.waitUntil(() => restarts() > before, { timeout: 20_000 })
  const ready = () =>
    fetch(`${station.url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
  await vi.waitUntil(ready, { timeout: 60_000, interval: 200 })
}
