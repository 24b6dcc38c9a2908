import type { Alarm } from '@mcc/contract'
import { expect, it } from 'vitest'
import { speechOf, VIETNAMESE } from '../i18n/language.js'
import { countOpen, inOrder, isCalled } from './open-alarms.js'
import { alarmSentence } from './sentence.js'

const alarm = (change: Partial<Alarm>): Alarm => ({
  id: 'a',
  rule: 'aefi-lot-cluster',
  severity: 'high',
  unit: '79',
  facts: { cases: 5, days: 14, lot: 'FG8841', product: 'pfizer' },
  since: '2021-11-24T06:12:00Z',
  active: true,
  ackedBy: null,
  ackedAt: null,
  ...change,
})
const SPEECH = { vi: VIETNAMESE, en: await speechOf('en') }
const say = (a: Alarm, language: 'vi' | 'en') => {
  const { m, f } = SPEECH[language]
  return alarmSentence(a, m, f)
}

it('says the rule with its facts, in the language of the page', () => {
  expect(say(alarm({}), 'vi')).toBe('5 ca nghiêm trọng cùng lô FG8841 (Pfizer) trong 14 ngày')
  expect(say(alarm({}), 'en')).toBe('5 serious cases in lot FG8841 (Pfizer) within 14 days')
  const silent = alarm({ rule: 'province-silent', facts: { lastDay: '2021-11-22', silentDays: 2 } })
  expect(say(silent, 'vi')).toBe('2 ngày không gửi số liệu, lần cuối 22/11/2021')
  const stalled = alarm({ rule: 'pipeline-stalled', facts: { down: 'engine, redis' } })
  expect(say(stalled, 'vi')).toBe('Dòng dữ liệu bị dừng: kho dữ liệu, hàng đợi')
  const standing = alarm({ rule: 'pipeline-stalled', facts: { down: '', batches: 3 } })
  expect(say(standing, 'vi')).toBe('Số liệu đứng yên, 3 lần gửi đang chờ')
  const healed = alarm({ rule: 'rollup-differs', facts: { difference: 'dose_day: 1200' } })
  expect(say(healed, 'vi')).toBe('Bảng tổng hợp lệch với sổ gốc Mũi theo ngày: 1.200')
  const facts = {
    source: 'dose',
    type: 'dose',
    sent: 12,
    received: 10,
    window: '2021-09-06 23:00 – 2021-09-07 00:00',
  }
  expect(say(alarm({ rule: 'manifest-differs', facts }), 'vi')).toBe(
    'dose báo đã gửi 12 (mũi tiêm), nhận được 10 (từ 23:00 đến 00:00 07/09/2021)',
  )
})
it('counts what holds or waits for a response, and puts the graver and unacknowledged first', () => {
  const alarms = [
    alarm({ id: 'm', severity: 'medium' }),
    alarm({ id: 'acked', severity: 'critical', ackedBy: 'x' }),
    alarm({ id: 'c', severity: 'critical' }),
    alarm({ id: 'gone', active: false }),
  ]
  expect(inOrder(alarms).map((a) => a.id)).toEqual(['c', 'gone', 'm', 'acked'])
  const state = { alarms: Object.fromEntries(alarms.map((a) => [a.id, a])) }
  expect(countOpen(state)).toEqual({ critical: 2, high: 1, medium: 1 })
})
it('calls the wall for a critical alarm only while it holds and nobody has responded', () => {
  const called = (change: Partial<Alarm>) =>
    isCalled({ alarms: { a: alarm({ severity: 'critical', ...change }) } })
  expect(called({})).toBe(true)
  expect(called({ ackedBy: 'x' })).toBe(false)
  expect(called({ active: false })).toBe(false)
  expect(called({ severity: 'high' })).toBe(false)
  expect(isCalled(undefined)).toBe(false)
})
