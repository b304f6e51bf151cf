import { expect, test } from 'vitest'
import { pictureSvg } from './save-picture.ts'
import { testStyle } from './testing.ts'

const picture = {
  title: 'Where it goes',
  subtitle: '£',
  style: testStyle,
  width: 480,
  height: 200,
  option: {
    xAxis: { type: 'category' as const, data: ['Jan'] },
    yAxis: {},
    series: [{ type: 'bar' as const, data: [1] }],
  },
}

test('a saved picture says what its colours mean, whatever the names are made of', async () => {
  const legend = ['Care {x|y}', 'A second name that is long', 'A third name that is longer yet'].map(
    label => ({
      label,
      colour: '#123456',
      shape: 'square' as const,
    }),
  )
  const [bare, full] = await Promise.all([
    pictureSvg(picture).text(),
    pictureSvg({ ...picture, legend }).text(),
  ])
  for (const name of ['Care (x|y)', 'A second name', 'A third name']) {
    expect(full).toContain(name)
    expect(bare).not.toContain(name)
  }
  // Two lines of names make it higher by as much; the chart itself stays as large.
  expect(bare).toMatch(/height="248"/)
  expect(full).toMatch(/height="284"/)
})
