import { expect, test } from 'vitest'
import { externalLink, mayNavigate, mayRequest, mayUse, trustedSender } from './shell-policy.ts'

test.each([
  ['https://github.com/x', 'https://github.com/x'],
  ['https://www.ecb.europa.eu/stats/', 'https://www.ecb.europa.eu/stats/'],
  ['http://github.com/x', undefined],
  ['https://github.com.evil.test/', undefined],
  ['https://evil.test/github.com', undefined],
  ['https://github.com@evil.test/', undefined],
  ['https://user:secret@github.com/', undefined],
  ['https://github.com:8443/', undefined],
  ['file:///etc/passwd', undefined],
  ['javascript:alert(1)', undefined],
  ['ms-settings:privacy', undefined],
  ['smb://server/share', undefined],
  ['mailto:?subject=A&body=B%20C', 'mailto:?subject=A&body=B%20C'],
  ['mailto:someone@evil.test?body=B', undefined],
  ['mailto:?subject=A&attach=/etc/passwd', undefined],
  ['', undefined],
])('the link %j opens as %j', (address, opened) => {
  expect(externalLink(address)).toBe(opened)
})

test.each([
  ['app://farthing/index.html', true],
  ['app://farthing/#/ledger', true],
  ['app://other/index.html', false],
  ['app://farthing:1/index.html', false],
  ['https://farthing/', false],
  ['file:///index.html', false],
  ['about:blank', false],
  ['data:text/html,x', false],
  ['blob:app://farthing/1', false],
  ['nonsense', false],
])('the window going to %j: %j', (address, may) => {
  expect(mayNavigate(address)).toBe(may)
})

test.each([
  ['app://farthing/assets/index.js', true],
  ['data:image/png;base64,AA==', true],
  ['blob:app://farthing/1', true],
  ['https://example.com/', false],
  ['http://127.0.0.1:80/', false],
  ['ws://localhost/', false],
  ['file:///etc/passwd', false],
  ['ftp://example.com/', false],
  ['nonsense', false],
])('the page fetching %j: %j', (address, may) => {
  expect(mayRequest(address)).toBe(may)
})

const page = { origin: 'app://farthing', url: 'app://farthing/index.html#/ledger', parent: null }
test.each([
  ['our page', page, true],
  ['a frame inside our page', { ...page, parent: {} }, false],
  ['another origin', { ...page, origin: 'https://evil.test' }, false],
  ['an opaque origin at our address', { ...page, origin: 'null' }, false],
  ['our origin at a blank address', { ...page, url: 'about:blank' }, false],
  ['a frame that went away', null, false],
])('a message from %s is answered: %j', (_who, sender, trusted) => {
  expect(trustedSender(sender)).toBe(trusted)
})

test.each([
  ['clipboard-sanitized-write', 'app://farthing/', true],
  ['clipboard-sanitized-write', 'app://farthing', true],
  ['notifications', 'app://farthing', true],
  ['notifications', 'https://evil.test', false],
  ['clipboard-sanitized-write', 'https://evil.test', false],
  ['clipboard-sanitized-write', undefined, false],
  ...['clipboard-read', 'media', 'geolocation', 'openExternal', 'fullscreen', 'usb', 'unknown'].map(
    permission => [permission, 'app://farthing', false] as const,
  ),
] as const)('the permission %s for %j: %j', (permission, origin, may) => {
  expect(mayUse(permission, origin)).toBe(may)
})
