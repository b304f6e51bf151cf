import { sampleWithout, seeded, type Random } from '../random.ts'
import { checkCancelled, type FeatureTable, type Fitted, type Steps } from '../table.ts'
import { createNetwork, forward, restore, snapshot, train, type Network } from './network.ts'
import { standardise, standardiseRow, standardOf } from './standard.ts'

export interface AutoencoderParameters {
  /** Most passes over the training rows. */
  epochs: number
  batch: number
  /** Epochs without a gain on the validation rows after which it stops. */
  patience: number
  /** Rows that it learns from at most, drawn by the seed; all are scored. */
  trainingRows: number
  rate: number
  seed: number
}

export const AUTOENCODER_DEFAULTS: AutoencoderParameters = {
  epochs: 100,
  batch: 32,
  patience: 5,
  trainingRows: 10_000,
  rate: 0.002,
  seed: 1,
}

export const HIDDEN = [20, 15, 10, 15, 20] as const
/** One row in ten is kept out of the training to tell when to stop. */
const VALIDATION = 0.1
/** A gain smaller than this share counts as none. */
const GAIN = 0.001

/**
 * Autoencoder: a perceptron 20-15-10-15-20 learns to give back the standardised features through its narrow middle; what it gives back
 * badly is unusual. The score is the mean squared error; each feature's part of it is exact. Same seed, same scores.
 *
 * Not for fewer than about 100 rows, nor for fewer than three features: then there is nothing to compress.
 */
export function autoencoder(table: FeatureTable, parameters: AutoencoderParameters, steps: Steps): Fitted {
  const { rows, columns } = table
  const features = columns.length
  const standard = standardOf(table)
  const random = seeded(parameters.seed)
  const chosen = shuffle(sampleWithout(rows, parameters.trainingRows, random), random)
  const held = Math.min(chosen.length - 1, Math.max(1, Math.round(chosen.length * VALIDATION)))
  const learn = chosen.subarray(held)
  const check = standardise(table, standard, chosen.subarray(0, held))
  const network = createNetwork([features, ...HIDDEN, features], parameters.batch, random)
  const epochs = fit(network, standardise(table, standard, learn), check, features, parameters, random, steps)

  const scores = new Float64Array(rows)
  const size = parameters.batch
  const block = Int32Array.from({ length: size }, (_, i) => i)
  for (let from = 0; from < rows; from += size) {
    if (from % (size * 256) === 0) {
      checkCancelled(steps)
      steps.progress(parameters.epochs, parameters.epochs + 1)
    }
    const count = Math.min(size, rows - from)
    const input = standardise(
      table,
      standard,
      block.subarray(0, count).map(i => from + i),
    )
    const errors = squaredErrors(network, input, count, features)
    for (let i = 0; i < count; i += 1) scores[from + i] = errors[i] as number
  }
  const contributions = (row: Float64Array): Float64Array => {
    const input = standardiseRow(row.subarray(0, features), standard)
    const out = forward(network, input, 1)
    return Float64Array.from(input, (value, j) => ((out[j] as number) - value) ** 2 / features)
  }
  return {
    scores,
    contributions,
    score: row =>
      squaredErrors(network, standardiseRow(row.subarray(0, features), standard), 1, features)[0] as number,
    parameters: { ...parameters, layers: HIDDEN.join('-'), trainingRows: learn.length, epochsRun: epochs },
  }
}

/** Trains until the validation error stops falling; the weights of the best epoch stay. The number of epochs run. */
function fit(
  network: Network,
  learn: Float32Array,
  check: Float32Array,
  features: number,
  { epochs, batch, patience, rate }: AutoencoderParameters,
  random: Random,
  steps: Steps,
): number {
  const rows = learn.length / features
  const order = Int32Array.from({ length: rows }, (_, i) => i)
  const input = new Float32Array(batch * features)
  let best = Infinity
  let kept = snapshot(network)
  let stale = 0
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    shuffle(order, random)
    steps.progress(epoch, epochs + 1)
    for (let from = 0; from < rows; from += batch) {
      if (from % (batch * 64) === 0) checkCancelled(steps)
      const count = Math.min(batch, rows - from)
      for (let i = 0; i < count; i += 1) {
        const at = (order[from + i] as number) * features
        for (let j = 0; j < features; j += 1) input[i * features + j] = learn[at + j] as number
      }
      train(network, input, count, rate)
    }
    const error = meanError(network, check, features, batch)
    stale = error < best * (1 - GAIN) ? 0 : stale + 1
    if (error < best) {
      best = error
      kept = snapshot(network)
    }
    if (stale >= patience) {
      restore(network, kept)
      return epoch
    }
  }
  restore(network, kept)
  return epochs
}

function meanError(network: Network, rows: Float32Array, features: number, batch: number): number {
  let sum = 0
  const count = rows.length / features
  for (let from = 0; from < count; from += batch) {
    const some = Math.min(batch, count - from)
    const errors = squaredErrors(
      network,
      rows.subarray(from * features, (from + some) * features),
      some,
      features,
    )
    for (const error of errors) sum += error
  }
  return sum / count
}

function squaredErrors(network: Network, input: Float32Array, count: number, features: number): Float64Array {
  const out = forward(network, input, count)
  const errors = new Float64Array(count)
  for (let i = 0; i < count; i += 1) {
    let sum = 0
    for (let k = i * features; k < (i + 1) * features; k += 1)
      sum += ((out[k] as number) - (input[k] as number)) ** 2
    errors[i] = sum / features
  }
  return errors
}

/** Fisher–Yates, in place. */
function shuffle(order: Int32Array, random: Random): Int32Array {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i] as number
    order[i] = order[j] as number
    order[j] = kept
  }
  return order
}
