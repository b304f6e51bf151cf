import type { Fiscal } from '../../shared/calendar/fiscal.ts'
import type { Preferences } from '../../shared/contract/settings.ts'
import { languageFrom, type Language } from '../../shared/text/language.ts'
import { createStore, useStore } from './store.ts'
import type { ThemeName } from './theme/tokens.ts'

export type { Language }

/** What the formatting and the look depend on: the person's preferences and the open workspace's settings. */
export interface Setting extends Preferences {
  currency: string
  profile: 'personal' | 'ledger'
  fiscal: Fiscal
}

export const settingStore = createStore<Setting>({
  theme: 'system',
  language: 'system',
  formats: 'system',
  density: 'profile',
  singleKeys: true,
  updates: true,
  tray: false,
  notifyAlerts: false,
  currency: 'GBP',
  profile: 'personal',
  fiscal: 1,
})

// Pure code of src/shared that words something asks here.
languageFrom(() => languageOf(settingStore.get()))

/**
 * The system's own wish for dark or for high contrast, followed while the program runs. Where it forces its colours, there is no choice
 * left: charts, which are not forced, must be drawn for its background.
 */
const systemTheme = createStore<{ theme: ThemeName; forced: boolean }>({ theme: 'light', forced: false })

if (typeof window !== 'undefined' && typeof window.matchMedia === 'function') {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const contrast = window.matchMedia('(prefers-contrast: more)')
  const forced = window.matchMedia('(forced-colors: active)')
  const settle = () => {
    const night = dark.matches ? 'dark' : 'light'
    // Our high contrast is light on black; the system's may be black on white.
    const most = contrast.matches && !(forced.matches && night === 'light')
    systemTheme.set({ theme: most ? 'contrast' : night, forced: forced.matches })
  }
  for (const query of [dark, contrast, forced]) query.addEventListener('change', settle)
  settle()
}

export function useSetting(): Setting {
  return useStore(settingStore)
}

/** The theme that is on, with 'system' settled. */
export function useTheme(): ThemeName {
  const system = useStore(systemTheme)
  const { theme } = useStore(settingStore)
  return theme === 'system' || system.forced ? system.theme : theme
}

export function languageOf(setting: Pick<Setting, 'language'>): Language {
  if (setting.language !== 'system') return setting.language
  return systemLocale().toLowerCase().startsWith('de') ? 'de' : 'en'
}

export function useLanguage(): Language {
  return languageOf(useSetting())
}

/** BCP 47 tag that numbers and dates are written by. A tag that this machine does not know falls back to British English. */
export function localeOf(setting: Pick<Setting, 'formats'> & Partial<Pick<Setting, 'language'>>): string {
  const wanted = setting.formats === 'system' ? systemFormats(setting.language ?? 'system') : setting.formats
  let known = locales.get(wanted)
  if (known === undefined) locales.set(wanted, (known = knownLocale(wanted)))
  return known
}

// Every component that writes a figure asks, at every rendering.
const locales = new Map<string, string>()

function knownLocale(wanted: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf([wanted])[0] ?? 'en-GB'
  } catch {
    return 'en-GB'
  }
}

/** Compact in the general-ledger profile unless the person chose. */
export function densityOf(setting: Setting): 'comfortable' | 'compact' {
  if (setting.density !== 'profile') return setting.density
  return setting.profile === 'ledger' ? 'compact' : 'comfortable'
}

// German words beside English month names read badly: a chosen language that is not the system's brings its own formats.
function systemFormats(language: Setting['language']): string {
  const system = systemLocale()
  if (language === 'system' || system.toLowerCase().startsWith(language)) return system
  return language === 'de' ? 'de-DE' : 'en-GB'
}

function systemLocale(): string {
  return typeof navigator === 'undefined' ? 'en-GB' : navigator.language || 'en-GB'
}
