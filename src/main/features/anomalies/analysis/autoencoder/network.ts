import type { Random } from '../random.ts'

/** One fully connected layer. `weights[o * inputs + i]`. Hidden layers are tanh, the last one is linear. */
interface Layer {
  inputs: number
  outputs: number
  weights: Float32Array
  biases: Float32Array
  gradient: Float32Array
  biasGradient: Float32Array
  /** Adam's running means of gradient and squared gradient, weights then biases. */
  first: Float32Array
  second: Float32Array
  /** What it put out for the batch at hand, row by row, and the loss's slope there. */
  out: Float32Array
  slope: Float32Array
}

/** A multi-layer perceptron that is trained to give back its input: everything in preallocated 32-bit arrays. */
export interface Network {
  layers: Layer[]
  batch: number
  step: number
}

export function createNetwork(sizes: readonly number[], batch: number, random: Random): Network {
  const layers = sizes.slice(1).map((outputs, l): Layer => {
    const inputs = sizes[l] as number
    // Glorot and Bengio 2010: keeps the spread of tanh units' outputs from layer to layer.
    const bound = Math.sqrt(6 / (inputs + outputs))
    return {
      inputs,
      outputs,
      weights: Float32Array.from({ length: inputs * outputs }, () => (random() * 2 - 1) * bound),
      biases: new Float32Array(outputs),
      gradient: new Float32Array(inputs * outputs),
      biasGradient: new Float32Array(outputs),
      first: new Float32Array((inputs + 1) * outputs),
      second: new Float32Array((inputs + 1) * outputs),
      out: new Float32Array(batch * outputs),
      slope: new Float32Array(batch * outputs),
    }
  })
  return { layers, batch, step: 0 }
}

/** Runs `rows` ≤ batch rows through the network; the answer is the last layer's `out`, valid until the next call. */
export function forward(network: Network, input: Float32Array, rows: number): Float32Array {
  const { layers } = network
  let given = input
  for (let l = 0; l < layers.length; l += 1) {
    const layer = layers[l] as Layer
    linear(layer, given, rows)
    if (l < layers.length - 1) {
      const { out } = layer
      for (let k = rows * layer.outputs - 1; k >= 0; k -= 1) out[k] = tanh(out[k] as number)
    }
    given = layer.out
  }
  return given
}

/** Math.tanh to 1e-7, at a third of its cost: nine tenths of the training would be spent there. */
function tanh(x: number): number {
  const e = Math.exp(x < -9 ? -18 : x > 9 ? 18 : 2 * x)
  return (e - 1) / (e + 1)
}

/** Four rows share each weight that is loaded; four sums wait for each other less than one. */
function linear({ inputs, outputs, weights, biases, out }: Layer, given: Float32Array, rows: number): void {
  let b = 0
  for (; b + 3 < rows; b += 4) {
    const g0 = b * inputs
    const g1 = g0 + inputs
    const g2 = g1 + inputs
    const g3 = g2 + inputs
    for (let o = 0; o < outputs; o += 1) {
      const w = o * inputs
      let s0 = biases[o] as number
      let s1 = s0
      let s2 = s0
      let s3 = s0
      for (let i = 0; i < inputs; i += 1) {
        const weight = weights[w + i] as number
        s0 += weight * (given[g0 + i] as number)
        s1 += weight * (given[g1 + i] as number)
        s2 += weight * (given[g2 + i] as number)
        s3 += weight * (given[g3 + i] as number)
      }
      const at = b * outputs + o
      out[at] = s0
      out[at + outputs] = s1
      out[at + 2 * outputs] = s2
      out[at + 3 * outputs] = s3
    }
  }
  for (; b < rows; b += 1)
    for (let o = 0; o < outputs; o += 1) {
      let s = biases[o] as number
      for (let i = 0; i < inputs; i += 1)
        s += (weights[o * inputs + i] as number) * (given[b * inputs + i] as number)
      out[b * outputs + o] = s
    }
}

/** One step of Adam (Kingma and Ba 2015) on the mean squared error of a batch; the batch's summed squared error before the step. */
export function train(network: Network, input: Float32Array, rows: number, rate: number): number {
  const { layers } = network
  const out = forward(network, input, rows)
  const last = layers.at(-1) as Layer
  let error = 0
  const share = 2 / (rows * last.outputs)
  for (let k = 0; k < rows * last.outputs; k += 1) {
    const d = (out[k] as number) - (input[k] as number)
    error += d * d
    last.slope[k] = d * share
  }
  for (let l = layers.length - 1; l >= 0; l -= 1) {
    const layer = layers[l] as Layer
    const before = layers[l - 1]
    gradients(layer, before ? before.out : input, rows)
    if (before) slopes(layer, before, rows)
  }
  network.step += 1
  for (const layer of layers) adam(layer, network.step, rate)
  return error
}

