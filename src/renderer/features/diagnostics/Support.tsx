import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import { call } from '../../app/client.ts'
import { download } from '../../charts/download.ts'
import { Button, ErrorState, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './health.module.css'

/** The support bundle: all of it is shown before it is saved. */
export function Support() {
  const t = useMessages(messages)
  const format = useFormat()
  const [files, setFiles] = useState<Output<'diagnostics.bundlePreview'>['files']>()
  const [failure, setFailure] = useState<Failure>()
  const preview = async (): Promise<void> => {
    const result = await call('diagnostics.bundlePreview', {})
    setFailure(result.ok ? undefined : result.failure)
    if (result.ok) setFiles(result.value.files)
  }
  const save = async (): Promise<void> => {
    const result = await call('diagnostics.bundle', {})
    setFailure(result.ok ? undefined : result.failure)
    if (result.ok && result.value.zip !== null)
      download(new Blob([bytesOf(result.value.zip)], { type: 'application/zip' }), result.value.name)
  }
  return (
    <>
      <p>{t.supportText}</p>
      {failure && <ErrorState failure={failure} />}
      <div className={styles.buttons}>
        <Button onClick={() => void preview()}>{t.preview}</Button>
        <Button onClick={() => void save()}>{t.save}</Button>
      </div>
      {files?.map(file => (
        <section key={file.name} className={styles.file} aria-label={`${t.file} ${file.name}`}>
          <h3 className="strong">
            {file.name} <span className="cap">{`${format.count(file.bytes)} ${t.bytes}`}</span>
          </h3>
          <pre className={`${styles.text} mono`} tabIndex={0}>
            {file.text}
          </pre>
        </section>
      ))}
    </>
  )
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), letter => letter.codePointAt(0) ?? 0)
