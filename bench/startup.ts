import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumPath } from '../e2e/chromium.ts'
import { makeHome, nodePath, OUT, PROJECT, removeHome, startLoopback } from '../e2e/farthing.ts'
import { report, round, timing } from './lib/report.ts'

const BARS = { firstPaintMs: 1500, idleMegabytes: 300 }
const PASSWORD = 'correct horse battery'

/**
 * From the start of the loopback host's process until its dashboard shows the sample company's figures in a Chromium that is
 * already open, and until its charts are drawn; then the memory of the host once it rests.
 */
async function startup(rounds: number): Promise<void> {
  const home = await makeHome()
  Object.assign(home.env, { FARTHING_PASSWORD: PASSWORD })
  const path = join(home.workspaces, 'sample.farthing')
  const made = spawnSync(
    nodePath(),
    [join(PROJECT, OUT, 'main', 'cli.js'), 'sample', 'company', '--workspace', path],
    {
      env: home.env,
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) throw new Error(made.stderr)
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--no-first-run'],
  })
  const figures: number[] = []
  const charts: number[] = []
  const memory: number[] = []
  try {
    for (let n = 0; n < rounds + 1; n++) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
      const start = performance.now()
      const host = await startLoopback(home, ['--workspace', path])
      await page.goto(host.launchUrl)
      await page.getByTestId('kpis').waitFor()
      const shown = performance.now() - start
      await page.locator('[data-chart=drawn]').nth(2).waitFor()
      const drawn = performance.now() - start
      await page.waitForTimeout(3000)
      // The first round warms the disk.
      if (n > 0) {
        figures.push(shown)
        charts.push(drawn)
        memory.push(residentMegabytes(host.child.pid ?? 0))
      }
      await page.context().close()
      await host.stop()
    }
  } finally {
    await browser.close()
    await removeHome(home)
  }
  const firstPaint = timing(figures)
  const idle = timing(memory)
  report('startup', firstPaint.median <= BARS.firstPaintMs && idle.median <= BARS.idleMegabytes, {
    sample: 'company, 120,000 lines and a budget',
    firstPaintMs: firstPaint,
    chartsDrawnMs: timing(charts),
    idleMegabytes: idle,
    loadAverage: loadavg().map(load => round(load)),
    cores: availableParallelism(),
    bars: BARS,
  })
}

/** Resident memory of the host's process, its worker threads included. */
function residentMegabytes(pid: number): number {
  const status = `/proc/${pid}/status`
  const kilobytes = existsSync(status)
    ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1])
    : Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
  return kilobytes / 1024
}

await startup(Number(process.argv[3] ?? 5))
