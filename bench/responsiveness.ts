import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { benchCsv, emptyWorkspace, importByHand, startProgram } from './lib/browser.ts'
import { report, round } from './lib/report.ts'

const BAR_MS = 100

interface Gaps {
  longest: number
  /** Gaps above the bar. */
  over: number
  ticks: number
  /** The most that the thread itself computed between two ticks: of the host only. */
  longestBusy?: number
}

/**
 * A file of a million rows taken in, read and loaded through the wizard, while a timer of 10 ms runs in the page and one in the
 * host's main process: how much later than due they ever were.
 */
async function responsivenessBench(rows: number): Promise<void> {
  const csv = await benchCsv(rows)
  const folder = await mkdtemp(join(tmpdir(), 'bench-farthing-'))
  const file = join(folder, 'loop.json')
  const watch = pathToFileURL(join(import.meta.dirname, 'lib', 'loop-watch.mjs')).href
  const program = await startProgram({ NODE_OPTIONS: `--import ${watch}`, FARTHING_LOOP_WATCH: file })
  try {
    const { page } = program
    // The start of the page, with its modules, is the startup bench's matter, as the host's is.
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)))
    await page.evaluate(bar => {
      const gaps = { longest: 0, over: 0, ticks: 0 }
      Object.assign(window, { benchGaps: gaps })
      let before = performance.now()
      setInterval(() => {
        const now = performance.now()
        const gap = now - before - 10
        before = now
        gaps.ticks += 1
        gaps.longest = Math.max(gaps.longest, gap)
        if (gap > bar) gaps.over += 1
      }, 10)
    }, BAR_MS)
    const gapsSoFar = (): Promise<Gaps> =>
      page.evaluate(() => {
        const { benchGaps } = window as unknown as { benchGaps: Gaps }
        const soFar = { ...benchGaps }
        Object.assign(benchGaps, { longest: 0, over: 0, ticks: 0 })
        return soFar
      })
    await emptyWorkspace(page)
    await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)))
    const making = await gapsSoFar()
    const startedAt = Date.now()
    const start = performance.now()
    await importByHand(page, csv)
    const seconds = (performance.now() - start) / 1000
    const inPage = await gapsSoFar()
    // The host writes its figures once a second.
    await new Promise(resolve => setTimeout(resolve, 1500))
    const everySecond = JSON.parse(await readFile(file, 'utf8')) as (Gaps & { endedAt: number })[]
    // The host's own start, with the loading of its modules, is the startup bench's matter.
    const inHost = worstOf(everySecond.filter(second => second.endedAt - 1100 > startedAt))
    const shown = ({ longestBusy, ...gaps }: Gaps) => ({
      ...gaps,
      longest: round(gaps.longest),
      ...(longestBusy !== undefined && { longestBusy: round(longestBusy) }),
    })
    report('responsiveness', inPage.longest <= BAR_MS && inHost.longest <= BAR_MS, {
      rows,
      unit: 'ms',
      what: 'longest gap of the event loop from the choice of the file to the proof of the import',
      page: shown(inPage),
      /** Without a bar: from the first page to the empty workspace. */
      pageMakingTheWorkspace: shown(making),
      mainProcess: shown(inHost),
      wholeWaySeconds: round(seconds, 1),
      // A gap is also time in which other programs had the cores: it means something on a quiet machine only.
      loadAverage: loadavg().map(load => round(load)),
      cores: availableParallelism(),
      bar: BAR_MS,
    })
  } finally {
    await program.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function worstOf(seconds: readonly Gaps[]): Gaps {
  return {
    longest: Math.max(...seconds.map(s => s.longest)),
    longestBusy: Math.max(...seconds.map(s => s.longestBusy ?? 0)),
    over: seconds.reduce((sum, s) => sum + s.over, 0),
    ticks: seconds.reduce((sum, s) => sum + s.ticks, 0),
  }
}

const [rows = 1_000_000] = process.argv.slice(3).map(Number)
await responsivenessBench(rows)
