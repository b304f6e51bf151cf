import { cpus } from 'node:os'
import { HARNESSES } from './index.ts'

/** `npm run survival -- NAME --runs N --seed S`: prints one JSON object; the exit code is its verdict. */
const [name = '', ...rest] = process.argv.slice(2)
const load = HARNESSES[name]
if (!load) {
  process.stderr.write(`Give the name of a harness: ${Object.keys(HARNESSES).join(', ')}.\n`)
  process.exit(2)
}
const number = (option: string): number | undefined => {
  const i = rest.indexOf(option)
  const value = Number(rest[i + 1])
  if (i < 0) return undefined
  if (Number.isInteger(value) && value > 0) return value
  process.stderr.write(`${option} takes a whole number above 0.\n`)
  process.exit(2)
}
const harness = await load()
const began = performance.now()
const {
  runs,
  failures,
  late = [],
  bar,
  figures,
} = await harness.run(number('--runs') ?? harness.usual, number('--seed') ?? 1)
const verdict = failures.length === 0 && late.length === 0 ? 'pass' : 'fail'
const seconds = Math.round((performance.now() - began) / 100) / 10
const answer = {
  name,
  runs,
  failures: failures.length,
  late: late.length,
  first: [...failures, ...late].slice(0, 10),
  bar,
  figures,
  seconds,
  verdict,
  machine: `${cpus().length} × ${cpus()[0]?.model ?? ''}, ${process.platform}, Node ${process.versions.node}`,
}
process.stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`)
process.exit(verdict === 'pass' ? 0 : 1)
