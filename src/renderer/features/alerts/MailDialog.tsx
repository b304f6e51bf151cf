import { useMessages, Button, Dialog, DialogButtons, TextField, toast } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './alerts.module.css'

/** A prepared e-mail: copied, never sent. It holds the rule's name and the statement, nothing else. */
export function MailDialog({
  subject,
  text,
  onClose,
}: {
  subject: string
  text: string
  onClose: () => void
}) {
  const t = useMessages(messages)
  const copy = (): void =>
    void navigator.clipboard.writeText(`${subject}\n\n${text}`).then(
      () => toast('done', t.copied),
      (error: unknown) => toast('error', String(error)),
    )
  return (
    <Dialog title={t.mail} opened onClose={onClose} size={560}>
      <div className={styles.form}>
        <p className="t2">{t.mailHint}</p>
        <TextField label={t.subject} value={subject} readOnly />
        <textarea className={styles.text} aria-label={t.text} value={text} readOnly />
        <DialogButtons>
          <Button onClick={onClose}>{t.close}</Button>
          <Button onClick={copy}>{t.copy}</Button>
          <a
            className={styles.mail}
            href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`}
            target="_blank"
            rel="noreferrer"
          >
            {t.openMail}
          </a>
        </DialogButtons>
      </div>
    </Dialog>
  )
}
