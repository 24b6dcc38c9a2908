import { type Json, type NationState, PROVINCE_CODES, type Topic } from '@mcc/contract'
import { aefiState } from '../state/aefi.js'
import { allocationState } from '../state/allocation.js'
import type { Frame } from '../state/frame.js'
import { nationState } from '../state/nation.js'
import { provinceState } from '../state/province.js'
import type { Facts, Moment } from './facts.js'

/** States are plain JSON by construction: objects of strings, numbers, nulls and lists of them. */
export const asJson = (state: object): Json => state as Json

export interface States {
  nation: NationState
  /** The topics that come from the ledgers, in the order in which they are published. */
  topics: ReadonlyMap<Topic, Json>
}

/** All states that come from the ledgers, from one set of facts. */
export function buildStates(facts: Facts, frame: Frame, moment: Moment): States {
  const nation = nationState(facts, frame, moment)
  const topics = new Map<Topic, Json>([
    ['nation', asJson(nation)],
    ['allocation', asJson(allocationState(facts, nation))],
    ['aefi', asJson(aefiState(facts, moment))],
  ])
  for (const p of PROVINCE_CODES)
    topics.set(`province:${p}`, asJson(provinceState(facts, moment, nation.units[p], p)))
  return { nation, topics }
}
