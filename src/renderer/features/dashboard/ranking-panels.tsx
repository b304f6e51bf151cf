import { IconChevronDown } from '@tabler/icons-react'
import { RankingPanel } from '../../charts/ranking/ranking-panel.tsx'
import type { Overview, Ranking } from '../../../shared/contract/dashboard.ts'
import { useDimensionName, useDimensions } from '../../app/dimensions.ts'
import { LinkButton, Menu, Panel, useFormat, useMessages, useSetting } from '../../ui/index.ts'
import { flowDoor, isMember, spanned, withMembers, withoutMembers } from './doors.ts'
import { rankable } from './drill.ts'
import { messages } from './messages.ts'
import type { Dashboard } from './use-dashboard.ts'
import styles from './dashboard.module.css'

/** "Where it goes": the largest members of a dimension that the person may change. */
export function WhereItGoes({ overview, dashboard }: { overview: Overview; dashboard: Dashboard }) {
  const t = useMessages(messages)
  const nameOf = useDimensionName()
  const offered = rankable(useDimensions())
  const { dimension } = overview.categories
  return (
    <Ranked
      title={t.whereItGoes}
      ranking={overview.categories}
      overview={overview}
      dashboard={dashboard}
      actions={
        <Menu
          position="bottom-end"
          items={[
            t.breakDown,
            ...offered.map(d => ({
              id: d.id,
              label: nameOf(d.id),
              checked: d.id === dimension,
              onSelect: () => dashboard.chooseRanking(d.id),
            })),
          ]}
          target={
            <LinkButton
              className={styles.menuTarget}
              aria-label={`${t.breakDownBy(nameOf(dimension))}. ${t.breakDown}`}
            >
              {nameOf(dimension)}
              <IconChevronDown aria-hidden />
            </LinkButton>
          }
        />
      }
    />
  )
}

export function TopPayees({ overview, dashboard }: { overview: Overview; dashboard: Dashboard }) {
  const t = useMessages(messages)
  const { profile } = useSetting()
  return (
    <Ranked
      title={t.topPayees[profile]}
      ranking={overview.payees}
      overview={overview}
      dashboard={dashboard}
    />
  )
}

interface Props {
  title: string
  ranking: Ranking
  overview: Overview
  dashboard: Dashboard
  actions?: React.ReactNode
}

function Ranked({ title, ranking, overview, dashboard, actions }: Props) {
  const t = useMessages(messages)
  const format = useFormat()
  const nameOf = useDimensionName()
  const { dimension } = ranking
  const spending = flowDoor(dashboard.filters, 'expense')
  const open = (key: string): void => dashboard.open(withMembers(spending, dimension, [key]))
  const drill = (key: string): void => {
    if (dashboard.below(dimension) === 'entries') open(key)
    else dashboard.drill({ kind: 'member', dimension, key })
  }
  const { against } = dashboard
  const before =
    ranking.totalBefore === null || against === undefined
      ? undefined
      : against.kind === 'range'
        ? t.onSpan(format.span(against.from, against.to))
        : against.kind === 'previous-year'
          ? t.onYear
          : t.onPeriod
  if (ranking.rows.length === 0) {
    return (
      <Panel title={title} actions={actions}>
        <p className={styles.none}>{t.noSpending}</p>
      </Panel>
    )
  }
  return (
    <RankingPanel
      title={title}
      ranking={ranking}
      currency={overview.currency}
      memberName={nameOf(dimension)}
      beforeName={before}
      actions={actions}
      onSelect={key =>
        isMember(dashboard.filters, dimension, key) ? drill(key) : dashboard.setMembers(dimension, [key])
      }
      onOpen={open}
      onDrill={drill}
      onWhy={key =>
        dashboard.why(withMembers(spanned(dashboard.filters, overview), dimension, [key]), against)
      }
      onOpenTotal={() => dashboard.open(spending)}
      onOpenRest={() =>
        dashboard.open(
          withoutMembers(
            spending,
            dimension,
            ranking.rows.map(row => row.key),
          ),
        )
      }
    />
  )
}
