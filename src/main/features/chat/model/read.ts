import { z } from 'zod'
import { AskedSchema, type Asked } from '../../../../shared/ask/asked.ts'
import { choose } from '../analysis/members/choose.ts'
import { findMembers, wholeNames } from '../analysis/members/match.ts'
import type { Member } from '../analysis/members/vocabulary.ts'
import { Vocabulary } from '../analysis/members/vocabulary.ts'
import { tokenise } from '../analysis/text.ts'
import { ownGrain } from '../analysis/words/keys.ts'
import type { Understanding } from '../analysis/understanding.ts'
import type { Known } from '../vocabulary.ts'
import { say } from '../messages.ts'

const Names = z.record(z.string().max(64), z.array(z.string().max(400)).max(50))
const Refused = z.object({ refused: z.literal(true) })

/**
 * What a model answered, as the same typed question that the rules make: checked by the same schema, its names looked up among the members
 * that there are. A figure in it would be an unknown key, and is refused with the rest.
 */
export function readModelAnswer(content: string, known: Known): Understanding | { problem: string } {
  const value = parsed(content)
  if (value === undefined) return { problem: say().notJson }
  const nothing: Understanding = { unknown: [], corrected: [], choices: [], members: [], followed: false }
  if (Refused.safeParse(value).success) return { ...nothing, refused: 'not-finance' }
  const { members, notMembers, ...rest } = value
  const asked = AskedSchema.safeParse(rest)
  const kept = Names.safeParse(members ?? {})
  const left = Names.safeParse(notMembers ?? {})
  if (!asked.success || !kept.success || !left.success) {
    const issue = (asked.error ?? kept.error ?? left.error)?.issues[0]
    return {
      problem: say().noQuery(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()),
    }
  }
  const vocabulary = new Vocabulary(known.members, [])
  const understanding = { ...nothing, asked: asked.data }
  const by = asked.data.by.flatMap((key): Asked['by'] => {
    if ('grain' in key) return [{ grain: ownGrain(key.grain, known.setting.fiscal) }]
    if (known.setting.dimensions.some(d => d.id === key.dimension)) return [key]
    understanding.unknown.push(key.dimension)
    return []
  })
  const into = (names: Record<string, string[]>, leftOut: boolean): Record<string, string[]> => {
    const found: Record<string, string[]> = {}
    for (const [dimension, words] of Object.entries(names))
      for (const word of words) {
        const member = memberOf(vocabulary, known.members, dimension, word)
        if (!member) understanding.unknown.push(word)
        else {
          found[member.dimension] = [...new Set([...(found[member.dimension] ?? []), member.key])]
          understanding.members.push({
            dimension: member.dimension,
            key: member.key,
            label: member.label,
            leftOut,
            words: word,
          })
        }
      }
    return found
  }
  understanding.asked = {
    ...asked.data,
    by,
    members: into(kept.data, false),
    notMembers: into(left.data, true),
  }
  return understanding
}

function parsed(content: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(content.replace(/^\s*```(?:json)?|```\s*$/g, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

/** By its label or key where it is exactly one, else as a person's word for it would be found. */
function memberOf(
  vocabulary: Vocabulary,
  members: readonly Member[],
  dimension: string,
  word: string,
): Member | undefined {
  const exact = members.find(m => m.dimension === dimension && (m.label === word || m.key === word))
  if (exact) return exact
  const tokens = tokenise(word)
  const free = { tokens, isLeft: () => true, isSoft: () => false, isStop: () => false }
  const hits = [...wholeNames(vocabulary, tokens), ...findMembers(vocabulary, free)].filter(
    hit => hit.start === 0 && hit.end === tokens.length,
  )
  const chosen = hits[0] && choose(hits[0].candidates, [dimension], undefined)
  return chosen && chosen.among.length === 1 ? chosen.member : undefined
}
