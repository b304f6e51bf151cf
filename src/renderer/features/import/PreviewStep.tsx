import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { PreviewFile, Problem } from '../../../shared/contract/import.ts'
import { IconButton, LinkButton, Tabs, useFormat, useMessages } from '../../ui/index.ts'
import { Controls } from './Controls.tsx'
import { Equation } from './Equation.tsx'
import { messages } from './messages.ts'
import { countsWith, previewLines, type PreviewTab } from './preview-rows.ts'
import { PreviewTable } from './PreviewTable.tsx'
import { isPossible, type WizardAction, type WizardFile } from './wizard.ts'
import shared from './shared.module.css'
import styles from './preview-step.module.css'

interface PreviewStepProps {
  file: WizardFile
  preview: PreviewFile
  dispatch: (action: WizardAction) => void
}

/** Every row as it will be, with what is wrong, what is a duplicate, and the file's own totals beside ours. */
export function PreviewStep({ file, preview, dispatch }: PreviewStepProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { problems, counts } = preview
  const [tab, setTab] = useState<PreviewTab>(() =>
    // A remark on the whole file stands on the right; it has no row to show.
    previewLines(preview, 'problems').length > 0 ? 'problems' : 'all',
  )
  const [at, setAt] = useState(0)
  const problem: Problem | undefined = problems[at]
  const lines = useMemo(() => previewLines(preview, tab), [preview, tab])
  const now = countsWith(counts, file.loadDuplicates.size, file.skipRows.size)
  const shownDuplicates = preview.rows
    .filter(row => row.outcome === 'duplicate' || isPossible(row))
    .map(row => row.line)
  const goTo = (index: number): void => {
    setAt((index + problems.length) % problems.length)
    if (tab !== 'problems' && tab !== 'all') setTab('problems')
  }
  const empty: Record<PreviewTab, string> = {
    problems: problems.length > 0 ? t.noProblemRows : t.noProblems,
    all: t.noProblems,
    duplicates: t.noDuplicates,
    ignored: t.noIgnored,
  }
  return (
    <div className={`${shared.previewStep} ${file.stale ? 'stale' : ''}`}>
      <Equation counts={now} note={file.stale ? t.reread : t.nothingYet} />
      {preview.possible > 0 && (
        <p className={shared.notice} data-testid="possible">
          {preview.possible === 1 ? t.possibleOne : t.possibleMany(format.count(preview.possible))}{' '}
          <LinkButton onClick={() => setTab('duplicates')}>{t.showPossible}</LinkButton>
        </p>
      )}
      <div className={styles.two}>
        <div className={shared.rows}>
          <Tabs
            label={t.tabs}
            value={tab}
            onChange={setTab}
            tabs={[
              { id: 'problems', label: t.tab.problems, count: preview.problemCount || undefined },
              { id: 'all', label: t.tab.all },
              { id: 'duplicates', label: t.tab.duplicates, count: counts.duplicate + preview.possible },
              { id: 'ignored', label: t.tab.ignored, count: counts.ignored },
            ]}
          >
            <div className={styles.tabTools}>
              {problems.length > 0 && (tab === 'problems' || tab === 'all') && (
                <>
                  <span className="cap tn">
                    {t.problemAt(format.count(at + 1), format.count(preview.problemCount))}
                  </span>
                  <IconButton label={t.previousProblem} onClick={() => goTo(at - 1)}>
                    <IconChevronLeft aria-hidden />
                  </IconButton>
                  <IconButton label={t.nextProblem} onClick={() => goTo(at + 1)}>
                    <IconChevronRight aria-hidden />
                  </IconButton>
                </>
              )}
              {tab === 'duplicates' && shownDuplicates.length > 0 && (
                <>
                  <LinkButton
                    onClick={() => dispatch({ kind: 'duplicates', lines: shownDuplicates, load: false })}
                  >
                    {t.skipAll}
                  </LinkButton>
                  <LinkButton
                    onClick={() => dispatch({ kind: 'duplicates', lines: shownDuplicates, load: true })}
                  >
                    {t.loadAll}
                  </LinkButton>
                </>
              )}
            </div>
            {lines.length === 0 ? (
              <p className={styles.none}>{empty[tab]}</p>
            ) : (
              <PreviewTable
                key={tab}
                preview={preview}
                lines={lines}
                problem={problem}
                loadDuplicates={file.loadDuplicates}
                skipRows={file.skipRows}
                onChoose={(line, load) => dispatch({ kind: 'duplicate', line, load })}
              />
            )}
          </Tabs>
        </div>
        <Controls preview={preview} current={problem} onProblem={goTo} />
      </div>
    </div>
  )
}