function gradients(
  { inputs, outputs, slope, gradient, biasGradient }: Layer,
  given: Float32Array,
  rows: number,
) {
  gradient.fill(0)
  biasGradient.fill(0)
  let b = 0
  // Four rows in one pass over the gradient: its loads and stores are what costs.
  for (; b + 3 < rows; b += 4) {
    const g0 = b * inputs
    const g1 = g0 + inputs
    const g2 = g1 + inputs
    const g3 = g2 + inputs
    for (let o = 0; o < outputs; o += 1) {
      const at = b * outputs + o
      const s0 = slope[at] as number
      const s1 = slope[at + outputs] as number
      const s2 = slope[at + 2 * outputs] as number
      const s3 = slope[at + 3 * outputs] as number
      biasGradient[o] = (biasGradient[o] as number) + s0 + s1 + s2 + s3
      const w = o * inputs
      for (let i = 0; i < inputs; i += 1)
        gradient[w + i] =
          (gradient[w + i] as number) +
          s0 * (given[g0 + i] as number) +
          s1 * (given[g1 + i] as number) +
          s2 * (given[g2 + i] as number) +
          s3 * (given[g3 + i] as number)
    }
  }
  for (; b < rows; b += 1)
    for (let o = 0; o < outputs; o += 1) {
      const s = slope[b * outputs + o] as number
      biasGradient[o] = (biasGradient[o] as number) + s
      for (let i = 0; i < inputs; i += 1)
        gradient[o * inputs + i] =
          (gradient[o * inputs + i] as number) + s * (given[b * inputs + i] as number)
    }
}

/** The slope at the layer before: back through the weights, then through its tanh. */
function slopes({ inputs, outputs, weights, slope }: Layer, before: Layer, rows: number): void {
  const { out } = before
  for (let b = 0; b < rows; b += 1) {
    const at = b * inputs
    const from = b * outputs
    before.slope.fill(0, at, at + inputs)
    let o = 0
    for (; o + 3 < outputs; o += 4) {
      const s0 = slope[from + o] as number
      const s1 = slope[from + o + 1] as number
      const s2 = slope[from + o + 2] as number
      const s3 = slope[from + o + 3] as number
      const w = o * inputs
      for (let i = 0; i < inputs; i += 1)
        before.slope[at + i] =
          (before.slope[at + i] as number) +
          s0 * (weights[w + i] as number) +
          s1 * (weights[w + inputs + i] as number) +
          s2 * (weights[w + 2 * inputs + i] as number) +
          s3 * (weights[w + 3 * inputs + i] as number)
    }
    for (; o < outputs; o += 1) {
      const s = slope[from + o] as number
      for (let i = 0; i < inputs; i += 1)
        before.slope[at + i] = (before.slope[at + i] as number) + s * (weights[o * inputs + i] as number)
    }
    for (let i = at; i < at + inputs; i += 1)
      before.slope[i] = (before.slope[i] as number) * (1 - (out[i] as number) ** 2)
  }
}

function adam(layer: Layer, step: number, rate: number): void {
  const { weights, biases, gradient, biasGradient, first, second } = layer
  const pace = (rate * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step)
  const update = (values: Float32Array, slopes: Float32Array, at: number): void => {
    for (let k = 0; k < values.length; k += 1) {
      const g = slopes[k] as number
      const m = 0.9 * (first[at + k] as number) + 0.1 * g
      const v = 0.999 * (second[at + k] as number) + 0.001 * g * g
      first[at + k] = m
      second[at + k] = v
      values[k] = (values[k] as number) - (pace * m) / (Math.sqrt(v) + 1e-8)
    }
  }
  update(weights, gradient, 0)
  update(biases, biasGradient, weights.length)
}

/** The weights as they are, to go back to when later epochs only made it worse. */
export const snapshot = ({ layers }: Network): Float32Array[] =>
  layers.flatMap(({ weights, biases }) => [weights.slice(), biases.slice()])

export function restore({ layers }: Network, kept: readonly Float32Array[]): void {
  for (const [l, layer] of layers.entries()) {
    layer.weights.set(kept[2 * l] as Float32Array)
    layer.biases.set(kept[2 * l + 1] as Float32Array)
  }
}
