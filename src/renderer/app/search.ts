/** The URL's search part as plain texts: no JSON, so that an address stays readable and nothing in it is evaluated. */
export type Search = Record<string, string | string[]>

/** Parses "?a=1&a=2&b=3". Never throws; keys that would shadow an object's own (__proto__) are dropped. */
export function parseSearch(text: string): Search {
  const search: Search = Object.create(null) as Search
  for (const [key, value] of new URLSearchParams(text.replace(/^\?/, ''))) {
    if (key === '__proto__') continue
    const before = search[key]
    search[key] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  }
  return { ...search }
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    for (const item of Array.isArray(value) ? value : [value])
      if (typeof item === 'string') params.append(key, item)
      else if (typeof item === 'number') params.append(key, String(item))
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}

export const listOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

export const firstOf = (value: string | string[] | undefined): string | undefined => listOf(value)[0]
