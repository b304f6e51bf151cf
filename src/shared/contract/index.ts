import { alerts } from './alerts.ts'
import { anomalies } from './anomalies.ts'
import { forecast } from './forecast.ts'
import { rootCause } from './root-cause.ts'
import { budget } from './budget.ts'
import { quality } from './quality.ts'
import { reference } from './reference.ts'
import { rules } from './rules.ts'
import { schedule } from './schedule.ts'
import { audit } from './audit.ts'
import { reports } from './reports.ts'
import { chat } from './chat.ts'
import { connections } from './connections.ts'
import { warehouse } from './warehouse.ts'
import { security } from './security.ts'
import { backup } from './backup.ts'
import { privacy } from './privacy.ts'
import { diagnostics } from './diagnostics.ts'
import { dashboard } from './dashboard.ts'
import { explore } from './explore.ts'
import { imports } from './import.ts'
import { ledger } from './ledger.ts'
import type { Method } from './method.ts'
import { settings } from './settings.ts'
import { workspace } from './workspace.ts'

/** Every method there is. A method exists only here; services, router, client and CLI are derived from it. */
export const contract = {
  workspace,
  import: imports,
  ledger,
  dashboard,
  explore,
  alerts,
  anomalies,
  forecast,
  'root-cause': rootCause,
  budget,
  quality,
  reference,
  rules,
  schedule,
  audit,
  reports,
  chat,
  connections,
  warehouse,
  security,
  backup,
  privacy,
  diagnostics,
  settings,
}
export type Contract = typeof contract

export type Feature = keyof Contract
export type MethodName = { [F in Feature]: `${F}.${keyof Contract[F] & string}` }[Feature]
type MethodOf<N extends MethodName> = N extends `${infer F extends Feature}.${infer M}`
  ? M extends keyof Contract[F]
    ? Contract[F][M]
    : never
  : never

/** What a caller may leave out (defaults) is optional in `Input`, filled in `ParsedInput`. */
export type Input<N extends MethodName> =
  MethodOf<N> extends { input: { _zod: { input: infer I } } } ? I : never
export type ParsedInput<N extends MethodName> =
  MethodOf<N> extends { input: { _zod: { output: infer I } } } ? I : never
export type Output<N extends MethodName> =
  MethodOf<N> extends { output: { _zod: { output: infer O } } } ? O : never

export function methodOf(name: string): Method | undefined {
  const [feature, key, more] = name.split('.') as [string, string | undefined, string | undefined]
  if (!key || more !== undefined || !Object.hasOwn(contract, feature)) return undefined
  const methods = contract[feature as Feature] as unknown as Record<string, Method>
  return Object.hasOwn(methods, key) ? methods[key] : undefined
}

export const METHOD_NAMES: readonly MethodName[] = Object.entries(contract).flatMap(([feature, methods]) =>
  Object.keys(methods).map(key => `${feature}.${key}` as MethodName),
)
