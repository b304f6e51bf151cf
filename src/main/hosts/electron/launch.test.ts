import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { deepLink, launchRequests, openFiles } from './launch.ts'

const here = resolve('/home/ada')
const ask = (...argv: string[]) => launchRequests(argv, here, true)

test('a bare start asks for nothing, unpackaged or with the switches of Chromium', () => {
  expect(ask()).toEqual([])
  expect(launchRequests(['out/main/index.js', 'march.csv'], here, false)).toEqual([
    { kind: 'files', paths: [resolve(here, 'march.csv')] },
  ])
  expect(ask('--inspect=0', '--remote-debugging-port=0', '--no-sandbox', '-psn_0_1')).toEqual([])
})

test.each([
  [['--workspace', 'books.farthing']],
  [['--workspace=books.farthing']],
  [['books.farthing']],
  [['BOOKS.FARTHING']],
])('a workspace is asked for by %j', argv => {
  const [request] = ask(...argv)
  expect(request).toEqual({ kind: 'workspace', path: expect.stringMatching(/books\.farthing$/iu) })
})

test('files are resolved against the folder of the start; workspaces are opened, others imported', () => {
  expect(ask('march.csv', '/tmp/april.CSV', 'books.farthing')).toEqual([
    { kind: 'workspace', path: resolve(here, 'books.farthing') },
    { kind: 'files', paths: [resolve(here, 'march.csv'), resolve('/tmp/april.CSV')] },
  ])
})

test('only the two samples are known', () => {
  expect(ask('--sample', 'company')).toEqual([{ kind: 'sample', sample: 'company' }])
  expect(ask('--sample=household')).toEqual([{ kind: 'sample', sample: 'household' }])
  expect(ask('--sample', '../../etc')).toEqual([])
})

test('of several workspaces the first is opened', () => {
  expect(openFiles(['/a.farthing', '/b.farthing'])).toEqual([{ kind: 'workspace', path: '/a.farthing' }])
})

test.each([
  ['farthing://view/ledger', '/ledger'],
  [
    'farthing://view/ledger/entry?from=2025-01-01&to=2025-02-01',
    '/ledger/entry?from=2025-01-01&to=2025-02-01',
  ],
])('the deep link %s shows %s', (address, to) => {
  expect(deepLink(address)).toEqual({ kind: 'link', to })
  expect(ask(address)).toEqual([{ kind: 'link', to }])
})

test.each([
  'farthing://open/etc/passwd',
  'farthing://view//evil.test/',
  'farthing://view/ledger#x',
  'farthing://view/Ledger%2f..',
  'farthing://view/',
  `farthing://view/ledger?${'a'.repeat(5000)}`,
  'farthing:ledger',
])('the deep link %s shows nothing', address => {
  expect(deepLink(address)).toBeUndefined()
  expect(ask(address)).toEqual([])
})
