import { useEffect, useRef } from 'react'
import { settingStore } from './preferences.ts'

/**
 * Key → what it does. Written 'k', '?', 'mod+k' (Ctrl or ⌘), 'shift+Enter', 'g d' (one after the other), '[', 'Escape'.
 * Return false to leave the key to others.
 */
export type Keys = Record<string, (event: KeyboardEvent) => void | false>

/** Keys of a page or component while it is shown. Single letters act only outside fields and dialogs, and can be turned off in Settings. */
export function useKeys(keys: Keys, enabled = true): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (!enabled) return undefined
    let prefix = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const name = nameOf(event)
      const single = !/^(mod|alt)\+/.test(name)
      const plain = single && event.key.length === 1
      if (single && (inField(event.target) || inOverlay(event.target))) return
      if (plain && !settingStore.get().singleKeys) return
      const chord = prefix ? `${prefix} ${name}` : name
      prefix = ''
      clearTimeout(timer)
      const act = latest.current[chord] ?? latest.current[name]
      if (act) {
        if (act(event) !== false) event.preventDefault()
      } else if (plain && Object.keys(latest.current).some(k => k.startsWith(`${name} `))) {
        prefix = name
        timer = setTimeout(() => (prefix = ''), 1200)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
      clearTimeout(timer)
    }
  }, [enabled])
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : ''
  const alt = event.altKey ? 'alt+' : ''
  // Shift is part of the character for signs ('?'), so it is spelt only with letters after a modifier and with named keys.
  const shift = event.shiftKey && (event.key.length > 1 || (mod && /[a-z]/.test(key))) ? 'shift+' : ''
  return mod + alt + shift + key
}

function inField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
}

function inOverlay(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('[role="dialog"],[role="menu"],[role="listbox"]') !== null
  )
}
