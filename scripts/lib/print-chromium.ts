// Prints where the browser for the end-to-end tests is: the one rule of e2e/chromium.ts, or Playwright's own download.
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { chromiumPath } from '../../e2e/chromium.ts'

const own = chromium.executablePath()
console.log(chromiumPath() ?? (existsSync(own) ? own : ''))
