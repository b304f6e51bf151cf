import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The report's fonts, embedded as subsets; resources/fonts says where they come from. */
export const FONTS = {
  sans: 'FarthingSans-Regular.ttf',
  bold: 'FarthingSans-SemiBold.ttf',
  title: 'FarthingSerif-SemiBold.ttf',
  mono: 'FarthingMono-Regular.ttf',
} as const
export type FontName = keyof typeof FONTS

/** From the sources (tests, CLI under Node) and from the bundle (out/main) the folder lies at different depths. */
const FOLDERS = ['../../../../../../resources/fonts/', '../../resources/fonts/', '../../../resources/fonts/']

let loaded: Record<FontName, Buffer> | undefined

export function loadFonts(): Record<FontName, Buffer> {
  if (loaded) return loaded
  const folder = FOLDERS.map(path => fileURLToPath(new URL(path, import.meta.url))).find(path =>
    existsSync(`${path}${FONTS.sans}`),
  )
  if (folder === undefined) throw new Error('the fonts of reports are not there: resources/fonts')
  const read = (name: FontName): Buffer => readFileSync(`${folder}${FONTS[name]}`)
  loaded = { sans: read('sans'), bold: read('bold'), title: read('title'), mono: read('mono') }
  return loaded
}
