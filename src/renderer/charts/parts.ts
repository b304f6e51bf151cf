import type { PartName } from './model.ts'

/** Each is a chunk of its own: who never opens a Sankey chart never loads what draws it. */
const PARTS: Record<PartName | 'zoom', () => Promise<unknown>> = {
  pie: () => import('./pie/parts.ts'),
  treemap: () => import('./treemap/parts.ts'),
  sunburst: () => import('./sunburst/parts.ts'),
  sankey: () => import('./sankey/parts.ts'),
  calendar: () => import('./calendar/parts.ts'),
  gauge: () => import('./gauge/parts.ts'),
  zoom: () => import('./zoom-part.ts'),
}

const loaded = new Set<string>()

export const isLoaded = (name: PartName | 'zoom'): boolean => loaded.has(name)

export async function loadPart(name: PartName | 'zoom'): Promise<void> {
  await PARTS[name]()
  loaded.add(name)
}
