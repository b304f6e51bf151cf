import { IconArrowDown, IconArrowUp, IconGripVertical, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState, type DragEvent, type KeyboardEvent } from 'react'
import { SECTION_KINDS, type Section } from '../../../shared/report/definition.ts'
import { IconButton, SelectField, VisuallyHidden, useMessages } from '../../ui/index.ts'
import { moved, movedTo, newSection } from './draft.ts'
import { messages } from './messages.ts'
import { SectionFields } from './SectionFields.tsx'
import styles from './reports.module.css'

const STEPS: Partial<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 }

/**
 * Sections in their order: dragged by their grip, or taken up there by Space and moved by the arrow keys; moved by the arrows beside
 * them, too, and by Alt and an arrow key on any of their buttons.
 */
export function Sections({
  sections,
  onChange,
}: {
  sections: Section[]
  onChange: (sections: Section[]) => void
}) {
  const t = useMessages(messages)
  const [open, setOpen] = useState<string>()
  const [dragged, setDragged] = useState<string>()
  const [over, setOver] = useState<string>()
  const [lifted, setLifted] = useState<{ id: string; before: Section[] }>()
  const [said, setSaid] = useState('')
  const put = (at: number, section: Section): void => onChange(sections.toSpliced(at, 1, section))
  const nameOf = (section: Section): string => {
    if (section.title) return section.title
    return `${t.kinds[section.kind]}${section.kind === 'chart' ? `: ${t.charts[section.chart]}` : ''}`
  }
  const move = (at: number, to: number): void => {
    const section = sections[at]
    if (!section || to < 0 || to >= sections.length) return
    onChange(movedTo(sections, at, to))
    setSaid(t.place(nameOf(section), String(to + 1), String(sections.length)))
  }
  const keys = (event: KeyboardEvent, at: number): void => {
    const step = STEPS[event.key]
    if (!event.altKey || step === undefined) return
    event.preventDefault()
    move(at, at + step)
  }
  const gripKeys = (event: KeyboardEvent, at: number): void => {
    const section = sections[at] as Section
    const own = lifted?.id === section.id
    const step = STEPS[event.key]
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      setLifted(own ? undefined : { id: section.id, before: sections })
      setSaid(own ? t.dropped(nameOf(section)) : t.lifted(nameOf(section)))
    } else if (own && step !== undefined && !event.altKey) {
      event.preventDefault()
      move(at, at + step)
    } else if (own && event.key === 'Escape') {
      event.stopPropagation()
      onChange(lifted.before)
      setLifted(undefined)
      setSaid(t.putBack(nameOf(section)))
    }
  }
  const drag = (event: DragEvent, id: string): void => {
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', id)
    setDragged(id)
  }
  const drop = (event: DragEvent, at: number): void => {
    event.preventDefault()
    const from = sections.findIndex(one => one.id === dragged)
    if (from >= 0 && from !== at) move(from, at)
    setDragged(undefined)
    setOver(undefined)
  }
  return (
    <>
      <ol className={styles.sections}>
        {sections.map((section, at) => {
          const name = nameOf(section)
          return (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the buttons within
            <li
              key={section.id}
              className={styles.section}
              data-over={over === section.id && dragged !== section.id ? '' : undefined}
              data-dragged={dragged === section.id || lifted?.id === section.id ? '' : undefined}
              onKeyDown={event => keys(event, at)}
              onDragOver={event => {
                if (dragged === undefined) return
                event.preventDefault()
                setOver(section.id)
              }}
              onDrop={event => drop(event, at)}
            >
              <div
                className={styles.sectionHead}
                draggable
                onDragStart={event => drag(event, section.id)}
                onDragEnd={() => {
                  setDragged(undefined)
                  setOver(undefined)
                }}
              >
                <IconButton
                  label={t.grip(name)}
                  aria-pressed={lifted?.id === section.id}
                  className={styles.grip}
                  onKeyDown={event => gripKeys(event, at)}
                  onBlur={() => setLifted(undefined)}
                >
                  <IconGripVertical aria-hidden />
                </IconButton>
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
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
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
