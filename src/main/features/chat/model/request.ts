import { startMonthOf } from '../../../../shared/calendar/fiscal.ts'
import { createHash } from 'node:crypto'
import { ASKED_MEASURES, ASKED_OPS, INTENTS } from '../../../../shared/ask/asked.ts'
import { toIsoDate } from '../../../../shared/calendar/day.ts'
import { findPii } from '../../../../shared/privacy/detect.ts'
import { maskText } from '../../../../shared/privacy/mask.ts'
import type { Known } from '../vocabulary.ts'
import { endpointOf, type StoredModel } from './settings.ts'

/** Dimensions whose members are names of things, not of people or of companies: these alone are told to a model. */
const TOLD = [
  'category',
  'category_group',
  'account',
  'cost_centre',
  'department',
  'directorate',
  'region',
  'entity',
]
const MOST_NAMES = 60

export interface ModelRequest {
  endpoint: string
  /** The exact bytes of the request's body. */
  body: string
  /** Of endpoint and body: what a person has seen is what goes out, or nothing does. */
  digest: string
  masked: number
}

/**
 * Everything that a model is told: the question with personal data masked, which words a query has, names of categories and the like. No
 * entry, no amount, no payee. Deterministic, so that a preview and the request are the same bytes.
 */
export function modelRequest(
  question: string,
  { members, setting }: Known,
  { baseUrl, model }: StoredModel,
): ModelRequest {
  const names = TOLD.flatMap(dimension => {
    const found = members.filter(m => m.dimension === dimension).slice(0, MOST_NAMES)
    return found.length === 0 ? [] : [`${dimension}: ${found.map(m => maskText(m.label)).join('; ')}`]
  })
  const system = [
    'You turn one question about a ledger into one JSON object. You never compute, never answer, never invent a member.',
    `Keys: intent (${INTENTS.join(', ')}), measure (${ASKED_MEASURES.join(', ')}), op (${ASKED_OPS.join(', ')}), share (true or false), from and to (YYYY-MM-DD, both included),`,
    'comparison ({"kind":"previous-period"} or {"kind":"previous-year"} or {"kind":"range","from":…,"to":…}), members and notMembers (dimension → list of names), min and max (whole minor units of the amount\'s size),',
    'text, by (list of {"dimension":…} or {"grain":"day"|"week"|"month"|"quarter"|"year"}), top, order (largest or smallest). Leave out what is not asked. If it is no question about a ledger: {"refused":true}.',
    `Today is ${toIsoDate(setting.anchor)}. The fiscal year starts in month ${startMonthOf(setting.fiscal)}. Dimensions: ${setting.dimensions.map(d => d.id).join(', ')}.`,
    ...names,
  ].join('\n')
  const body = JSON.stringify({
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: maskText(question) },
    ],
    temperature: 0,
    response_format: { type: 'json_object' },
  })
  const endpoint = endpointOf(baseUrl)
  const digest = createHash('sha256').update(`${endpoint}\n${body}`).digest('hex')
  return { endpoint, body, digest, masked: findPii(question).length }
}
