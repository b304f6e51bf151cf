import { availableParallelism, loadavg } from 'node:os'
import type { Page } from '@playwright/test'
import { LedgerPage } from '../e2e/pages/ledger.ts'
import { importedWorkspace, PASSWORD, startProgram } from './lib/browser.ts'
import { report, round, timing } from './lib/report.ts'

const BARS = { frameP95Ms: 25, jumpMs: 50 }
/** CSS pixels a frame: reading on with the wheel, and a drag of the scroll bar that meets only rows that are not there yet. */
const SPEEDS = { wheel: 120, fast: 1200, drag: 90_000 }
const FRAMES = 240

/** The ledger of a million rows in a real Chromium: how long its frames are while it scrolls, and how long until its end is shown. */
async function tableBench(rows: number, rounds: number): Promise<void> {
  const path = await importedWorkspace(rows)
  const program = await startProgram({ FARTHING_PASSWORD: PASSWORD }, ['--workspace', path])
  try {
    const ledger = new LedgerPage(program.page)
    await program.page.waitForURL(/dashboard/)
    await ledger.open()
    await ledger.loaded(1)
    const frames: Record<string, ReturnType<typeof summary>> = {}
    for (const [name, pixels] of Object.entries(SPEEDS)) {
      const all: number[] = []
      for (let n = 0; n < rounds; n += 1) all.push(...(await scrolled(program.page, pixels)))
      frames[name] = summary(all)
    }
    const jumps: number[] = []
    for (let n = 0; n < rounds; n += 1) jumps.push(await jumpToEnd(program.page))
    const jump = timing(jumps)
    const p95 = Math.max(...Object.values(frames).map(f => f.p95))
    report('table', p95 <= BARS.frameP95Ms && jump.median <= BARS.jumpMs, {
      rows,
      unit: 'ms',
      what: 'frames while scrolling at three speeds; End pressed until the last entry is painted',
      frames,
      jumpToEnd: jump,
      // Frames wait for a core, too: the figures mean something on a quiet machine only.
      loadAverage: loadavg().map(load => round(load)),
      cores: availableParallelism(),
      bars: BARS,
    })
  } finally {
    await program.close()
  }
}

const summary = (ms: readonly number[]) => {
  const sorted = ms.toSorted((a, b) => a - b)
  const at = (part: number): number => round(sorted[Math.floor((sorted.length - 1) * part)] ?? NaN)
  return { median: at(0.5), p95: at(0.95), max: at(1), frames: sorted.length }
}

/** Scrolls down from the top by so many pixels a frame; the time between frames. */
function scrolled(page: Page, pixels: number): Promise<number[]> {
  return page.evaluate(
    ([step, most]) =>
      new Promise<number[]>(resolve => {
        const grid = document.querySelector('[role=grid]') as HTMLElement
        grid.scrollTop = 0
        const gaps: number[] = []
        let before = 0
        const frame = (now: number): void => {
          if (before > 0) gaps.push(now - before)
          before = now
          // A list that is too short for its speed starts again: standing still is not scrolling.
          const end = grid.scrollTop + grid.clientHeight + (step as number) > grid.scrollHeight
          grid.scrollTop = end ? 0 : grid.scrollTop + (step as number)
          if (gaps.length < (most as number)) requestAnimationFrame(frame)
          else resolve(gaps)
        }
        // The way back to the top is not counted.
        setTimeout(() => requestAnimationFrame(frame), 300)
      }),
    [pixels, FRAMES],
  )
}

/** From the key to the frame in which the last entry stands there with its text. */
function jumpToEnd(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const grid = document.querySelector('[role=grid]') as HTMLElement
        grid.focus()
        grid.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }))
        setTimeout(() => {
          const last = Number(grid.getAttribute('aria-rowcount')) - 2
          const start = performance.now()
          grid.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }))
          const look = (): void => {
            const row = grid.querySelector(`[data-slot="${last}"]`)
            if (row && row.getAttribute('aria-busy') !== 'true') {
              // What is in the document now is on the screen with the next frame.
              requestAnimationFrame(() => resolve(performance.now() - start))
            } else requestAnimationFrame(look)
          }
          look()
        }, 500)
      }),
  )
}

const [rows = 1_000_000, rounds = 5] = process.argv.slice(3).map(Number)
await tableBench(rows, rounds)
