import type { Health } from '../../../shared/contract/diagnostics.ts'
import { call } from '../../app/client.ts'
import { queryClient } from '../../app/use-call.ts'
import { Button, ErrorState, toast, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'

/** Saved changes that were missing at an opening: shown until somebody says that they have read it. */
export function Losses({ losses }: Pick<Health, 'losses'>) {
  const t = useMessages(messages)
  const format = useFormat()
  const news = losses.filter(loss => !loss.seen)
  const seen = async (): Promise<void> => {
    const result = await call('diagnostics.lossesSeen', {})
    if (!result.ok) toast('error', result.failure.message)
    await queryClient.invalidateQueries({
      predicate: ({ queryKey: [name] }) => String(name).startsWith('diagnostics.'),
    })
  }
  return news.map(loss => (
    <ErrorState
      key={loss.foundAt}
      title={t.lossTitle}
      failure={{
        message: `${t.lossText(format.count(loss.commits), format.moment(loss.savedAt), format.moment(loss.foundAt))} ${t.lossBackups}`,
      }}
      action={
        <Button needs="diagnostics.lossesSeen" onClick={() => void seen()}>
          {t.lossSeen}
        </Button>
      }
    />
  ))
}
