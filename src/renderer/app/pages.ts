import type { ComponentType } from 'react'

/**
 * A feature's page is a file features/<f>/<page>.route.tsx with the component as its default export. It is loaded when first
 * visited; a page whose file is not there is not in the navigation.
 */
const files = import.meta.glob<{ default: ComponentType }>('../features/**/*.route.tsx')

export type PageName = 'start' | 'dashboard' | 'ledger' | 'entry' | 'import' | 'batches' | 'settings'

const found = new Map(
  Object.entries(files).map(([path, load]) => [path.replace(/^.*\/|\.route\.tsx$/g, ''), load]),
)

export function pageOf(name: PageName): (() => Promise<{ default: ComponentType }>) | undefined {
  return found.get(name)
}
