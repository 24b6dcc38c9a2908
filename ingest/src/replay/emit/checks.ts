import type { DoseEvent } from '@mcc/contract'
import { DAY_COUNT, indexOf, isoAt } from '../calendar.js'
import { LATEST } from '../plan/late.js'
import { SLOTS_N } from '../plan/slots.js'
import { UNITS_N } from '../plan/units.js'
import { hash, SALT } from '../random.js'
import { groupOf, type World } from '../world/world.js'
import { secondOf } from './clock.js'
import { DoseMaker } from './dose.js'
import { fateOf } from './fates.js'
import type { Timed } from './timed.js'

/** Communes worked through the lists of wrong records from January 2022; sites signed the records a week later. */
const CHECKS_FROM = indexOf('2022-01-10')
const SIGNED_AFTER = 7

const checkDay = (world: World, day: number, unit: number): number =>
  CHECKS_FROM +
  (hash(world.seed + SALT.verification, day, unit, 0) % (DAY_COUNT - SIGNED_AFTER - CHECKS_FROM))

/** Of 76.6 million persons sent to the population database by March 2022, 51.5 were right, 19 wrong, 3.5 without number. */
function outcomeOf(random: number): DoseEvent['verification'] {
  const r = random % 100
  return r < 69 ? 'identity-matched' : r < 94 ? 'mismatched' : 'no-id'
}

function ofGroup(
  world: World,
  on: number,
  signing: boolean,
  day: number,
  unit: number,
  slot: number,
): Timed[] {
  const group = groupOf(world, day, unit, slot)
  const found: Timed[] = []
  if (group.count === 0) return found
  const maker = new DoseMaker(world, group)
  for (let n = 0; n < group.count; n++) {
    const fate = fateOf(group, n)
    if (fate !== 'signed' && (signing || fate !== 'checked')) continue
    const random = hash(world.seed + SALT.verification, day * 64 + unit, slot, n)
    const second = secondOf((random >>> 8) / 16_777_216)
    const at = isoAt(on, second)
    // What is signed has been put right
    const verification = fate === 'signed' ? 'identity-matched' : outcomeOf(random)
    const change = signing ? { verification, signedAt: at } : { verification }
    found.push({ second, event: { ...maker.make(n, signing ? 3 : 2, at), ...change } })
  }
  return found
}

/** Results of identity checks and digital signatures sent on a day of 2022: further revisions of old doses. */
export function checksOn(world: World, on: number): Timed[] {
  if (on < CHECKS_FROM) return []
  const found: Timed[] = []
  for (let day = world.from; day < on - LATEST; day++)
    for (let unit = 0; unit < UNITS_N; unit++) {
      const due = checkDay(world, day, unit)
      const signing = due + SIGNED_AFTER === on
      // Only records whose entry is long done; signing follows the check of the same record
      if ((due !== on && !signing) || day >= due - LATEST) continue
      for (let slot = 0; slot < SLOTS_N; slot++) found.push(...ofGroup(world, on, signing, day, unit, slot))
    }
  return found
}
