import { IconFileImport } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import type { PickedFile } from '../../../shared/contract/import.ts'
import { tryPickFile } from '../../app/files.ts'
import { Button, ErrorState, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './reference.module.css'

/** One file, chosen or dropped. What it is, is judged by its content. */
export function FilePick({
  accept,
  children,
  onPick,
}: {
  accept: string
  children: ReactNode
  onPick: (file: PickedFile) => void
}) {
  const t = useMessages(messages)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState<string>()
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const picked = await tryPickFile(file)
    setProblem(picked.ok ? undefined : picked.failure.message)
    if (picked.ok) onPick(picked.value)
  }
  return (
    <div
      className={styles.drop}
      data-over={over ? '' : undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        void take(event.dataTransfer.files[0])
      }}
    >
      <p>{children}</p>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="reference-file"
        accept={accept}
        onChange={event => {
          void take(event.target.files?.[0])
          // The same file chosen again must fire again.
          event.target.value = ''
        }}
      />
      <p>
        <Button icon={<IconFileImport aria-hidden />} onClick={() => input.current?.click()}>
          {t.choose}
        </Button>{' '}
        <span className="t3">{t.drop}</span>
      </p>
      {problem && <ErrorState failure={{ message: problem }} />}
    </div>
  )
}
