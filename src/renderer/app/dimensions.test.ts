import { expect, it } from 'vitest'
import { headerName } from './dimensions.ts'

it.each([
  ['remapping_directorate', 'Remapping directorate'],
  ['PO_DESCRIPTION', 'PO DESCRIPTION'],
  ['Service Label', 'Service Label'],
  ['BVCode', 'BVCode'],
  ['_', ''],
  ['', ''],
])('a column headed %j is called %j', (header, name) => {
  expect(headerName(header)).toBe(name)
})
