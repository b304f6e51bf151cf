import { IconAlertTriangle, IconArrowForwardUp, IconCheck, IconCircleDashed } from '@tabler/icons-react'
import type { AuditVerdict } from '../../../shared/data/workpaper.ts'
import { useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import sheet from './paper.module.css'

const SIGNS = {
  open: IconCircleDashed,
  cleared: IconCheck,
  exception: IconAlertTriangle,
  'follow-up': IconArrowForwardUp,
} as const

export function VerdictMark({ verdict }: { verdict: AuditVerdict }) {
  const t = useMessages(messages)
  const Symbol = SIGNS[verdict]
  return (
    <span className={sheet.mark} data-verdict={verdict}>
      <Symbol aria-hidden />
      {t.verdicts[verdict]}
    </span>
  )
}
