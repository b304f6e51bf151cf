import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Cause, ComparedFigure } from '../../../../shared/contract/reports-figures.ts'
import { useCall } from '../../../app/use-call.ts'
import { DataTable, ErrorState, LinkButton, useFormat, useMessages } from '../../../ui/index.ts'
import { useFigureValue } from '../trace/use-value.ts'
import { CauseRows } from './CauseRows.tsx'
import { compareMessages } from './messages.ts'
import styles from './compare.module.css'

type Line = { figure: ComparedFigure; cause?: ComparedFigure['causes'][number] }

/** Why the figures of an earlier report (`run`: of its history) are other ones today: each difference by its causes, each cause by its entries. */
export function WhatChanged({ run }: { run: number }) {
  const t = useMessages(compareMessages)
  const format = useFormat()
  const write = useFigureValue()
  const navigate = useNavigate()
  const [opened, setOpened] = useState<{ figure: ComparedFigure; cause: Cause }>()
  const { value, failure, retry, stale } = useCall('reports.compare', { run })
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!value) return <p className={styles.lead}>{t.looking}</p>
  const lines: Line[] = value.figures.flatMap(figure => [
    { figure },
    ...figure.causes.map(cause => ({ figure, cause })),
  ])
  const said =
    value.figures.length === 0
      ? t.same
      : t.changed(value.figures.length, format.count(value.figures.length), format.count(value.unchanged))
  return (
    <section className={stale ? 'stale' : undefined} aria-label={t.title} data-testid="what-changed">
      <p className={styles.lead}>
        {said} {value.notCompared > 0 && t.statistics(value.notCompared, format.count(value.notCompared))}
      </p>
      {lines.length > 0 && (
        <DataTable
          caption={t.title}
          rows={lines}
          rowKey={({ figure, cause }) => `${figure.id} ${cause?.cause ?? ''}`}
          columns={[
            {
              id: 'figure',
              head: t.figure,
              wrap: true,
              cell: ({ figure, cause }) =>
                cause ? (
                  <span className={styles.cause}>
                    {t.causes[cause.cause]},{' '}
                    <LinkButton
                      aria-label={t.show(t.causes[cause.cause] ?? '', figure.label)}
                      onClick={() => setOpened({ figure, cause: cause.cause })}
                    >
                      {t.entries(cause.rows, format.count(cause.rows))}
                    </LinkButton>
                  </span>
                ) : (
                  <LinkButton onClick={() => void navigate({ to: '/figure/$id', params: { id: figure.id } })}>
                    {figure.label}
                  </LinkButton>
                ),
            },
            {
              id: 'was',
              head: t.was,
              numeric: true,
              cell: ({ figure, cause }) => (cause ? '' : write(figure.was, figure.unit)),
            },
            {
              id: 'now',
              head: t.now,
              numeric: true,
              cell: ({ figure, cause }) => (cause ? '' : write(figure.now, figure.unit)),
            },
            {
              id: 'difference',
              head: t.difference,
              numeric: true,
              cell: ({ figure, cause }) => write(cause ? cause.amount : figure.difference, figure.unit),
            },
          ]}
          kind={({ cause }) => (cause ? 'quiet' : undefined)}
        />
      )}
      {opened && <CauseRows run={run} {...opened} onClose={() => setOpened(undefined)} />}
    </section>
  )
}
