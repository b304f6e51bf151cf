import { forecastFile } from './series-of-file.ts'

/** What the analysis worker does for this feature: pure functions with progress and cancel. */
export const forecastOps = { forecastFile }
