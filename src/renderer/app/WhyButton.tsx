import { IconHelpCircle } from '@tabler/icons-react'
import { LinkButton } from '../ui/Button.tsx'
import { useMessages } from '../ui/messages.ts'
import { appMessages } from './app.messages.ts'
import styles from './why.module.css'

/** Asks what a figure comes from. `of`: whose figure it is, for those who hear the button without its row. */
export function WhyButton({ of, onAsk }: { of: string; onAsk: () => void }) {
  const t = useMessages(appMessages)
  return (
    <LinkButton className={styles.why} aria-label={`${t.why} ${of}`} title={t.whyTitle} onClick={onAsk}>
      <IconHelpCircle aria-hidden />
    </LinkButton>
  )
}
