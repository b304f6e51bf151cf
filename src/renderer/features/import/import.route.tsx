import { IconBookmark, IconHistory } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, type DragEvent } from 'react'
import { useWorkspace } from '../../app/workspace.ts'
import { Button, Page, ProgressOverlay, useFormat, useMay, useMessages, useStatus } from '../../ui/index.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import { FileStep } from './FileStep.tsx'
import { Footer } from './Footer.tsx'
import { messages, type Texts } from './messages.ts'
import { PreviewStep } from './PreviewStep.tsx'
import { ProofStep } from './ProofStep.tsx'
import { StepBar } from './StepBar.tsx'
import { styleOf } from './fields.ts'
import { useWizard, type UseWizard } from './use-wizard.ts'
import { placeOf, type WizardFile } from './wizard.ts'
import shared from './shared.module.css'
import styles from './wizard.module.css'

/** Import: file, columns, preview, proof. Nothing is written before “Load”. */
export default function ImportPage() {
  const { value } = useWorkspace()
  // Another workspace is another import.
  return value?.path === undefined ? null : <Wizard key={value.path} workspace={value.path} />
}

function Wizard({ workspace }: { workspace: string }) {
  const t = useMessages(messages)
  const navigate = useNavigate()
  const may = useMay('import.preview')
  const wizard = useWizard(workspace)
  const { state, file, dispatch } = wizard
  const dropped = (event: DragEvent): void => {
    // The drop zone takes its own.
    if (!may || event.defaultPrevented || event.dataTransfer.files.length === 0) return
    event.preventDefault()
    void wizard.pick(event.dataTransfer.files)
  }
  useImportStatus(file)
  return (
    <Page
      title={t.title}
      fill
      subtitle={file && state.step !== 'file' && <FileTags file={file} wizard={wizard} />}
      actions={
        <>
          {file?.preview && state.step !== 'file' && (
            <span className={`${styles.mapping} ellipsis`}>
              <IconBookmark size={16} stroke={1.6} aria-hidden />
              <span className="ellipsis">{t.mapping((file.mapping ?? file.preview.mapping).name)}</span>
            </span>
          )}
          <Button
            kind="quiet"
            icon={<IconHistory aria-hidden />}
            onClick={() => void navigate({ to: '/import/batches' })}
          >
            {t.history}
          </Button>
        </>
      }
    >
      <div className={styles.wizard} onDragOver={event => event.preventDefault()} onDrop={dropped}>
        <StepBar state={state} onGo={step => dispatch({ kind: 'went', step })} />
        {state.step === 'file' && <FileStep wizard={wizard} />}
        {state.step === 'columns' && file?.preview && (
          <ColumnsStep file={file} preview={file.preview} dispatch={dispatch} />
        )}
        {state.step === 'preview' && file?.preview && (
          <PreviewStep key={file.picked.token} file={file} preview={file.preview} dispatch={dispatch} />
        )}
        {state.step === 'proof' && file?.batch && (
          <ProofStep batch={file.batch} onBatch={batch => dispatch({ kind: 'batch', batch })} />
        )}
        <Footer wizard={wizard} />
        {wizard.job && (
          <ProgressOverlay
            key={wizard.job.startedAt}
            progress={wizard.job.progress}
            startedAt={wizard.job.startedAt}
            onCancel={wizard.cancel}
            label={t[wizard.job.kind]}
          />
        )}
      </div>
    </Page>
  )
}

function FileTags({ file, wizard }: { file: WizardFile; wizard: UseWizard }) {
  const t = useMessages(messages)
  const format = useFormat()
  const place = placeOf(wizard.state)
  const { preview } = file
  return (
    <span className={styles.tags}>
      <span className="mono ellipsis" title={file.picked.name}>
        {file.picked.name}
      </span>
      {preview && <span className={shared.tag}>{t.rowsTag(format.count(preview.counts.read))}</span>}
      {preview && <span className={shared.tag}>{written(file, t)}</span>}
      {place && (
        <span className={shared.tag}>{t.fileOf(format.count(place.at), format.count(place.of))}</span>
      )}
    </span>
  )
}

/** How the file is written, in a few words: Windows-1252, semicolon, 1.234,50. */
function written(file: WizardFile, t: Texts): string {
  const mapping = file.mapping ?? file.preview?.mapping
  if (!mapping) return ''
  const amount = mapping.fields.map(styleOf).find(style => style?.kind === 'number')
  const encoding = mapping.encoding === 'windows-1252' ? 'Windows-1252' : mapping.encoding.toUpperCase()
  if (mapping.format !== undefined)
    return [t.formats[mapping.format] ?? mapping.format, mapping.sheet].filter(Boolean).join(', ')
  return [encoding, t.delimiters[mapping.delimiter] ?? mapping.delimiter, amount?.value]
    .filter(Boolean)
    .join(', ')
}

function useImportStatus(file: WizardFile | undefined): void {
  const t = useMessages(messages)
  const sha = file?.batch?.sha256 ?? file?.preview?.sha256
  const items = useMemo(
    () =>
      sha === undefined
        ? undefined
        : [
            {
              id: 'sha',
              content: (
                <>
                  {t.sha}{' '}
                  <span className="mono" title={sha}>
                    {sha.slice(0, 6)}…{sha.slice(-4)}
                  </span>
                </>
              ),
            },
          ],
    [sha, t],
  )
  useStatus(items)
}
