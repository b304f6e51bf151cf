import type { ChartStyle } from './model.ts'

/** A style whose words can be read in an assertion: for tests of the builders. Colours are named after their place. */
export const testStyle: ChartStyle = {
  fontFamily: 'Inter',
  words: {
    full: value => `£${(Number(value) / 100).toFixed(2)}`,
    tick: (value, decimals) => value.toFixed(decimals),
    stepShort: key => key.slice(5),
    stepLong: key => `step ${key}`,
    change: percent => `${percent > 0 ? '+' : ''}${Math.round(percent)}`,
    noData: 'no data',
  },
  colours: {
    surface: '#FFFFFF',
    raised: '#FFFFFF',
    text: '#16181D',
    text2: '#474A51',
    text3: '#63666D',
    line: '#DBDAD3',
    lineStrong: '#85857D',
    accent: '#2B45A3',
    favourableTint: '#E3F2EB',
    adverseTint: '#FBEAE5',
    income: '#459E92',
    expense: '#5F636B',
    anomaly: '#8B2A9B',
    shadow: '#16181D1F',
    categorical: ['#2B45A3', '#C97F0A', '#459E92'],
    other: '#A3A5A8',
    sequential: ['#F0F3FC', '#D4DEF6', '#B4C5F1', '#93AAE9', '#718EDF', '#4865BF', '#293F8F'],
    diverging: ['#A9371A', '#D3745C', '#EFBDB0', '#F1F0EC', '#A8D7C4', '#50A587', '#016B50'],
    comparison: '#858FB5',
    grid: '#EBEAE5',
    axis: '#C9C8C1',
    band: '#2B45A31F',
    decals: false,
  },
}
