import { countries } from './holidays.ts'
import { forecastLedger } from './ledger-forecast.ts'
import { forecastFile } from './series-of-file.ts'

/** What the analysis worker does for this feature. It holds nothing of worth and may be killed at any time. */
export const forecastOps = {
  forecastFile,
  forecastLedger,
  forecastCountries: (_input: object) => countries(),
}
