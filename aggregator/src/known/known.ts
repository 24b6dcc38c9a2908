import { dayOf, type Json, type NationState, type ProvinceCode, turns } from '@mcc/contract'
import type { Warehouse } from '@mcc/warehouse'
import type { Facts, Moment } from '../live/facts.js'
import { readDistricts, readKnown } from '../live/load.js'
import { type FigureTopic, topicState } from '../live/states.js'
import type { Frame } from '../state/frame.js'
import { nationState } from '../state/nation.js'

interface Then {
  moment: Moment
  /** Without districts, which are read only for the province that is asked for. */
  facts: Facts
  nation: NationState
}

/** Moments kept in memory: a room that steps through a bulletin asks for the same few again and again. */
const KEPT = 12
/** Readings that may wait: at half a second each more would only be answered when nobody waits any more. */
export const READINGS = 40

/**
 * States as they were known at past moments, by the same builders as the live ones. Whoever asks has made sure that the
 * moment is settled; then the answer is the same for ever, so the last few are kept.
 */
export class Known {
  private readonly kept = new Map<number, Promise<Then>>()
  /** One reading at a time: looking back must not starve the writer and the live figures. */
  private readonly inTurn = turns(READINGS)
  private anew = 0

  /** `readAnew` rises when roll-ups may have been healed: what is kept is then forgotten. */
  constructor(private readonly parts: { warehouse: Warehouse; frame: Frame; readAnew: () => number }) {}

  /** The state of `topic` as it was known at `at` (epoch ms). Rejects with `QueryError` when the engine is away, `Busy`. */
  async state(topic: FigureTopic, at: number): Promise<Json> {
    const { facts, nation, moment } = await this.at(at)
    if (!topic.startsWith('province:')) return topicState(topic, facts, nation, moment)
    const province = topic.slice('province:'.length) as ProvinceCode
    const own: Facts = { ...facts, districts: new Map() }
    await this.inTurn(() => readDistricts({ w: this.parts.warehouse, at }, own, [province], moment))
    return topicState(topic, own, nation, moment)
  }

  private at(at: number): Promise<Then> {
    if (this.anew !== this.parts.readAnew()) this.kept.clear()
    this.anew = this.parts.readAnew()
    const kept = this.kept.get(at) ?? this.inTurn(() => this.read(at))
    this.kept.delete(at)
    this.kept.set(at, kept)
    kept.catch(() => this.kept.get(at) === kept && this.kept.delete(at))
    if (this.kept.size > KEPT) this.kept.delete([...this.kept.keys()][0]!)
    return kept
  }

  private async read(at: number): Promise<Then> {
    const moment = { watermark: at, today: dayOf(at) }
    const facts = await readKnown(this.parts.warehouse, moment)
    return { moment, facts, nation: nationState(facts, this.parts.frame, moment) }
  }
}
