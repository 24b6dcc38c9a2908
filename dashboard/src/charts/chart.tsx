import ReactEChartsCore from 'echarts-for-react/esm/core'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import langVI from 'echarts/i18n/langVI-obj.js'
import { SVGRenderer } from 'echarts/renderers'
import type { ComposeOption } from 'echarts/core'
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components'
import { useSpeech } from '../i18n/language.js'

echarts.use([BarChart, LineChart, GridComponent, SVGRenderer])
// `langVI` is the pack's own name; without it a screen reader hears English on a Vietnamese page.
echarts.registerLocale('VI', langVI)

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
  const { language } = useSpeech()
  return (
    <div role="img" aria-label={label} style={{ height: '100%' }}>
      <ReactEChartsCore
        echarts={echarts}
        option={{
          ...option,
          animationDuration: 200,
          animationDurationUpdate: 200,
        }}
        opts={{ renderer: 'svg', locale: language === 'vi' ? 'VI' : 'EN' }}
        style={{ height: '100%', width: '100%' }}
        notMerge={false}
        lazyUpdate
      />
    </div>
  )
}
