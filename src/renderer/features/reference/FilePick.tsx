import { IconFileImport } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { PickedFile } from '../../../shared/contract/import.ts'
import { DropArea } from '../../app/DropArea.tsx'
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
  const [problem, setProblem] = useState<string>()
  const take = async (file: File): Promise<void> => {
    const picked = await tryPickFile(file)
    setProblem(picked.ok ? undefined : picked.failure.message)
    if (picked.ok) onPick(picked.value)
  }
  return (
    <DropArea
      className={styles.drop}
      testId="reference-file"
      accept={accept}
      onFiles={([file]) => void (file && take(file))}
    >
      {choose => (
        <>
          <p>{children}</p>
          <p>
            <Button icon={<IconFileImport aria-hidden />} onClick={choose}>
              {t.choose}
            </Button>{' '}
            <span className="t3">{t.drop}</span>
          </p>
          {problem && <ErrorState failure={{ message: problem }} />}
        </>
      )}
    </DropArea>
  )
}
