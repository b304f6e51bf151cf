import type { Output } from '../../../shared/contract/index.ts'
import { CreateDialog } from './CreateDialog.tsx'
import { OpenDialog, UnlockDialog } from './OpenDialogs.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { RecoveryKeyDialog } from './RecoveryKeyDialog.tsx'
import type { Choice } from './SidePanel.tsx'
import type { Start } from './use-start.ts'

interface StartDialogsProps {
  start: Start
  choice: Choice
  about: Output<'settings.about'> | undefined
}

/** At most one dialog at a time: what is being asked. */
export function StartDialogs({ start, choice, about }: StartDialogsProps) {
  const { asking } = start
  // Closing a dialog whose work is under way takes the work back, too.
  const close = () => {
    start.running?.cancel()
    start.ask(undefined)
  }
  const keychain = about?.keychain ?? false
  switch (asking?.what) {
    case 'create':
      return (
        <CreateDialog
          start={start}
          files={asking.files}
          choice={choice}
          keychain={keychain}
          onClose={close}
        />
      )
    case 'open':
      return <OpenDialog start={start} folder={about?.workspaces ?? ''} onClose={close} />
    case 'unlock':
      return (
        <UnlockDialog
          start={start}
          path={asking.path}
          name={asking.name}
          wrong={asking.wrong}
          users={asking.users ?? false}
          onClose={close}
        />
      )
    case 'restore':
      return <RestoreDialog start={start} damaged={asking.damaged} onClose={close} />
    case 'recovery':
      return (
        <RecoveryKeyDialog
          recoveryKey={asking.key}
          name={asking.status.settings?.name ?? ''}
          onDone={() => void start.enter(asking.status, asking.files)}
        />
      )
    default:
      return null
  }
}
