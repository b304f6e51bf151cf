import { IconDownload, IconPaperclip, IconX } from '@tabler/icons-react'
import type { Attachment } from '../../../shared/contract/ledger.ts'
import { call } from '../../app/client.ts'
import { DropArea } from '../../app/DropArea.tsx'
import { tryPickFile } from '../../app/files.ts'
import { useCall, useLongCall } from '../../app/use-call.ts'
import { useTellChange } from '../../app/use-history.ts'
import { download } from '../../charts/download.ts'
import { Button, IconButton, LinkButton, toast, useFormat, useMessages } from '../../ui/index.ts'
import { editMessages } from './edit.messages.ts'
import styles from './edit.module.css'

/** The files beside an entry: kept in the workspace, handed back as they came. */
export function Attachments({ entry }: { entry: number }) {
  const t = useMessages(editMessages)
  const format = useFormat()
  const tell = useTellChange()
  const { value: files } = useCall('ledger.attachments', { entry })
  const attaching = useLongCall('ledger.attach')
  const add = async (chosen: readonly File[]): Promise<void> => {
    // One step of the history each, in the order in which they were chosen.
    for (const file of chosen) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      const picked = await tryPickFile(file)
      if (!picked.ok) {
        toast('error', picked.failure.message)
        return
      }
      // oxlint-disable-next-line no-await-in-loop -- one after another
      if (!tell(await attaching.run({ entry, token: picked.value.token }), () => t.attached(file.name)))
        return
    }
  }
  const remove = async (file: Attachment): Promise<void> => {
    tell(await call('ledger.detach', { entry, attachment: file.id }), () => t.detached(file.name))
  }
  return (
    <DropArea
      className={styles.attachments}
      testId="attachment-file"
      multiple
      needs="ledger.attach"
      onFiles={chosen => void add(chosen)}
    >
      {choose => (
        <>
          {files && files.length > 0 && (
            <ul aria-label={t.attachments}>
              {files.map(file => (
                <li key={file.id}>
                  <IconPaperclip size={14} stroke={1.6} aria-hidden />
                  <LinkButton onClick={() => void save(entry, file)}>
                    <span className="ellipsis" title={file.sha256}>
                      {file.name}
                    </span>
                  </LinkButton>
                  <span className="cap tn nowrap">
                    {t.kilobytes(format.count(Math.max(1, Math.round(file.bytes / 1000))))}
                  </span>
                  <IconButton label={t.saveFile(file.name)} onClick={() => void save(entry, file)}>
                    <IconDownload aria-hidden />
                  </IconButton>
                  <IconButton
                    label={t.detach(file.name)}
                    needs="ledger.detach"
                    onClick={() => void remove(file)}
                  >
                    <IconX aria-hidden />
                  </IconButton>
                </li>
              ))}
            </ul>
          )}
          <Button
            kind="quiet"
            needs="ledger.attach"
            icon={<IconPaperclip aria-hidden />}
            disabled={attaching.running}
            onClick={choose}
          >
            {t.attach}
          </Button>
        </>
      )}
    </DropArea>
  )
}

/** Fetches the file piece by piece and hands it to the person. */
async function save(entry: number, { id: attachment, name }: Attachment): Promise<void> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let offset: number | null = 0; offset !== null;) {
    // oxlint-disable-next-line no-await-in-loop -- one piece after another
    const piece: Awaited<ReturnType<typeof fetchPiece>> = await fetchPiece(entry, attachment, offset)
    if (!piece.ok) {
      toast('error', piece.failure.message)
      return
    }
    parts.push(Uint8Array.from(atob(piece.value.base64), letter => letter.codePointAt(0) ?? 0))
    offset = piece.value.next
  }
  // Never as what it says it is: a page kept as a receipt must not run in the window.
  download(new Blob(parts, { type: 'application/octet-stream' }), name)
}

const fetchPiece = (entry: number, attachment: number, offset: number) =>
  call('ledger.attachmentPiece', { entry, attachment, offset })
