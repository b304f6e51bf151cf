import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { contentSecurityPolicy, securityHeaders } from './csp.ts'

const nonce = randomBytes(16).toString('base64')

test('the policy denies by default and has no unsafe source', () => {
  const policy = contentSecurityPolicy(nonce)
  expect(policy.split('; ')).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe-|\*|https?:/u)
  expect(policy.match(/'nonce-/gu)).toHaveLength(1)
})

test.each(["'; script-src *", 'short', '', "aaaaaaaaaaaaaaaaaaaaaaaa' 'unsafe-inline"])(
  'a nonce that could end its directive is refused: %j',
  bad => {
    expect(() => contentSecurityPolicy(bad)).toThrow(/nonce/u)
  },
)

test('the headers carry the policy and forbid sniffing and framing', () => {
  const headers = securityHeaders(nonce)
  expect(headers['content-security-policy']).toBe(contentSecurityPolicy(nonce))
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['x-frame-options']).toBe('DENY')
})
