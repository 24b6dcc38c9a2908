import ReactEChartsCore from 'echarts-for-react/esm/core'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { ComposeOption } from 'echarts/core'
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components'

echarts.use([BarChart, LineChart, GridComponent, SVGRenderer])

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
  return (
    <div role="img" aria-label={label} style={{ height: '100%' }}>
      <ReactEChartsCore
        echarts={echarts}
        option={{
          ...option,
          animationDuration: 200,
          animationDurationUpdate: 200,
        }}
        opts={{ renderer: 'svg' }}
        style={{ height: '100%', width: '100%' }}
        notMerge={false}
        lazyUpdate
      />
    </div>
  )
}
