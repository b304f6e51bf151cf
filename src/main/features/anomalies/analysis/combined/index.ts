import { autoencoder, type AutoencoderParameters } from '../autoencoder/index.ts'
import { ecod, ECOD_DEFAULTS } from '../ecod/index.ts'
import { isolationForest, type ForestParameters } from '../isolation-forest/index.ts'
import { midRank } from '../order.ts'
import { robustZ } from '../robust-z/index.ts'
import { checkCancelled, type FeatureTable, type Fitted, type Steps } from '../table.ts'
import type { Groups } from '../z-score/groups.ts'

/** With fewer features or rows there is nothing for the autoencoder to compress: it takes no part. */
const LEAST_FEATURES = 3
const LEAST_ROWS = 100

/**
 * The mean of four opinions' ranks: robust z (unusual for its group), isolation forest (easily set apart), ECOD (far out in some
 * feature) and autoencoder (does not fit the others' pattern). Each rank lies between 0 and 1, equal scores share one; so does the
 * score. The explanation is ECOD's, whose parts are exact.
 *
 * A rank knows no distance: in a table without anything unusual some rows still come first.
 */
export function combined(
  table: FeatureTable,
  groups: Groups | undefined,
  parameters: { forest: ForestParameters; autoencoder: AutoencoderParameters },
  steps: Steps,
): Fitted {
  const withNetwork = table.columns.length >= LEAST_FEATURES && table.rows >= LEAST_ROWS
  const runs: [string, (steps: Steps) => Fitted][] = [
    ['robust-z', part => robustZ(table, groups, part)],
    ['isolation-forest', part => isolationForest(table, parameters.forest, part)],
    ['ecod', part => ecod(table, ECOD_DEFAULTS, part)],
  ]
  if (withNetwork) runs.push(['autoencoder', part => autoencoder(table, parameters.autoencoder, part)])
  const scores = new Float64Array(table.rows)
  const members = runs.map(([name, run], k) => {
    const fitted = run({
      cancelled: () => steps.cancelled(),
      progress: (done, total) => steps.progress(k + done / Math.max(1, total), runs.length),
    })
    const sorted = fitted.scores.slice().sort()
    for (let i = 0; i < table.rows; i += 1) {
      if (i % 65_536 === 0) checkCancelled(steps)
      scores[i] = (scores[i] as number) + midRank(sorted, fitted.scores[i] as number) / runs.length
    }
    return { name, fitted, sorted }
  })
  const explaining = members.find(member => member.name === 'ecod')?.fitted as Fitted
  return {
    scores,
    score: row =>
      members.reduce(
        (sum, { fitted, sorted }) => sum + midRank(sorted, fitted.score(row)) / members.length,
        0,
      ),
    contributions: row => explaining.contributions(row),
    parameters: Object.assign({}, ...members.map(member => member.fitted.parameters), {
      methods: members.map(member => member.name).join(', '),
    }) as Fitted['parameters'],
  }
}
