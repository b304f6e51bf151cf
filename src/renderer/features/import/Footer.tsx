import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { Button, ErrorState, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import type { UseWizard } from './use-wizard.ts'
import { mayGo, nextFile, willLoad } from './wizard.ts'
import styles from './footer.module.css'

/** The way back, what happens to rejected rows, and the one button that acts. */
export function Footer({ wizard }: { wizard: UseWizard }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { state, file, dispatch, job } = wizard
  const go = (step: 'file' | 'columns' | 'preview') => dispatch({ kind: 'went', step })
  if (!file || state.step === 'file') return null
  const next = nextFile(state)
  const nextName = next === undefined ? undefined : state.files[next]?.picked.name
  if (state.step === 'proof')
    return (
      <div className={styles.foot}>
        <span className={styles.push} />
        <Button
          size="large"
          onClick={() => (next === undefined ? go('file') : dispatch({ kind: 'chose', index: next }))}
        >
          <span className="ellipsis">{nextName === undefined ? t.another : t.next(nextName)}</span>
          <IconArrowRight aria-hidden />
        </Button>
      </div>
    )
  const rows = willLoad(file)
  const rejected = file.preview?.counts.rejected ?? 0
  const back = state.step === 'preview' ? 'columns' : 'file'
  return (
    <>
      {file.failure && (
        <ErrorState failure={file.failure} title={state.step === 'preview' ? t.failedLoad : t.failedRead} />
      )}
      <div className={styles.foot}>
        <Button
          kind="quiet"
          icon={<IconArrowLeft aria-hidden />}
          disabled={!mayGo(state, back)}
          onClick={() => go(back)}
        >
          {t.step[back]}
        </Button>
        <span className={styles.push} />
        {state.step === 'preview' && rejected > 0 && (
          <span className="t3">{rejected === 1 ? t.keptOne : t.kept(format.count(rejected))}</span>
        )}
        {next !== undefined && (
          <Button
            size="large"
            disabled={job?.kind === 'loading'}
            onClick={() => dispatch({ kind: 'chose', index: next })}
          >
            {t.leaveFile}
          </Button>
        )}
        {state.step === 'columns' ? (
          <Button
            kind="primary"
            size="large"
            disabled={!mayGo(state, 'preview') || file.stale || job !== undefined}
            onClick={() => go('preview')}
          >
            {t.toPreview}
          </Button>
        ) : (
          <Button
            kind="primary"
            size="large"
            disabled={file.phase !== 'ready' || file.stale || job !== undefined}
            onClick={() => void wizard.load()}
          >
            {rows === 0 ? t.recordFile : rows === 1 ? t.loadOne : t.loadRows(format.count(rows))}
          </Button>
        )}
      </div>
    </>
  )
}
