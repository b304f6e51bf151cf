import type { ChartData } from '../../../../shared/report/document.ts'
import type { Formats } from '../format.ts'
import type { ReportTexts } from '../texts/index.ts'
import type { Drawing, Measure } from './drawing.ts'
import { barChart, lineChart } from './over-time.ts'
import { boxChart, rankingChart, waterfallChart } from './rows.ts'
import { benfordChart, fanChart, heatmapChart, histogramChart, scatterChart } from './spread.ts'

/** Draws a chart for paper: exact places, no interaction, names whole. */
export function drawChart(chart: ChartData, formats: Formats, texts: ReportTexts, measure: Measure): Drawing {
  switch (chart.type) {
    case 'line':
      return lineChart(chart.series, chart.labels, formats, measure)
    case 'bar':
      return barChart(chart.series, chart.labels, formats, measure)
    case 'ranking':
      return rankingChart(chart, formats, measure, texts.chart)
    case 'waterfall':
      return waterfallChart(chart, formats, measure)
    case 'box':
      return boxChart(chart, formats, measure)
    case 'heatmap':
      return heatmapChart(chart.matrix, measure)
    case 'histogram':
      return histogramChart(chart, formats, measure)
    case 'scatter':
      return scatterChart(chart, formats, measure)
    case 'fan':
      return fanChart(chart, formats, measure, {
        actual: texts.forecast.actual,
        mean: texts.forecast.mean,
        band: level => `${level} %`,
      })
    case 'benford':
      return benfordChart(chart, formats, measure, texts.audit)
  }
}
