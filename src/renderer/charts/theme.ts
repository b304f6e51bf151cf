import type { ChartColours } from './model.ts'

/** ECharts' theme made of the tokens of one colour scheme, so that a builder only says what is particular to its chart. */
export function echartsTheme(colours: ChartColours, fontFamily: string): Record<string, unknown> {
  const label = { color: colours.text3, fontSize: 11, fontFamily, margin: 8 }
  const axis = {
    axisLine: { show: true, lineStyle: { color: colours.axis, width: 1 } },
    axisTick: { show: false },
    axisLabel: label,
    splitLine: { show: false, lineStyle: { color: colours.grid, width: 1 } },
    splitArea: { show: false },
  }
  return {
    color: [...colours.categorical],
    backgroundColor: 'transparent',
    textStyle: { fontFamily, fontSize: 11, color: colours.text2 },
    animationEasing: 'cubicOut',
    categoryAxis: axis,
    valueAxis: {
      ...axis,
      axisLine: { show: false },
      splitLine: { show: true, lineStyle: { color: colours.grid, width: 1 } },
      splitNumber: 4,
    },
    tooltip: {
      backgroundColor: colours.raised,
      borderColor: colours.line,
      borderWidth: 1,
      borderRadius: 5,
      padding: [8, 10],
      textStyle: { color: colours.text, fontSize: 12, fontFamily },
      axisPointer: {
        lineStyle: { color: colours.lineStrong, width: 1, type: 'solid' },
        shadowStyle: { color: colours.band },
      },
      extraCssText: `box-shadow:0 8px 24px -8px ${colours.shadow}`,
    },
  }
}
