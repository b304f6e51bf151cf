import { availableParallelism, loadavg } from 'node:os'
import type { Page } from '@playwright/test'
import { DashboardPage } from '../e2e/pages/dashboard.ts'
import { importedWorkspace, PASSWORD, startProgram } from './lib/browser.ts'
import { report, round } from './lib/report.ts'

const BAR_MS = 100
/** Nothing was painted for so long: the refresh is over. */
const QUIET_MS = 150

/** A change of filter in the address until the last chart and the last table stand on the screen, a million rows behind them. */
async function filterToPaint(rows: number, changes: number): Promise<void> {
  const path = await importedWorkspace(rows)
  const program = await startProgram({ FARTHING_PASSWORD: PASSWORD }, ['--workspace', path])
  try {
    const { page } = program
    // Motion is decoration: what is measured is when the new figures stand, as a person with reduced motion sees them.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.addInitScript(watchPaints)
    await page.reload()
    await new DashboardPage(page).settled()
    const all: Took[] = []
    for (let i = 0; i < changes + 3; i++) {
      const took = await change(page, filterOf(i))
      // The first ones warm up the code of page and engine.
      if (i >= 3) all.push(took)
    }
    const of = (what: keyof Took, part: number): number => {
      const sorted = all.map(took => took[what]).toSorted((a, b) => a - b)
      return round(sorted[Math.floor((sorted.length - 1) * part)] ?? NaN)
    }
    const at = (part: number): number => of('shown', part)
    report('filter-to-paint', at(0.95) <= BAR_MS, {
      rows,
      unit: 'ms',
      what: 'filter changed in the address until the last chart and table of the dashboard are painted, motion reduced',
      median: at(0.5),
      p95: at(0.95),
      max: at(1),
      changes: all.length,
      // Where the time goes, medians since the change: the question sent, its answer there, all drawn.
      asked: of('asked', 0.5),
      answered: of('answered', 0.5),
      drawn: of('drawn', 0.5),
      // Painting waits for a core, too: the figures mean something on a quiet machine only.
      loadAverage: loadavg().map(load => round(load)),
      cores: availableParallelism(),
      bar: BAR_MS,
    })
  } finally {
    await program.close()
  }
}

/** A different quarter or half year each time, none of them twice in a row: nothing comes out of the page's cache. */
function filterOf(i: number): string {
  const day = (month: number, dayOfMonth: number): string =>
    new Date(Date.UTC(2024, month, dayOfMonth)).toISOString().slice(0, 10)
  const first = i % 12
  const length = 3 + Math.floor(i / 12)
  return `#/dashboard?from=${day(first, 1)}&to=${day(first + length, 0)}&vs=previous-year`
}

/** Milliseconds since the change. */
interface Took {
  asked: number
  answered: number
  /** The last painting, on a canvas or in the document. */
  drawn: number
  /** The frame after it. */
  shown: number
}

/** Notes when anything was last painted, asked and answered. Runs in the page before its own scripts. */
function watchPaints(): void {
  const state = { last: 0, asked: 0, answered: 0 }
  Object.assign(window, { benchPaint: state })
  const canvas = CanvasRenderingContext2D.prototype
  for (const name of ['clearRect', 'stroke', 'fill', 'fillText'] as const) {
    const original = canvas[name] as (...args: unknown[]) => unknown
    Object.assign(canvas, {
      [name](this: CanvasRenderingContext2D, ...args: unknown[]) {
        state.last = performance.now()
        return original.apply(this, args)
      },
    })
  }
  const { send, addEventListener: listen } = WebSocket.prototype
  WebSocket.prototype.send = function (data) {
    state.asked ||= performance.now()
    send.call(this, data)
  }
  // The program's own listener hears of it a little later.
  WebSocket.prototype.addEventListener = function (this: WebSocket, ...args: Parameters<typeof listen>) {
    if (args[0] === 'message')
      listen.call(this, 'message', () => {
        state.answered = performance.now()
      })
    listen.apply(this, args)
  }
  document.addEventListener('DOMContentLoaded', () => {
    const note = (): void => {
      state.last = performance.now()
    }
    new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true })
  })
}

/** The times from the change to the frame after the last painting. */
function change(page: Page, hash: string): Promise<Took> {
  return page.evaluate(
    ([next, quiet]) =>
      new Promise<Took>((resolve, reject) => {
        const state = (window as unknown as { benchPaint: { last: number; asked: number; answered: number } })
          .benchPaint
        state.asked = 0
        const total = (): string => document.querySelector('[data-testid=kpis] button')?.textContent ?? ''
        const before = total()
        const start = performance.now()
        location.hash = next
        let frame = 0
        const look = (now: number): void => {
          // The first frame after the last painting is the one that shows it.
          if (frame <= state.last) frame = now
          const settled = total() !== before && !document.querySelector('.stale')
          if (settled && performance.now() - state.last > quiet)
            resolve({
              asked: state.asked - start,
              answered: state.answered - start,
              drawn: state.last - start,
              shown: Math.max(frame, state.last) - start,
            })
          else if (performance.now() - start > 20_000) reject(new Error(`${next} was not painted in 20 s`))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    [hash, QUIET_MS] as const,
  )
}

const [rows = 1_000_000, changes = 30] = process.argv.slice(3).map(Number)
await filterToPaint(rows, changes)
