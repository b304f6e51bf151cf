import { useState } from 'react'
import { EVIDENCE_PARTS, type EvidencePart } from '../../../shared/contract/reports-figures.ts'
import { REPORT_FORMATS, type ReportFormat } from '../../../shared/report/definition.ts'
import { queryClient, useLongCall } from '../../app/use-call.ts'
import { Button, Dialog, DialogButtons, CallProgress, toast, useMessages } from '../../ui/index.ts'
import type { Draft } from './draft.ts'
import { handOut } from './export-file.ts'
import { dialogMessages } from './dialogs.messages.ts'
import { messages } from './messages.ts'
import styles from './reports.module.css'

/** What goes into a report's evidence pack; then it is made and handed out. */
export function EvidenceDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const t = { ...useMessages(messages), ...useMessages(dialogMessages) }
  const [parts, setParts] = useState<readonly EvidencePart[]>(EVIDENCE_PARTS)
  const [formats, setFormats] = useState<readonly ReportFormat[]>(['pdf', 'xlsx'])
  const [mask, setMask] = useState(false)
  const [problem, setProblem] = useState<string>()
  const making = useLongCall('reports.makeEvidence')
  const toggled = <T,>(all: readonly T[], one: T): T[] =>
    all.includes(one) ? all.filter(other => other !== one) : [...all, one]
  const make = async (): Promise<void> => {
    setProblem(undefined)
    const which = { report: draft.report, ...(draft.id !== undefined && { id: draft.id }) }
    const made = await making.run({ which, formats: [...formats], parts: [...parts], mask })
    const failure = made.ok ? await handOut({ ...made.value, format: 'zip' }) : made.failure
    if (failure) {
      if (failure.code !== 'cancelled') setProblem(failure.message)
      return
    }
    if (made.ok) toast('done', t.evidence.made(made.value.name, made.value.manifest.slice(0, 12)))
    void queryClient.invalidateQueries({ queryKey: ['reports.runs'] })
    onClose()
  }
  const box = (label: string, checked: boolean, onChange: () => void, disabled = false) => (
    <label key={label} className={styles.check}>
      <input type="checkbox" checked={checked} disabled={disabled} onChange={onChange} />
      {label}
    </label>
  )
  return (
    <Dialog title={t.evidence.title} opened onClose={onClose} size={560} insistent={making.running}>
      <p className="t2">{t.evidence.about}</p>
      <fieldset className={styles.boxes} disabled={making.running}>
        <legend>{t.evidence.files}</legend>
        {REPORT_FORMATS.map(one =>
          box(t.formats[one], formats.includes(one), () => setFormats(toggled(formats, one))),
        )}
      </fieldset>
      <fieldset className={styles.boxes} disabled={making.running}>
        <legend>{t.evidence.contents}</legend>
        {EVIDENCE_PARTS.map(one =>
          box(
            t.evidence.parts[one],
            parts.includes(one) && !(mask && one === 'sources'),
            () => setParts(toggled(parts, one)),
            mask && one === 'sources',
          ),
        )}
      </fieldset>
      <fieldset className={styles.boxes} disabled={making.running}>
        <legend>{t.evidence.privacy}</legend>
        {box(t.evidence.mask, mask, () => setMask(!mask))}
        {mask && <p className="t2">{t.evidence.masked}</p>}
      </fieldset>
      {problem && (
        <p role="alert" className={styles.bad}>
          {problem}
        </p>
      )}
      <CallProgress call={making} overlay={false} flush label={t.evidence.making} />
      <DialogButtons>
        <Button onClick={making.running ? making.cancel : onClose}>{t.cancel}</Button>
        <Button
          kind="primary"
          needs="reports.makeEvidence"
          disabled={making.running || formats.length === 0}
          onClick={() => void make()}
        >
          {t.evidence.make}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
