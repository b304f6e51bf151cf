import { Link, useNavigate } from '@tanstack/react-router'
import {
  IconChevronDown,
  IconContrast,
  IconDoorExit,
  IconFolderOpen,
  IconKeyboard,
  IconSearch,
} from '@tabler/icons-react'
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts'
import { IconButton } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useMessages } from '../ui/messages.ts'
import { useSetting } from '../ui/preferences.ts'
import { appMessages } from './app.messages.ts'
import { paletteMessages } from './palette.messages.ts'
import { AlertBell } from './AlertBell.tsx'
import { BrandMark } from './BrandMark.tsx'
import { leaveWorkspace } from './open-workspace.ts'
import { savePreferences } from './preferences.ts'
import styles from './layout.module.css'

const mac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')

interface TitleBarProps {
  status: WorkspaceStatus | undefined
  onPalette: () => void
  onKeys: () => void
}

export function TitleBar({ status, onPalette, onKeys }: TitleBarProps) {
  const t = useMessages(appMessages)
  const palette = useMessages(paletteMessages)
  return (
    <header className={styles.titleBar}>
      <div className={styles.workspace}>
        <BrandMark className={styles.brand} />
        {status?.open ? (
          <WorkspaceMenu status={status} />
        ) : (
          <Link to="/" className={styles.name}>
            Farthing
          </Link>
        )}
      </div>
      {status?.open ? (
        <button type="button" className={styles.command} onClick={onPalette} aria-keyshortcuts="Control+K">
          <IconSearch aria-hidden />
          <span>{t.command}</span>
          <kbd className={styles.kbd}>{mac ? '⌘ K' : `${palette.control} K`}</kbd>
        </button>
      ) : (
        <span />
      )}
      <div className={styles.right}>
        {status?.open && <AlertBell />}
        <ThemeMenu />
        <IconButton label={t.keys} shortcut="?" onClick={onKeys}>
          <IconKeyboard aria-hidden />
        </IconButton>
      </div>
    </header>
  )
}

function WorkspaceMenu({ status }: { status: WorkspaceStatus }) {
  const t = useMessages(appMessages)
  const navigate = useNavigate()
  const close = () => void leaveWorkspace().then(() => navigate({ to: '/', search: {} as never }))
  return (
    <Menu
      target={
        <button type="button" className={styles.workspaceButton}>
          <span className="ellipsis">{status.settings?.name}</span>
          <span className={styles.profile}>
            {status.settings?.profile === 'ledger' ? t.ledgerProfile : t.personal}
          </span>
          <IconChevronDown aria-hidden />
        </button>
      }
      items={[
        { id: 'other', label: t.openOther, icon: <IconFolderOpen size={16} stroke={1.6} />, onSelect: close },
        {
          id: 'close',
          label: t.closeWorkspace,
          icon: <IconDoorExit size={16} stroke={1.6} />,
          onSelect: close,
        },
      ]}
    />
  )
}

function ThemeMenu() {
  const t = useMessages(appMessages)
  const { theme } = useSetting()
  return (
    <Menu
      position="bottom-end"
      target={
        <IconButton label={t.theme}>
          <IconContrast aria-hidden />
        </IconButton>
      }
      items={(['system', 'light', 'dark', 'contrast'] as const).map(id => ({
        id,
        label: t[id],
        checked: theme === id,
        onSelect: () => void savePreferences({ theme: id }),
      }))}
    />
  )
}
