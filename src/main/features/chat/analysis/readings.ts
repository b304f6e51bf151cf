import type { Asked } from '../../../../shared/ask/asked.ts'
import type { Days } from './period/compared.ts'
import { isoOf } from './period/compared.ts'
import type { Named } from './name-members.ts'
import type { Choice, Setting, Understanding } from './understanding.ts'

/** What else the question could mean: members to choose between, the other calendar, unknown words searched for in the entries' text. */
export function readings(
  base: Understanding & { asked: Asked },
  days: Days,
  named: Named,
  _setting: Setting,
): Choice[] {
  const { asked, unknown } = base
  const choices: Choice[] = named.open.map(({ words, chosen, leftOut }) => ({
    kind: 'member',
    words,
    needed: true,
    options: chosen.among.map(member => ({
      label: member.label,
      dimension: member.dimension,
      asked: replaced(asked, chosen.member, member, leftOut ? 'notMembers' : 'members'),
    })),
  }))
  const other = days.read?.other
  if (other && !days.cut && days.period === days.read?.span)
    choices.push({
      kind: 'period',
      words: days.read?.words ?? '',
      needed: false,
      options: [{ label: other.as, asked: { ...asked, from: undefined, ...isoOf(other.span) } }],
    })
  if (unknown.length > 0 && asked.text === undefined)
    choices.push({
      kind: 'search',
      words: unknown.join(' '),
      needed: false,
      options: [{ label: unknown.join(' '), asked: { ...asked, text: unknown.join(' ').slice(0, 200) } }],
    })
  return choices
}

function replaced(
  asked: Asked,
  from: { dimension: string; key: string },
  to: { dimension: string; key: string },
  where: 'members' | 'notMembers',
): Asked {
  const members = { ...asked[where] }
  const left = (members[from.dimension] ?? []).filter(key => key !== from.key)
  if (left.length > 0) members[from.dimension] = left
  else delete members[from.dimension]
  members[to.dimension] = [...new Set([...(members[to.dimension] ?? []), to.key])]
  return { ...asked, [where]: members }
}
