import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Connection } from '../../../shared/contract/connections.ts'
import { Button, Page, PageTabs, useMessages } from '../../ui/index.ts'
import { ConnectionDialog } from './ConnectionDialog.tsx'
import { ConnectionTable } from './ConnectionTable.tsx'
import { messages } from './messages.ts'
import { ReadDialog } from './ReadDialog.tsx'
import { Warehouse } from './Warehouse.tsx'

/** Databases as sources, and the warehouse that the workspace is pushed to or follows. */
export default function ConnectionsPage() {
  const t = useMessages(messages)
  const [tab, setTab] = useState<'sources' | 'warehouse'>('sources')
  const [edited, setEdited] = useState<{ connection: Connection | undefined }>()
  const [read, setRead] = useState<Connection>()
  const add = (): void => setEdited({ connection: undefined })
  return (
    <Page
      title={t.title}
      actions={
        <Button needs="connections.save" kind="primary" icon={<IconPlus aria-hidden />} onClick={add}>
          {t.add}
        </Button>
      }
    >
      <PageTabs
        label={t.title}
        value={tab}
        onChange={setTab}
        tabs={(['sources', 'warehouse'] as const).map(id => ({ id, label: t.tabs[id] }))}
      >
        {tab === 'sources' && (
          <ConnectionTable onAdd={add} onRead={setRead} onEdit={connection => setEdited({ connection })} />
        )}
        {tab === 'warehouse' && <Warehouse />}
      </PageTabs>
      {edited && <ConnectionDialog {...edited} onClose={() => setEdited(undefined)} />}
      {read && <ReadDialog connection={read} onClose={() => setRead(undefined)} />}
    </Page>
  )
}
