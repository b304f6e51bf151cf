/** What a key does in the ledger's grid. Rows are counted from the cursor; `page` is the rows in view less one. */
export type GridAction =
  | { kind: 'move'; by: number; extend: boolean }
  | { kind: 'to'; end: 'first' | 'last'; extend: boolean }
  | { kind: 'column'; by: number }
  | { kind: 'open' }
  | { kind: 'toggle' }
  | { kind: 'all' }
  | { kind: 'clear' }
  | { kind: 'inspector' }

export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** `singleKeys`: whether single letters act (a preference; they can be turned off). */
export function gridAction(press: KeyPress, page: number, singleKeys: boolean): GridAction | undefined {
  const control = press.ctrlKey || press.metaKey
  const extend = press.shiftKey
  if (press.altKey) return undefined
  switch (press.key) {
    case 'ArrowDown':
      return control ? { kind: 'to', end: 'last', extend } : { kind: 'move', by: 1, extend }
    case 'ArrowUp':
      return control ? { kind: 'to', end: 'first', extend } : { kind: 'move', by: -1, extend }
    case 'PageDown':
      return { kind: 'move', by: page, extend }
    case 'PageUp':
      return { kind: 'move', by: -page, extend }
    case 'Home':
      return { kind: 'to', end: 'first', extend }
    case 'End':
      return { kind: 'to', end: 'last', extend }
    case 'ArrowRight':
      return { kind: 'column', by: 1 }
    case 'ArrowLeft':
      return { kind: 'column', by: -1 }
    case 'Enter':
      return { kind: 'open' }
    case ' ':
      return { kind: 'toggle' }
    case 'Escape':
      return { kind: 'clear' }
  }
  if (control) return press.key.toLowerCase() === 'a' ? { kind: 'all' } : undefined
  if (!singleKeys) return undefined
  switch (press.key.toLowerCase()) {
    case 'j':
      return { kind: 'move', by: 1, extend }
    case 'k':
      return { kind: 'move', by: -1, extend }
    case 'x':
      return { kind: 'toggle' }
    case 'i':
      return { kind: 'inspector' }
  }
  return undefined
}
