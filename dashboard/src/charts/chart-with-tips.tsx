import { TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'

// apart, since a wall has no pointer and need not load it
echarts.use([TooltipComponent])
export { Chart as ChartWithTips } from './chart.js'
