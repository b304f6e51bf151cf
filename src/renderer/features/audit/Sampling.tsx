import { useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { csvRecord } from '../../../shared/csv/write-csv.ts'
import type { Workpaper, WorkpaperItem } from '../../../shared/data/workpaper.ts'
import { tryPickFile } from '../../app/files.ts'
import { useLongCall } from '../../app/use-call.ts'
import { download, safeName } from '../../charts/download.ts'
import { Button, Figure, Panel, toast, useFormat, useHeld, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import type { Paper } from './use-paper.ts'
import { useWords } from './use-words.ts'
import sheet from './paper.module.css'

/** A drawn sample: its items with their audit values, typed or read from a file, and what they say of the whole. */
export function Sampling({ paper, page }: { paper: Workpaper; page: Paper }) {
  const t = useMessages(messages)
  const format = useFormat()
  const words = useWords(paper.currency)
  const picker = useRef<HTMLInputElement>(null)
  const read = useLongCall('audit.valuesFile')
  const { items, evaluation, result } = paper
  const missing = items.filter(one => one.audit === null)
  const { sample } = result
  const save = (): void => {
    const rows = items.map(one => [one.entry ?? '', one.stratum ?? '', one.book, one.audit ?? ''].map(String))
    const lines = [['entry', 'stratum', 'book', 'audit'], ...rows].map(csvRecord)
    download(new Blob(lines, { type: 'text/csv' }), `${safeName(`${t.sample} ${paper.id}`)}.csv`)
  }
  const take = async (file: File): Promise<void> => {
    const picked = await tryPickFile(file)
    const done = picked.ok ? await read.run({ run: paper.id, token: picked.value.token }) : picked
    if (done.ok) toast('done', t.readDone(format.count(done.value.entered)))
    else toast('error', done.failure.message)
    page.refresh()
  }
  const estimate = (value: number | null): string => (value === null ? '–' : format.number(value, 2))
  return (
    <>
      <Panel
        title={t.sample}
        subtitle={
          sample &&
          t.sampleText(format.count(items.length), words.money(sample.interval), words.money(sample.start))
        }
        actions={
          <>
            {missing.length > 0 && (
              <Button
                needs="audit.values"
                onClick={() => page.enter(missing.map(one => ({ item: one.sequence, audit: one.book })))}
              >
                {t.likeBook}
              </Button>
            )}
            <Button onClick={save}>{t.saveList}</Button>
            <Button needs="audit.valuesFile" onClick={() => picker.current?.click()} disabled={read.running}>
              {t.readList}
            </Button>
            <input
              ref={picker}
              type="file"
              accept=".csv,text/csv"
              hidden
              aria-label={t.readList}
              onChange={event => {
                const [file] = event.target.files ?? []
                if (file) void take(file)
                event.target.value = ''
              }}
            />
          </>
        }
      >
        <div className={sheet.list} role="region" aria-label={`${t.sample}: ${t.rows}`} tabIndex={0}>
          <table className={sheet.table} aria-label={`${t.sample}: ${t.rows}`} data-testid="items">
            <thead>
              <tr>
                <th scope="col" className={sheet.num}>
                  {t.number}
                </th>
                <th scope="col">{t.entry}</th>
                <th scope="col">{t.stratumHead}</th>
                <th scope="col" className={sheet.num}>
                  {t.book}
                </th>
                <th scope="col" className={sheet.num}>
                  {t.audit}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map(one => (
                <tr key={one.sequence} data-still>
                  <td className={sheet.num}>{one.sequence}</td>
                  <td>
                    {one.entry === null ? (
                      t.gone(1, '1')
                    ) : (
                      <Link to="/entry/$id" params={{ id: String(one.entry) }}>
                        {t.openEntry(String(one.entry))}
                      </Link>
                    )}
                  </td>
                  <td>{t.stratum[one.stratum]}</td>
                  <td className={sheet.num}>{words.money(one.book)}</td>
                  <td className={sheet.num}>
                    <AuditValue
                      key={`${one.sequence} ${one.audit}`}
                      item={one}
                      onEnter={audit => page.enter([{ item: one.sequence, audit }])}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      {evaluation && paper.request.test === 'sample' && (
        <Panel
          title={t.conclusions[evaluation.conclusion ?? 'incomplete']}
          subtitle={evaluation.missing > 0 ? t.toExamine(format.count(evaluation.missing)) : ''}
        >
          <div className={sheet.figures} data-testid="evaluation">
            <Figure label={t.projected} value={estimate(evaluation.projected)} />
            <Figure label={t.upper} value={estimate(evaluation.upper)} />
            <Figure label={t.upperUnder} value={estimate(evaluation.upperUnder)} />
            <Figure label={t.materiality} value={words.money(paper.request.materiality)} />
          </div>
        </Panel>
      )}
    </>
  )
}

/** A plain decimal; written when one leaves the field or presses Enter. */
function AuditValue({ item, onEnter }: { item: WorkpaperItem; onEnter: (audit: string | null) => void }) {
  const t = useMessages(messages)
  const held = useHeld()
  const [text, setText] = useState(item.audit ?? '')
  const value = text.trim()
  const good = value === '' || /^-?\d{1,15}(\.\d{1,10})?$/.test(value)
  const enter = (): void => {
    if (good && value !== (item.audit ?? '')) onEnter(value === '' ? null : value)
  }
  return (
    <input
      className={sheet.value}
      inputMode="decimal"
      value={text}
      aria-label={t.auditOf(String(item.entry ?? item.sequence))}
      aria-invalid={good ? undefined : true}
      title={good ? undefined : t.badAmount}
      {...held('audit.values')}
      onChange={event => setText(event.target.value)}
      onBlur={enter}
      onKeyDown={event => {
        if (event.key === 'Enter') enter()
      }}
    />
  )
}
