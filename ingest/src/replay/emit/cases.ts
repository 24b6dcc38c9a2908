import type { AefiEvent, DoseEvent } from '@mcc/contract'
import { isoAt } from '../calendar.js'
import { fraction, hash, pick, SALT } from '../random.js'
import { COMMON_REACTIONS, SERIOUS_REACTIONS } from '../tables/reactions.js'
import type { World } from '../world/world.js'
import { AT, secondOf } from './clock.js'
import { SOURCE } from './dose.js'

type Causality = NonNullable<AefiEvent['causality']>[number]['class']
export type Case = Omit<AefiEvent, 'rev' | 'recordedAt' | 'stage' | 'outcome' | 'causality'>

/** One revision of a case and the day on which it is sent. */
export interface CaseStep {
  readonly day: number
  readonly second: number
  readonly event: AefiEvent
}

/** Longest time from dose to the last revision, days. */
export const LONGEST_CASE = 60
const DEATHS_AMONG_SERIOUS = 0.03
const CLASSES: readonly Causality[] = ['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'C', 'D']
const CLASS_SHARES = [0.22, 0.22, 0.26, 0.38, 0.55, 0.58, 0.92, 1]
const SERIOUS_SHARES = SERIOUS_REACTIONS.map((_, i) =>
  SERIOUS_REACTIONS.slice(0, i + 1).reduce((sum, r) => sum + r.share, 0),
)
/** Days from notification to each further stage of a serious case. */
const SERIOUS_COURSE = [
  ['reported', 1],
  ['investigating', 2],
  ['investigated', 5],
  ['council', 8],
  ['classified', 11],
  ['closed', 25],
] as const

/** What the dose and the draw decide about a case; times still follow. */
interface Draw {
  readonly serious: boolean
  readonly fatal: boolean
  readonly reaction: string
  readonly within: number
}

function draw(serious: boolean, random: number, more: number): Draw {
  if (!serious) {
    const reaction = COMMON_REACTIONS[Math.min(random % 10, more % 10)]!
    return { serious, fatal: false, reaction, within: 3 }
  }
  const kind = SERIOUS_REACTIONS[pick(SERIOUS_SHARES, (random & 0xffff) / 65_536)]!
  const fatal = (random >>> 16) / 65_536 < DEATHS_AMONG_SERIOUS
  return { serious, fatal, reaction: kind.term, within: kind.within }
}

/** Onset and notification as (day, second): minutes after the dose, or days; never before it. */
function timesOf(dose: DoseEvent, day: number, { within, serious }: Draw, random: number) {
  const given = secondsOf(dose.occurredAt)
  const wait = within === 0 ? 0 : Math.floor(within * (random / 4_294_967_296) ** 2)
  const onsetDay = day + wait
  const onset = wait === 0 ? given + 300 + (random % 5400) : AT.open + (random % 36_000)
  const delay = serious ? random % 2 : 1 + (random % 4)
  const notifiedDay = onsetDay + delay
  const notified = delay === 0 ? Math.max(AT.evening, onset + 600) : secondOf((random % 1000) / 1000)
  return { onset: isoAt(onsetDay, onset), notifiedDay, notified }
}

const secondsOf = (instant: string): number =>
  Number(instant.slice(11, 13)) * 3600 + Number(instant.slice(14, 16)) * 60 + Number(instant.slice(17, 19))

function criteria({ serious, fatal, reaction }: Draw): AefiEvent['seriousness'] {
  if (!serious) return []
  if (fatal) return ['death', 'hospitalisation']
  return reaction === 'Anaphylaxis' ? ['life-threatening', 'hospitalisation'] : ['hospitalisation']
}

/** The case that follows a dose, as a line of revisions from `notified` to `closed`. */
export function caseOf(
  world: World,
  id: string,
  dose: DoseEvent,
  day: number,
  serious: boolean,
  n: number,
): CaseStep[] {
  const random = hash(world.seed + SALT.aefi, day, n, 1)
  const drawn = draw(serious, random, hash(world.seed + SALT.aefi, day, n, 2))
  const times = timesOf(dose, day, drawn, hash(world.seed + SALT.aefi, day, n, 3))
  const base: Case = {
    type: 'aefi',
    op: 'upsert',
    source: SOURCE,
    id,
    occurredAt: times.onset,
    exercise: true,
    person: dose.person,
    sex: dose.sex,
    birthYear: dose.birthYear,
    province: dose.province,
    facility: dose.facility,
    product: dose.product,
    lot: dose.lot,
    doseNo: dose.doseNo,
    vaccinatedAt: dose.occurredAt,
    notifiedAt: isoAt(times.notifiedDay, times.notified),
    reactions: [drawn.reaction],
    seriousness: criteria(drawn),
    severity: serious ? 'severe' : (random & 7) === 0 ? 'moderate' : 'mild',
    ...(drawn.reaction === 'Anaphylaxis'
      ? { anaphylaxisGrades: [{ at: times.onset, grade: drawn.fatal ? 4 : 3 }] }
      : {}),
  }
  const klass = CLASSES[pick(CLASS_SHARES, fraction(world.seed + SALT.aefi, day, n, 4))]!
  return courseOf(base, { day: times.notifiedDay, second: times.notified }, drawn.fatal, klass)
}

/** The revisions of a case from its notification on: a common one is closed, a serious one goes before the council. */
export function courseOf(
  base: Case,
  notified: { day: number; second: number },
  fatal: boolean,
  klass: Causality,
): CaseStep[] {
  const serious = base.seriousness.length > 0
  const step = (rev: number, stage: AefiEvent['stage'], after: number): CaseStep => {
    const day = notified.day + after
    const second = after === 0 ? notified.second : AT.open + ((notified.second * 7 + after * 977) % 36_000)
    const assessed = stage === 'classified' || (stage === 'closed' && serious)
    return {
      day,
      second,
      event: {
        ...base,
        rev,
        recordedAt: isoAt(day, second),
        stage,
        outcome: fatal
          ? 'fatal'
          : stage === 'closed'
            ? 'recovered'
            : serious && after < 5
              ? 'not-recovered'
              : 'recovering',
        ...(assessed
          ? {
              causality: base.reactions.map((reaction) => ({
                reaction,
                product: base.product,
                class: klass,
              })),
            }
          : {}),
      },
    }
  }
  if (!serious) return [step(1, 'notified', 0), step(2, 'closed', 3)]
  return [step(1, 'notified', 0), ...SERIOUS_COURSE.map(([stage, after], i) => step(i + 2, stage, after))]
}
