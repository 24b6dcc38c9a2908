import { lazy, Suspense, useMemo } from 'react'
import type { Formats } from '../design/format.js'
import type { Palette } from '../design/palette.js'
import { usePalette } from '../design/use-palette.js'
import { useSpeech } from '../i18n/language.js'
import type { ChartOption } from './chart.js'
import type { DailyPoint } from './daily-series.js'

const Chart = lazy(async () => ({ default: (await import('./chart.js')).Chart }))
const FAMILY = "'Inter Variable', system-ui, sans-serif"

interface Look {
  /** Letter size in CSS pixels. */
  letters: number
  palette: Palette
  f: Formats
}

const monthTicks = (points: readonly DailyPoint[]): number[] =>
  points.flatMap((p, i) => (p.day.endsWith('-01') ? [i] : []))

/** A label each so many months, so that two never touch. */
function tickLabel(points: readonly DailyPoint[], every: number): (value: string, index: number) => string {
  const months = monthTicks(points)
  const shown = new Set(months.filter((_, i) => (months.length - 1 - i) % every === 0))
  return (_value, index) =>
    shown.has(index) ? `${Number(points[index]!.day.slice(5, 7))}/${points[index]!.day.slice(2, 4)}` : ''
}

function dailyOption(
  points: readonly DailyPoint[],
  every: number,
  { letters, palette, f }: Look,
): ChartOption {
  const text = { fontFamily: FAMILY, fontSize: letters, color: palette.secondary }
  const shown = tickLabel(points, every)
  return {
    textStyle: { fontFamily: FAMILY },
    grid: {
      left: 0,
      right: letters * 0.6,
      top: letters * 0.9,
      bottom: letters * 1.7,
      outerBoundsMode: 'same',
    },
    tooltip: {
      trigger: 'axis',
      transitionDuration: 0,
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.text, fontFamily: FAMILY },
      valueFormatter: (v) => (typeof v === 'number' ? f.count(v) : ''),
    },
    xAxis: {
      type: 'category',
      data: points.map((p) => f.day(p.day)),
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: {
        ...text,
        interval: (index: number) => shown('', index) !== '',
        formatter: shown,
        hideOverlap: true,
      },
    },
    yAxis: {
      type: 'value',
      splitNumber: 2,
      axisLabel: { ...text, formatter: (v: number) => (v === 0 ? '' : f.short(v)) },
      splitLine: { lineStyle: { color: palette.line, width: 1 } },
    },
    series: [
      {
        type: 'bar',
        name: '',
        barCategoryGap: '12%',
        data: points.map((p) => ({
          value: p.doses,
          itemStyle: {
            color: p.running ? 'transparent' : palette.progress,
            borderColor: palette.progress,
            borderWidth: p.running ? 1 : 0,
            opacity: p.running ? 1 : 0.55,
            decal: { symbol: 'none' },
          },
        })),
      },
      {
        type: 'line',
        name: '',
        showSymbol: false,
        data: points.map((p) => p.mean7),
        lineStyle: { color: palette.text, width: Math.max(2, letters / 12) },
        itemStyle: { color: palette.text },
      },
    ],
  }
}

interface Props {
  points: readonly DailyPoint[]
  letters: number
  /** Months between two labels on the axis. */
  every?: number
}

/** Doses by day as bars with the 7-day mean as a line; the running day is hollow. */
export function DailyChart({ points, letters, every = 1 }: Props) {
  const { m, f } = useSpeech()
  const palette = usePalette()
  const option = useMemo(
    () => dailyOption(points, every, { letters, palette, f }),
    [points, every, letters, palette, f],
  )
  return (
    <Suspense fallback={null}>
      <Chart option={option} label={`${m.figures.series}. ${m.asTable}.`} />
    </Suspense>
  )
}
