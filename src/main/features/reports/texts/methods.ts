import type { Detector } from '../../../../shared/contract/anomalies.ts'
import type { ForecastMethod } from '../../../../shared/contract/forecast.ts'
import type { ReportLanguage } from '../../../../shared/report/definition.ts'

type Both = readonly [en: string, de: string]

const FORECASTS: Record<ForecastMethod, Both> = {
  combination: ['combination', 'Kombination'],
  ets: ['exponential smoothing', 'exponentielle Glättung'],
  theta: ['Theta', 'Theta'],
  arima: ['ARIMA', 'ARIMA'],
  prophet: ['Prophet', 'Prophet'],
  naive: ['naive (as a season ago)', 'naiv (wie vor einer Saison)'],
  mean: ['mean', 'Mittelwert'],
  drift: ['straight line', 'Gerade'],
}

const DETECTORS: Record<Detector, Both> = {
  'z-score': ['z-score', 'z-Wert'],
  'robust-z': ['robust z-score', 'robuster z-Wert'],
  'isolation-forest': ['isolation forest', 'Isolation Forest'],
  autoencoder: ['autoencoder', 'Autoencoder'],
  ecod: ['ECOD', 'ECOD'],
  combined: ['several methods together', 'mehrere Verfahren zusammen'],
  'ml-isolation-forest': ['isolation forest (ml package)', 'Isolation Forest (ml-Paket)'],
}

const of = (both: Both | undefined, id: string, language: ReportLanguage): string =>
  both?.[language === 'de' ? 1 : 0] ?? id

export const forecastMethod = (id: string, language: ReportLanguage): string =>
  of(FORECASTS[id as ForecastMethod], id, language)

export const detectorName = (id: string, language: ReportLanguage): string =>
  of(DETECTORS[id as Detector], id, language)
