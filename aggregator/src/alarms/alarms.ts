import { join } from 'node:path'
import type { Alarm, AlarmRule, AlarmsState } from '@mcc/contract'
import { z } from 'zod'
import { readJson, writeJson } from '@mcc/warehouse'
import { acknowledge, type Book, step } from './book.js'
import type { Condition } from './condition.js'

const DATA_RULES: ReadonlySet<AlarmRule> = new Set([
  'aefi-death',
  'aefi-lot-cluster',
  'province-silent',
  'stock-negative',
])
const alarm = z.strictObject({
  id: z.string(),
  rule: z.string(),
  severity: z.string(),
  unit: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  since: z.string(),
  active: z.boolean(),
  ackedBy: z.string().nullable(),
  ackedAt: z.string().nullable(),
})
const entry = z.strictObject({ alarm: alarm.transform((a) => a as Alarm), level: z.number() })
const file = z.strictObject({ alarms: z.array(entry) })

/** The alarm book, kept in `alarms.json`, so that a restart neither forgets nor repeats an acknowledgement. */
export class Alarms {
  private saving: Promise<void> = Promise.resolve()

  private constructor(
    private readonly path: string,
    private book: Book,
  ) {}

  static async open(data: string): Promise<Alarms> {
    const path = join(data, 'alarms.json')
    const kept = (await readJson(path, file))?.alarms ?? []
    return new Alarms(path, new Map(kept.map((e) => [e.alarm.id, e])))
  }

  state(): AlarmsState {
    return { alarms: Object.fromEntries([...this.book].map(([id, e]) => [id, e.alarm])) }
  }

  /** What the data said when the book was closed: holds until the data can be read again. */
  standing(rules: ReadonlySet<AlarmRule> = DATA_RULES): Condition[] {
    return [...this.book.values()]
      .filter((e) => e.alarm.active && rules.has(e.alarm.rule))
      .map(({ alarm: { id, rule, severity, unit, facts }, level }) => ({
        id,
        rule,
        severity,
        unit,
        facts,
        level,
      }))
  }

  /** Steps the book; rejects when it cannot be kept (it has stepped all the same). */
  async update(conditions: readonly Condition[], now: string): Promise<void> {
    const next = step(this.book, conditions, now)
    const changed = JSON.stringify([...next]) !== JSON.stringify([...this.book])
    this.book = next
    if (changed) await this.save()
  }

  /** True when there is such an alarm; it is kept on disk before this resolves. */
  async acknowledge(id: string, by: string, at: string): Promise<boolean> {
    const next = acknowledge(this.book, id, by, at)
    if (!next) return false
    this.book = next
    await this.save()
    return true
  }

  private save(): Promise<void> {
    this.saving = this.saving
      .catch(() => undefined)
      .then(() => writeJson(this.path, { alarms: [...this.book.values()] }))
    return this.saving
  }
}
