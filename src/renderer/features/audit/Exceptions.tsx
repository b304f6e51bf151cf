import { useEffect, useRef } from 'react'
import { VERDICTS, type AuditVerdict, type Workpaper } from '../../../shared/data/workpaper.ts'
import { Button, Panel, Segmented, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { SHOWN } from './use-paper.ts'
import { useWords } from './use-words.ts'
import { VerdictMark } from './VerdictMark.tsx'
import sheet from './paper.module.css'

/** Exceptions with their verdicts; J and K go on and back, C, X, U and O judge. */
export function Exceptions({
  paper,
  shown,
  onShow,
  offset,
  onTurn,
  selected,
  onSelect,
  onClearOpen,
}: {
  paper: Workpaper
  shown: AuditVerdict | undefined
  onShow: (verdict: AuditVerdict | undefined) => void
  /** Exceptions before the page that is shown. */
  offset: number
  onTurn: (offset: number) => void
  selected: number | undefined
  onSelect: (sequence: number) => void
  onClearOpen: (exceptions: number[]) => void
}) {
  const t = useMessages(messages)
  const format = useFormat()
  const words = useWords(paper.currency)
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    body.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const open = paper.list.filter(one => one.verdict === 'open').map(one => one.sequence)
  const { found, stored, list } = paper
  const paged = offset > 0 || list.length === SHOWN
  const notes = [
    ...(stored < found ? [t.kept(format.count(stored), format.count(found))] : []),
    ...(paged && list.length > 0
      ? [
          t.shown(
            format.count(offset + 1),
            format.count(offset + list.length),
            shown === undefined ? format.count(stored) : '',
          ),
        ]
      : []),
  ]
  return (
    <Panel
      title={t.exceptions}
      subtitle={notes.join('; ') || t.verdictKeys}
      actions={
        <>
          {paged && (
            <>
              <Button disabled={offset === 0} onClick={() => onTurn(Math.max(0, offset - SHOWN))}>
                {t.pageBefore}
              </Button>
              <Button disabled={list.length < SHOWN} onClick={() => onTurn(offset + SHOWN)}>
                {t.pageAfter}
              </Button>
            </>
          )}
          <Segmented
            label={t.show}
            value={shown ?? 'all'}
            onChange={value => onShow(VERDICTS.find(one => one === value))}
            options={[{ id: 'all', label: t.all }, ...VERDICTS.map(id => ({ id, label: t.verdicts[id] }))]}
          />
          {open.length > 0 && (
            <Button needs="audit.verdict" onClick={() => onClearOpen(open)}>
              {t.clearRest(format.count(open.length))}
            </Button>
          )}
        </>
      }
    >
      {list.length === 0 && <p className={sheet.note}>{t.nothing}</p>}
      {list.length > 0 && (
        <div className={sheet.list} role="region" aria-label={t.what} tabIndex={0}>
          <table className={sheet.table} aria-label={t.what} data-testid="exceptions">
            <thead>
              <tr>
                <th scope="col" className={sheet.num}>
                  {t.number}
                </th>
                <th scope="col">{t.what}</th>
                <th scope="col" className={sheet.num}>
                  {t.amount}
                </th>
                <th scope="col">{t.verdict}</th>
                <th scope="col">{t.note}</th>
              </tr>
            </thead>
            <tbody ref={body}>
              {list.map(one => {
                const sentence = words.sentence(one)
                return (
                  <tr
                    key={one.sequence}
                    tabIndex={0}
                    aria-selected={one.sequence === selected}
                    onClick={() => onSelect(one.sequence)}
                    onFocus={() => onSelect(one.sequence)}
                  >
                    <td className={sheet.num}>{one.sequence}</td>
                    <td className={sheet.cut} title={sentence}>
                      {sentence}
                    </td>
                    <td className={sheet.num}>{words.money(one.amount)}</td>
                    <td>
                      <VerdictMark verdict={one.verdict} />
                    </td>
                    <td className={sheet.noteCell} title={one.note}>
                      {one.note}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}
