import ReactEChartsCore from 'echarts-for-react/esm/core'
import { BarChart, LineChart } from 'echarts/charts'
import { GridSimpleComponent, TooltipComponent } from 'echarts/components'
import { dispose, getInstanceByDom, init, use } from 'echarts/core'
import { useEffect, useRef, useState } from 'react'
import { SVGRenderer } from 'echarts/renderers'
import type { ComposeOption, ECharts } from 'echarts/core'
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components'
import { useReducedMotion } from '../design/use-reduced-motion.js'

use([BarChart, LineChart, GridSimpleComponent, TooltipComponent, SVGRenderer])
/** What the wrapper calls: the whole of ECharts' core would not be shaken down. */
const echarts = { init, getInstanceByDom, dispose }

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | TooltipComponentOption
>
interface Props {
  option: ChartOption
  /** What the chart shows, in a sentence; the figures themselves are in the table twin. */
  label: string
}

/** The only importer of echarts-for-react. The live instance is the one of `onChartReady`, so no ref is kept. */
export function Chart({ option, label }: Props) {
  const still = useReducedMotion()
  const box = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<ECharts>()
  // The library's own watch passes over a box that changes while the first drawing is made.
  useEffect(() => {
    if (!drawn || !box.current) return undefined
    const observer = new ResizeObserver(() => {
      if (!drawn.isDisposed()) drawn.resize({ width: 'auto', height: 'auto' })
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [drawn])
  return (
    <div ref={box} role="img" aria-label={label} style={{ height: '100%' }}>
      <ReactEChartsCore
        echarts={echarts}
        option={{
          ...option,
          animation: !still,
          animationDuration: 200,
          animationDurationUpdate: 200,
        }}
        opts={{ renderer: 'svg' }}
        style={{ height: '100%', width: '100%' }}
        autoResize={false}
        onChartReady={setDrawn}
        notMerge={false}
        lazyUpdate
      />
    </div>
  )
}
