import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

test('options of npm start are read strictly, with a sentence for each mistake', () => {
  expect(readOptions([])).toEqual({ port: 0, open: true })
  expect(readOptions(['--port', '4711', '--no-open', '--workspace', 'a.farthing'])).toEqual({
    port: 4711,
    open: false,
    workspace: 'a.farthing',
  })
  expect(readOptions(['--sample', 'company'])).toMatchObject({ sample: 'company' })
  for (const wrong of [
    ['--port', '70000'],
    ['--port', '80a'],
    ['--port', '-1'],
    ['--sample', 'city'],
    ['--sample', 'company', '--workspace', 'a.farthing'],
    ['--host', 'loopback'],
    ['extra'],
  ])
    expect([wrong, readOptions(wrong)]).toEqual([wrong, { problem: expect.any(String) as string }])
})
