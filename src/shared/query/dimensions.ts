/**
 * The built-in dimensions (SPEC W2), in the order in which they are offered. `column` ones are dictionary codes on each entry;
 * `derived` ones are looked up through another dimension's member (account → type, level).
 */
export const BUILT_IN_DIMENSIONS = [
  { id: 'account', profile: 'both' },
  { id: 'category', profile: 'both' },
  { id: 'payee', profile: 'both' },
  { id: 'cost_centre', profile: 'ledger' },
  { id: 'department', profile: 'ledger' },
  { id: 'directorate', profile: 'ledger' },
  { id: 'entity', profile: 'ledger' },
  { id: 'region', profile: 'ledger' },
  { id: 'profit_centre', profile: 'ledger' },
  { id: 'functional_area', profile: 'ledger' },
  { id: 'company', profile: 'ledger' },
  { id: 'ledger', profile: 'ledger' },
  { id: 'fund', profile: 'ledger' },
  { id: 'business_unit', profile: 'ledger' },
  { id: 'project', profile: 'ledger' },
  { id: 'document_type', profile: 'ledger' },
  { id: 'scenario', profile: 'both' },
  { id: 'status', profile: 'both' },
  { id: 'flow', profile: 'both' },
  { id: 'currency', profile: 'both' },
  { id: 'user', profile: 'ledger' },
  // An entry's tags together are one member, so that sums by them add up; see engine/dimensions.ts for filters by one tag.
  { id: 'tags', profile: 'both' },
] as const
export type BuiltInDimension = (typeof BUILT_IN_DIMENSIONS)[number]['id']

/** Looked up through the account's own record. */
export const ACCOUNT_DERIVED = [
  'account_type',
  'account_level_1',
  'account_level_2',
  'account_level_3',
  'account_level_4',
  'account_level_5',
  'account_level_6',
  'account_level_7',
] as const

/** Looked up through the category's name and record: the group that it stands in. */
export const CATEGORY_GROUP = 'category_group'

/** Single tags: an entry has any number of them, so this dimension is for filters. `tags`, all of an entry's tags together, is for sums. */
export const TAG = 'tag'
/** Between the tags of an entry in the key of its member of `tags`; no tag has a comma. */
export const TAG_SEPARATOR = ', '

/** At most this many unmapped columns become dimensions of their own (`custom_1` …); the next ones are kept as raw text only. */
export const CUSTOM_DIMENSIONS = 24

/**
 * Fixed members of `flow`: which side of the household's or the company's result an entry belongs to.
 * Spending is shown positive: personal −Σ(amount | expense), ledger +Σ(amount | expense); a revenue posting is a credit (negative).
 */
export const FLOWS = ['income', 'expense', 'transfer', 'balance'] as const
export type Flow = (typeof FLOWS)[number]

export const ACCOUNT_TYPES = ['asset', 'liability', 'equity', 'revenue', 'expense', 'statistical'] as const
export type AccountType = (typeof ACCOUNT_TYPES)[number]

export const PROFILES = ['personal', 'ledger'] as const
export type Profile = (typeof PROFILES)[number]

// The schema lies apart: it would bring zod into the importer's worker.
export type { Dimension } from './dimension-schema.ts'
