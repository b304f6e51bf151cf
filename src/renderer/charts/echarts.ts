// Loaded when the first chart is opened (a chunk of its own), and only the parts that are used.
import { BarChart, BoxplotChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, DataZoomInsideComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, use, type ECharts } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([
  LineChart,
  BarChart,
  BoxplotChart,
  HeatmapChart,
  ScatterChart,
  GridComponent,
  TooltipComponent,
  AriaComponent,
  DataZoomInsideComponent,
  CanvasRenderer,
])

export { init, type ECharts }
