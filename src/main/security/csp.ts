/** Where index.html carries the nonce: `<meta name="csp-nonce" content="__CSP_NONCE__">`. Hosts replace it on every load. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

// Base64 of at least 128 bits. Anything else (a quote, a semicolon) could end the directive and begin another.
const NONCE = /^[A-Za-z0-9+/_-]{22,}={0,2}$/u

/**
 * The policy that both hosts put on the page. Nothing is loaded from anywhere but the program itself, and nothing inline
 * runs; the nonce is for the component library's one generated style sheet and must be fresh for each load.
 * Throws on a nonce that is not base64 of 16 bytes or more: that is a bug in the caller.
 */
export function contentSecurityPolicy(nonce: string): string {
  if (!NONCE.test(nonce))
    throw new Error('A content security policy needs a base64 nonce of at least 128 bits')
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** The response headers of every document and asset, on both hosts. Header names are lower case, as Fetch and Node write them. */
export function securityHeaders(nonce: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
    'cache-control': 'no-store',
  }
}
