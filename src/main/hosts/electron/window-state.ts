import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** All in device-independent pixels. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

const Pixels = z.number().int().min(-100_000).max(100_000)
const WindowStateSchema = z.object({
  bounds: z.object({ x: Pixels, y: Pixels, width: Pixels, height: Pixels }),
  maximised: z.boolean(),
})
export type WindowState = z.infer<typeof WindowStateSchema>

export const SMALLEST = { width: 960, height: 600 } as const
const USUAL = { width: 1440, height: 900 } as const
// Less of the title bar than this on a screen, and the window cannot be dragged back.
const GRIP = { width: 120, height: 32 } as const

/**
 * Where the window opens: where it was, if enough of it still lies on a screen, made to fit that screen; else in the middle
 * of the first one (`displays[0]`, the primary). Work areas, without task bars.
 */
export function placeWindow(saved: WindowState | undefined, displays: readonly Rectangle[]): WindowState {
  for (const screen of displays) {
    if (!saved) break
    // Sized first: a window made narrower may lose its hold on the screen it reached into.
    const bounds = sized(saved.bounds, screen)
    if (gripOn(bounds, screen)) return { bounds, maximised: saved.maximised }
  }
  const [screen] = displays
  if (!screen) return { bounds: { x: 0, y: 0, ...USUAL }, maximised: false }
  const width = Math.min(USUAL.width, screen.width)
  const height = Math.min(USUAL.height, screen.height)
  const x = screen.x + Math.floor((screen.width - width) / 2)
  const y = screen.y + Math.floor((screen.height - height) / 2)
  return { bounds: { x, y, width, height }, maximised: saved?.maximised ?? false }
}

function sized(bounds: Rectangle, screen: Rectangle): Rectangle {
  const width = fit(bounds.width, SMALLEST.width, screen.width)
  const height = fit(bounds.height, SMALLEST.height, screen.height)
  return { x: bounds.x, y: bounds.y, width, height }
}

function fit(size: number, smallest: number, largest: number): number {
  return Math.min(Math.max(size, smallest), Math.max(largest, 1))
}

function gripOn(window: Rectangle, display: Rectangle): boolean {
  const wide = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x)
  return wide >= GRIP.width && window.y >= display.y && window.y + GRIP.height <= display.y + display.height
}

/** Undefined where there is none or it cannot be read: the window then opens in its usual place. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    const parsed = WindowStateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** Written beside and renamed, so that a power cut leaves the old one. Throws what the disk says. */
export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify(state))
  renameSync(`${file}.new`, file)
}
