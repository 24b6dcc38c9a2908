import { lazy, Suspense, useMemo } from 'react'
import { Awaited } from '../design/awaited.js'
import type { Formats } from '../design/format.js'
import type { Palette } from '../design/palette.js'
import { usePalette } from '../design/use-palette.js'
import { useSpeech } from '../i18n/language.js'
import { lasting } from '../rest/lasting.js'
import type { ChartOption } from './chart.js'
import { axisTop, labelledMonths, type DailyPoint } from './daily-series.js'

const Chart = lazy(lasting(async () => ({ default: (await import('./chart.js')).Chart })))
const FAMILY = "'Inter Variable', system-ui, sans-serif"

interface Look {
  /** Letter size in CSS pixels. */
  letters: number
  palette: Palette
  f: Formats
}

function xAxis(points: readonly DailyPoint[], { letters, palette, f }: Look) {
  const shown = labelledMonths(points, 1)
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
  const labelled = [ceiling / 2, ceiling]
  return {
    type: 'value' as const,
    max: ceiling,
    axisTick: { show: false, customValues: [0, ...labelled] },
    axisLabel: {
      customValues: labelled,
      fontFamily: FAMILY,
      fontSize: letters,
      color: palette.secondary,
      formatter: (v: number) => (v > 0 ? f.round(v) : ''),
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

function dailyOption(points: readonly DailyPoint[], look: Look): ChartOption {
  const { letters, palette } = look
  return {
    grid: { left: 0, right: letters, top: letters * 0.8, bottom: letters * 0.4, outerBoundsMode: 'same' },
    xAxis: xAxis(points, look),
    yAxis: yAxis(points, look),
    tooltip: tooltip(look),
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
  /** What is counted; doses unless said. */
  label?: string
}

/** Doses by day as bars with the 7-day mean as a line and the figures under the pointer; the running day is hollow. */
export function DailyChart({ points, letters, label }: Props) {
  const { m, f } = useSpeech()
  const palette = usePalette()
  const option = useMemo(() => dailyOption(points, { letters, palette, f }), [points, letters, palette, f])
  return (
    <Suspense fallback={<Awaited />}>
      <Chart option={option} label={label ?? m.figures.series} />
    </Suspense>
  )
}
