import { lazy, Suspense, useMemo } from 'react'
import type { Formats } from '../design/format.js'
import type { Palette } from '../design/palette.js'
import { usePalette } from '../design/use-palette.js'
import { useSpeech } from '../i18n/language.js'
import type { ChartOption } from './chart.js'
import { axisTop, type DailyPoint } from './daily-series.js'

const Chart = lazy(async () => ({ default: (await import('./chart.js')).Chart }))
const ChartWithTips = lazy(async () => ({
  default: (await import('./chart-with-tips.js')).ChartWithTips,
}))
const FAMILY = "'Inter Variable', system-ui, sans-serif"

interface Look {
  /** Letter size in CSS pixels. */
  letters: number
  palette: Palette
  f: Formats
}

/** Which points carry a label: the first of a month, each so many months back from the last. */
function labelledMonths(points: readonly DailyPoint[], every: number): Set<number> {
  const months = points.flatMap((p, i) => (p.day.endsWith('-01') ? [i] : []))
  return new Set(months.filter((_, i) => (months.length - 1 - i) % every === 0))
}

function xAxis(points: readonly DailyPoint[], every: number, { letters, palette, f }: Look) {
  const shown = labelledMonths(points, every)
  return {
    type: 'category' as const,
    data: points.map((p) => f.day(p.day)),
    axisLine: { lineStyle: { color: palette.line } },
    axisTick: { show: false },
    axisLabel: {
      fontFamily: FAMILY,
      fontSize: letters,
      color: palette.secondary,
      interval: (index: number) => shown.has(index),
      // `08/2021` of `01/08/2021`
      formatter: (day: string) => day.slice(3),
      hideOverlap: true,
    },
  }
}

function yAxis(points: readonly DailyPoint[], { letters, palette, f }: Look) {
  const ceiling = axisTop(Math.max(1, ...points.map((p) => p.doses)))
  // Large letters leave room for the top of the scale only.
  const labelled = letters > 20 ? [ceiling] : [ceiling / 2, ceiling]
  return {
    type: 'value' as const,
    max: ceiling,
    axisTick: { show: false, customValues: [0, ...labelled] },
    axisLabel: {
      customValues: labelled,
      // The first months are low: on a wall the figure stands in that corner and leaves the bars the full width.
      inside: letters > 20,
      verticalAlign: letters > 20 ? ('top' as const) : ('middle' as const),
      // clear of the line it names
      padding: letters > 20 ? [letters * 0.4, 0, 0, 0] : 0,
      fontFamily: FAMILY,
      fontSize: letters,
      color: palette.secondary,
      formatter: (v: number) => (v > 0 ? f.short(v) : ''),
    },
    splitLine: { lineStyle: { color: palette.line, width: 1 } },
  }
}

const bars = (points: readonly DailyPoint[], colour: string) =>
  points.map((p) => ({
    value: p.doses,
    itemStyle: {
      color: p.running ? 'transparent' : colour,
      borderColor: colour,
      borderWidth: p.running ? 1 : 0,
      opacity: p.running ? 1 : 0.55,
    },
  }))

const tooltip = ({ palette, f }: Look): ChartOption['tooltip'] => ({
  trigger: 'axis',
  transitionDuration: 0,
  backgroundColor: palette.surface,
  borderColor: palette.line,
  textStyle: { color: palette.text, fontFamily: FAMILY },
  valueFormatter: (v) => (typeof v === 'number' ? f.count(v) : ''),
})

function dailyOption(points: readonly DailyPoint[], every: number, look: Look): ChartOption {
  const { letters, palette } = look
  return {
    grid: { left: 0, right: letters, top: letters * 0.8, bottom: letters * 0.4, outerBoundsMode: 'same' },
    xAxis: xAxis(points, every, look),
    yAxis: yAxis(points, look),
    series: [
      { type: 'bar', barCategoryGap: '12%', data: bars(points, palette.progress) },
      {
        type: 'line',
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
  /** Says the figures under the pointer; a wall has none. */
  tips?: boolean
  /** What is counted; doses unless said. */
  label?: string
}

/** Doses by day as bars with the 7-day mean as a line; the running day is hollow. */
export function DailyChart({ points, letters, every = 1, tips = true, label }: Props) {
  const { m, f } = useSpeech()
  const palette = usePalette()
  const option = useMemo(() => {
    const look = { letters, palette, f }
    return { ...dailyOption(points, every, look), ...(tips && { tooltip: tooltip(look) }) }
  }, [points, every, tips, letters, palette, f])
  const View = tips ? ChartWithTips : Chart
  return (
    <Suspense fallback={null}>
      <View option={option} label={label ?? m.figures.series} />
    </Suspense>
  )
}
