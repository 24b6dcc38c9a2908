import { lazy, Suspense, useMemo } from 'react'
import './burn-up.css'
import type { Formats } from '../design/format.js'
import type { Palette } from '../design/palette.js'
import { usePalette } from '../design/use-palette.js'
import { useSpeech } from '../i18n/language.js'
import { PROVISIONAL_DAYS, type BurnUpPoint } from './burn-up.js'
import type { ChartOption } from './chart.js'

const Chart = lazy(async () => ({ default: (await import('./chart.js')).Chart }))
const FAMILY = "'Inter Variable', system-ui, sans-serif"
/** Room above the target, so that its line does not lie on the edge. */
const HEADROOM = 1.06

interface Look {
  letters: number
  palette: Palette
  f: Formats
  /** Name of the target on its line. */
  targetName: string
}

function axes(points: readonly BurnUpPoint[], target: number, { letters, palette, f, targetName }: Look) {
  const most = Math.max(target, ...points.map((p) => p.settled ?? p.provisional ?? 0))
  const text = { fontFamily: FAMILY, fontSize: letters, color: palette.secondary }
  const months = points.flatMap((p, i) => (p.day.endsWith('-01') ? [i] : []))
  const every = Math.ceil(months.length / 4)
  const shown = new Set(months.filter((_, i) => i % every === 0))
  return {
    xAxis: {
      type: 'category' as const,
      boundaryGap: false,
      data: points.map((p) => f.day(p.day)),
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: {
        ...text,
        interval: (index: number) => shown.has(index),
        formatter: (day: string) => day.slice(3),
        hideOverlap: true,
      },
    },
    yAxis: {
      type: 'value' as const,
      max: most * HEADROOM,
      axisTick: { show: false, customValues: [0, target] },
      axisLabel: {
        ...text,
        customValues: [target],
        inside: true,
        verticalAlign: 'top' as const,
        // clear of the line it names
        padding: [letters * 0.4, 0, 0, 0],
        formatter: () => targetName,
      },
      splitLine: { lineStyle: { color: palette.secondary, width: 1 } },
    },
  }
}

function burnUpOption(points: readonly BurnUpPoint[], target: number, look: Look): ChartOption {
  const { letters, palette } = look
  const width = Math.max(2, letters / 9)
  const line = (part: 'settled' | 'provisional' | 'projected' | 'needed', style: object) => ({
    type: 'line' as const,
    showSymbol: false,
    silent: true,
    data: points.map((p) => p[part]),
    lineStyle: { width, ...style },
    // A hatch means "no figure" here, and the key tells the lines apart.
  })
  return {
    grid: { left: 0, right: letters, top: letters * 0.4, bottom: letters * 0.3, outerBoundsMode: 'same' },
    ...axes(points, target, look),
    series: [
      line('needed', { color: palette.secondary, type: 'dotted', width: width * 0.7 }),
      line('projected', { color: palette.text, type: 'dashed', width: width * 0.7 }),
      {
        ...line('settled', { color: palette.progress }),
        areaStyle: { color: palette.progress, opacity: 0.25 },
      },
      {
        ...line('provisional', { color: palette.coverage[5], type: [width, width] }),
        areaStyle: { color: palette.progress, opacity: 0.1 },
      },
    ],
  }
}

interface Props {
  points: readonly BurnUpPoint[]
  target: number
  letters: number
}

/** Cumulative doses against the target. */
export function BurnUpChart({ points, target, letters }: Props) {
  const { m, f } = useSpeech()
  const palette = usePalette()
  const targetName = m.burnUp.target(f.short(target))
  const option = useMemo(
    () => burnUpOption(points, target, { letters, palette, f, targetName }),
    [points, target, letters, palette, f, targetName],
  )
  return (
    <Suspense fallback={null}>
      <Chart option={option} label={`${m.burnUp.cumulative}: ${m.scene.burnUp}`} />
    </Suspense>
  )
}

/** What each line of the chart is, in the order in which they run. */
export function BurnUpKey({ open }: { open: boolean }) {
  const { m, f } = useSpeech()
  const lines = [
    ['settled', m.burnUp.entered],
    ['provisional', m.burnUp.provisional(f.count(PROVISIONAL_DAYS))],
    ...(open ? [['projected', m.burnUp.atPace] as const, ['needed', m.burnUp.needed] as const] : []),
  ] as const
  return (
    <ul className="burn-up-key">
      {lines.map(([line, word]) => (
        <li key={line}>
          <span className={`line-sample line-${line}`} aria-hidden="true" />
          {word}
        </li>
      ))}
    </ul>
  )
}
