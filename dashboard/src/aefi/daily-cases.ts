import type { AefiState } from '@mcc/contract'
import { dailySeries, type DailyPoint } from '../charts/daily-series.js'

/** Cases by day of notification, from the first to `today`. */
export const dailyCases = (days: AefiState['days'], today: string): DailyPoint[] =>
  dailySeries(Object.fromEntries(Object.entries(days).map(([day, { cases }]) => [day, cases])), today)
