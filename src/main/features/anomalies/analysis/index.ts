import { autoencoder, AUTOENCODER_DEFAULTS } from './autoencoder/index.ts'
import { combined } from './combined/index.ts'
import { flagAbove, flagTop } from './contamination.ts'
import { ecod, ECOD_DEFAULTS, type EcodParameters } from './ecod/index.ts'
import { FOREST_DEFAULTS, isolationForest } from './isolation-forest/index.ts'
import { ML_FOREST_DEFAULTS, mlIsolationForest } from './ml-isolation-forest/index.ts'
import { robustZ } from './robust-z/index.ts'
import { zScore } from './z-score/index.ts'
import type { FeatureTable, Fitted, Parameters, Steps } from './table.ts'
import type { Groups } from './z-score/groups.ts'
import type { Detector } from '../../../../shared/contract/anomalies.ts'

/** What can be set; what is left out takes the method's default. Each method reads its own. */
export interface DetectSettings {
  seed?: number
  /** Share of rows that is flagged: exactly ⌈c·n⌉. z-scores use `threshold` unless it is given. */
  contamination?: number
  threshold?: number
  trees?: number
  subsample?: number
  epochs?: number
  batch?: number
  patience?: number
  trainingRows?: number
  rate?: number
  aggregation?: EcodParameters['aggregation']
}

export const DEFAULT_SEED = 1
export const DEFAULT_CONTAMINATION = 0.05
export const DEFAULT_THRESHOLD = 2.5

export interface Detection {
  fitted: Fitted
  flags: Uint8Array
  /** Flagged means at or above it ('top') or above it ('above'): a row below it is not flagged. */
  threshold: number
  rule: 'top' | 'above'
  /** All parameters with their defaults filled in. */
  parameters: Parameters
}

const METHODS: Readonly<
  Record<
    Detector,
    (table: FeatureTable, settings: DetectSettings, groups: Groups | undefined, steps: Steps) => Fitted
  >
> = {
  'z-score': (table, _settings, groups, steps) => zScore(table, groups, steps),
  'robust-z': (table, _settings, groups, steps) => robustZ(table, groups, steps),
  'isolation-forest': (table, settings, _groups, steps) =>
    isolationForest(table, filled(FOREST_DEFAULTS, settings), steps),
  autoencoder: (table, settings, _groups, steps) =>
    autoencoder(table, filled(AUTOENCODER_DEFAULTS, settings), steps),
  ecod: (table, settings, _groups, steps) => ecod(table, filled(ECOD_DEFAULTS, settings), steps),
  'ml-isolation-forest': (table, settings, _groups, steps) =>
    mlIsolationForest(table, filled(ML_FOREST_DEFAULTS, settings), steps),
  combined: (table, settings, groups, steps) =>
    combined(
      table,
      groups,
      { forest: filled(FOREST_DEFAULTS, settings), autoencoder: filled(AUTOENCODER_DEFAULTS, settings) },
      steps,
    ),
}

/** Fits a detector to the table and flags rows. Throws `Cancelled`; the table has at least one row and one column. */
export function detect(
  method: Detector,
  table: FeatureTable,
  settings: DetectSettings,
  groups: Groups | undefined,
  steps: Steps,
): Detection {
  const fitted = METHODS[method](table, settings, groups, steps)
  const scored = method === 'z-score' || method === 'robust-z'
  if (scored && settings.contamination === undefined) {
    const threshold = settings.threshold ?? DEFAULT_THRESHOLD
    const cut = flagAbove(fitted.scores, threshold)
    return { fitted, ...cut, rule: 'above', parameters: { method, ...fitted.parameters, threshold } }
  }
  const contamination = settings.contamination ?? DEFAULT_CONTAMINATION
  const cut = flagTop(fitted.scores, contamination)
  return { fitted, ...cut, rule: 'top', parameters: { method, ...fitted.parameters, contamination } }
}

/** The defaults with what was set in their place; settings of other methods are left out. */
function filled<T extends object>(defaults: T, settings: DetectSettings): T {
  const own = Object.entries(settings).filter(([key, value]) => key in defaults && value !== undefined)
  return { ...defaults, ...Object.fromEntries(own) }
}
