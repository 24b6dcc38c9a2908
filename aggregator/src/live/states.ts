import { type Json, type NationState, PROVINCE_CODES, type ProvinceCode, type Topic } from '@mcc/contract'
import { aefiState } from '../state/aefi.js'
import { allocationState } from '../state/allocation.js'
import type { Frame } from '../state/frame.js'
import { nationState } from '../state/nation.js'
import { provinceState } from '../state/province.js'
import type { Facts, Moment } from './facts.js'

/** States are plain JSON by construction: objects of strings, numbers, nulls and lists of them. */
export const asJson = (state: object): Json => state as Json

/** Topics whose state comes from the ledgers, so that it can be said of any moment. */
export type FigureTopic = Exclude<Topic, 'alarms' | 'system' | 'playlists'>
export const isFigureTopic = (topic: Topic): topic is FigureTopic =>
  topic !== 'alarms' && topic !== 'system' && topic !== 'playlists'

export interface States {
  nation: NationState
  /** The topics that come from the ledgers, in the order in which they are published. */
  topics: ReadonlyMap<Topic, Json>
}

/** The state of one topic; `nation` is the nation's state of the same facts. */
export function topicState(topic: FigureTopic, facts: Facts, nation: NationState, moment: Moment): Json {
  if (topic === 'nation') return asJson(nation)
  if (topic === 'allocation') return asJson(allocationState(facts, nation))
  if (topic === 'aefi') return asJson(aefiState(facts, moment))
  const province = topic.slice('province:'.length) as ProvinceCode
  return asJson(provinceState(facts, moment, nation.units[province], province))
}

const FIGURE_TOPICS: readonly FigureTopic[] = [
  'nation',
  'allocation',
  'aefi',
  ...PROVINCE_CODES.map((p) => `province:${p}` as const),
]

/** All states that come from the ledgers, from one set of facts. */
export function buildStates(facts: Facts, frame: Frame, moment: Moment): States {
  const nation = nationState(facts, frame, moment)
  return { nation, topics: new Map(FIGURE_TOPICS.map((t) => [t, topicState(t, facts, nation, moment)])) }
}
