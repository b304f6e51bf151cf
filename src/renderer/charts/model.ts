import type {
  BarSeriesOption,
  BoxplotSeriesOption,
  GaugeSeriesOption,
  HeatmapSeriesOption,
  LineSeriesOption,
  PieSeriesOption,
  SankeySeriesOption,
  ScatterSeriesOption,
  SunburstSeriesOption,
  TreemapSeriesOption,
} from 'echarts/charts'
import type {
  AriaComponentOption,
  CalendarComponentOption,
  DataZoomComponentOption,
  GridComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
} from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Total } from '../../shared/money/minor.ts'

export type ChartOption = ComposeOption<
  | LineSeriesOption
  | BarSeriesOption
  | BoxplotSeriesOption
  | HeatmapSeriesOption
  | ScatterSeriesOption
  | PieSeriesOption
  | TreemapSeriesOption
  | SunburstSeriesOption
  | SankeySeriesOption
  | GaugeSeriesOption
  | CalendarComponentOption
  | DataZoomComponentOption
  | GridComponentOption
  | TooltipComponentOption
  | AriaComponentOption
  | MarkLineComponentOption
>

/** The colours a chart may use, of one colour scheme. All of them come from the design tokens. */
export interface ChartColours {
  surface: string
  raised: string
  text: string
  text2: string
  text3: string
  line: string
  lineStrong: string
  accent: string
  favourable: string
  adverse: string
  favourableTint: string
  adverseTint: string
  income: string
  expense: string
  anomaly: string
  shadow: string
  categorical: readonly string[]
  other: string
  sequential: readonly string[]
  diverging: readonly string[]
  comparison: string
  grid: string
  axis: string
  band: string
  /** High contrast: patterns beside colours. */
  decals: boolean
}

/** Parts of the drawing library that come when a chart of their kind is first shown (parts.ts). */
export type PartName = 'pie' | 'treemap' | 'sunburst' | 'sankey' | 'calendar' | 'gauge'

/** How figures and steps of time are written: made from ui/format by the component, so that builders stay pure. */
export interface ChartWords {
  /** The full amount, or the count: tooltips, twins, announcements. */
  full(value: Total): string
  /** A tick on an axis whose unit the title names. */
  tick(value: number, decimals: number): string
  /** 'Oct' for a month's key, '14' for a day's. */
  stepShort(key: string): string
  /** 'October 2025', '14 October 2025'. */
  stepLong(key: string): string
  /** Signed whole percent without the sign %: '+3', '−12', '0'. */
  change(percent: number): string
  noData: string
}

export interface ChartStyle {
  colours: ChartColours
  words: ChartWords
  fontFamily: string
}

/** One thing on a chart that can be pointed at: by mouse, by arrow keys, by a screen reader. */
export interface Mark {
  row: number
  column: number
  /** What is said when it is reached: "October 2025, This year, £7,762,124.19". */
  label: string
}

export interface TooltipContent {
  title: string
  rows: {
    swatch?: string
    shape?: 'line' | 'square' | 'circle'
    label: string
    value: string
    strong?: boolean
  }[]
}

/** What a builder makes of shared/data: ECharts' option beside what keys, tooltips and readers need. */
export interface ChartModel {
  option: ChartOption
  /** Rows × columns that arrow keys move over. A null is skipped. */
  marks: (Mark | null)[][]
  tooltip(mark: Mark): TooltipContent
  /** Where the pointer is: the mark of ECharts' series and data index. */
  locate(series: number, index: number, dataType?: string): { row: number; column: number }
  /** The inverse, for showing the tooltip of a mark that was reached by key. */
  place(mark: Mark): { seriesIndex: number; dataIndex: number }
  /** 'axis': the whole column is the target. */
  trigger: 'axis' | 'item'
  /** Whether high contrast lays patterns over its areas. */
  patterns: boolean
  /** Steps along its axis, where it can be drawn nearer. */
  zoom?: number | undefined
  /** Parts of the drawing library that this kind alone needs. */
  parts?: PartName
}
