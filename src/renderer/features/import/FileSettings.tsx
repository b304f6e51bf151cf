import type { Mapping, PreviewFile } from '../../../shared/contract/import.ts'
import { SelectField, TextField, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import shared from './shared.module.css'

const ENCODINGS = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'windows-1252', label: 'Windows-1252' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
] as const

/** What holds for the whole file: its currency and account, and how its text is cut into lines and fields. */
export function FileSettings({
  mapping,
  sheets,
  tables,
  sections,
  onChange,
  onSheet,
  onTable,
}: {
  mapping: Mapping
  sheets: PreviewFile['sheets']
  tables: PreviewFile['tables']
  sections: PreviewFile['sections']
  onChange: (change: Partial<Mapping>) => void
  onSheet: (sheet: string, range?: string) => void
  onTable: (table: number) => void
}) {
  const t = useMessages(messages)
  const isSheet = mapping.format === 'xlsx'
  const has = (field: string): boolean => mapping.fields.some(f => f.field === field)
  const delimiters = Object.keys(t.delimiters).includes(mapping.delimiter)
    ? Object.entries(t.delimiters)
    : [...Object.entries(t.delimiters), [mapping.delimiter, mapping.delimiter]]
  return (
    <fieldset className={shared.settings}>
      <legend>{t.fileWide}</legend>
      {!has('currency') && (
        <TextField
          label={t.currency}
          value={mapping.currency}
          maxLength={8}
          onChange={event => onChange({ currency: event.target.value.toUpperCase() })}
        />
      )}
      {!has('account') && !has('account.code') && (
        <TextField
          label={t.account}
          placeholder={t.accountHint}
          value={mapping.account ?? ''}
          onChange={event => onChange({ account: event.target.value || undefined })}
        />
      )}
      {sections && (
        <SelectField
          label={t.sections}
          value={mapping.sections ?? 'account'}
          options={[
            { value: 'account', label: t.sectionsAccount },
            { value: 'none', label: t.sectionsNone },
          ]}
          onChange={event => onChange({ sections: event.target.value === 'none' ? 'none' : 'account' })}
        />
      )}
      {tables && tables.length > 1 && (
        <SelectField
          label={t.table}
          value={String(mapping.table ?? 1)}
          options={tables.map(({ number, line, columns }) => ({
            value: String(number),
            label: t.tableAt(line, columns.filter(Boolean).slice(0, 6).join(', ')),
          }))}
          onChange={event => onTable(Number(event.target.value))}
        />
      )}
      {isSheet && sheets && sheets.length > 1 && (
        <SelectField
          label={t.sheet}
          value={mapping.sheet ?? ''}
          options={sheets.map(({ name, hidden }) => ({
            value: name,
            label: hidden ? t.hiddenSheet(name) : name,
          }))}
          onChange={event => onSheet(event.target.value)}
        />
      )}
      {isSheet && mapping.sheet !== undefined && (
        <TextField
          key={mapping.range ?? ''}
          label={t.range}
          placeholder="B3:F200"
          defaultValue={mapping.range ?? ''}
          maxLength={40}
          onBlur={event => {
            const range = event.target.value.trim()
            if (range !== (mapping.range ?? '')) onSheet(mapping.sheet ?? '', range)
          }}
        />
      )}
      {mapping.format === undefined && (
        <>
          <SelectField
            label={t.encoding}
            value={mapping.encoding}
            options={ENCODINGS}
            onChange={event => onChange({ encoding: event.target.value as Mapping['encoding'] })}
          />
          <SelectField
            label={t.delimiter}
            value={mapping.delimiter}
            options={delimiters.map(([value, label]) => ({ value: value as string, label: label as string }))}
            onChange={event => onChange({ delimiter: event.target.value })}
          />
        </>
      )}
      {(isSheet || mapping.format === undefined) && (
        <>
          <TextField
            label={isSheet ? t.skipRows : t.skipLines}
            type="number"
            min={0}
            max={1000}
            value={mapping.skipLines}
            onChange={event =>
              onChange({ skipLines: Math.max(0, Math.trunc(Number(event.target.value) || 0)) })
            }
          />
          <label className={shared.check}>
            <input
              type="checkbox"
              checked={mapping.hasHeader}
              onChange={event => onChange({ hasHeader: event.target.checked })}
            />
            {t.hasHeader}
          </label>
        </>
      )}
    </fieldset>
  )
}
