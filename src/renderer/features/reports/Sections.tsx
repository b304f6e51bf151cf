import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { SECTION_KINDS, type Section } from '../../../shared/report/definition.ts'
import { IconButton, SelectField, useMessages } from '../../ui/index.ts'
import { moved, newSection } from './draft.ts'
import { messages } from './messages.ts'
import { SectionFields } from './SectionFields.tsx'
import styles from './reports.module.css'

/** Sections in their order: moved by the arrows beside them, or by Alt and an arrow key on any of them. */
export function Sections({
  sections,
  onChange,
}: {
  sections: Section[]
  onChange: (sections: Section[]) => void
}) {
  const t = useMessages(messages)
  const [open, setOpen] = useState<string>()
  const put = (at: number, section: Section): void => onChange(sections.toSpliced(at, 1, section))
  const keys = (event: KeyboardEvent, at: number): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onChange(moved(sections, at, event.key === 'ArrowUp' ? -1 : 1))
  }
  return (
    <>
      <ol className={styles.sections}>
        {sections.map((section, at) => {
          const own =
            section.title !== undefined && section.title !== '' ? section.title : t.kinds[section.kind]
          const chart = section.kind === 'chart' ? `: ${t.charts[section.chart]}` : ''
          const name = section.title ? own : `${own}${chart}`
          return (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the buttons within
            <li key={section.id} className={styles.section} onKeyDown={event => keys(event, at)}>
              <div className={styles.sectionHead}>
                <span className="ellipsis" title={name}>
                  {name}
                </span>
                <span className={styles.tools}>
                  <IconButton
                    label={t.up(name)}
                    disabled={at === 0}
                    onClick={() => onChange(moved(sections, at, -1))}
                  >
                    <IconArrowUp aria-hidden />
                  </IconButton>
                  <IconButton
                    label={t.down(name)}
                    disabled={at === sections.length - 1}
                    onClick={() => onChange(moved(sections, at, 1))}
                  >
                    <IconArrowDown aria-hidden />
                  </IconButton>
                  <IconButton
                    label={t.edit(name)}
                    aria-expanded={open === section.id}
                    onClick={() => setOpen(open === section.id ? undefined : section.id)}
                  >
                    <IconPencil aria-hidden />
                  </IconButton>
                  <IconButton
                    label={t.drop(name)}
                    disabled={sections.length === 1}
                    onClick={() => onChange(sections.toSpliced(at, 1))}
                  >
                    <IconTrash aria-hidden />
                  </IconButton>
                </span>
              </div>
              {open === section.id && (
                <SectionFields section={section} onChange={changed => put(at, changed)} />
              )}
            </li>
          )
        })}
      </ol>
      <SelectField
        label={t.add}
        value=""
        options={[
          { value: '', label: '…' },
          ...SECTION_KINDS.map(kind => ({ value: kind, label: t.kinds[kind] })),
        ]}
        onChange={event => {
          const kind = SECTION_KINDS.find(one => one === event.target.value)
          if (!kind) return
          const added = newSection(kind, sections)
          onChange([...sections, added])
          setOpen(added.id)
        }}
      />
    </>
  )
}
