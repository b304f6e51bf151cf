import { useState } from 'react'
import type { Category } from '../../../shared/contract/rules.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import { useTellChange } from '../../app/use-history.ts'
import {
  Button,
  DataTable,
  Dialog,
  DialogButtons,
  EmptyState,
  ErrorState,
  LinkButton,
  SelectField,
  TextField,
  toast,
  useFormat,
  useLanguage,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './rules.module.css'

type Asked = { kind: 'rename' | 'move' | 'merge'; category: Category } | { kind: 'create' }

/** The categories with their groups: make, rename, move, merge. */
export function Categories() {
  const t = useMessages(messages)
  const format = useFormat()
  const language = useLanguage()
  const { value, failure, retry } = useCall('rules.categories', {})
  const [asked, setAsked] = useState<Asked>()
  const starters = async (): Promise<void> => {
    const result = await call('rules.addStarterCategories', { language })
    if (!result.ok) toast('error', result.failure.message)
    void queryClient.invalidateQueries({ queryKey: ['rules.categories'] })
  }
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!value) return null
  const tools = (
    <span className={styles.links}>
      <Button needs="rules.createCategory" onClick={() => setAsked({ kind: 'create' })}>
        {t.addCategory}
      </Button>
      <Button needs="rules.addStarterCategories" onClick={() => void starters()}>
        {t.starters}
      </Button>
    </span>
  )
  const sorted = value.toSorted((a, b) =>
    `${a.path.join(':')} ${a.label}`.localeCompare(`${b.path.join(':')} ${b.label}`, language),
  )
  return (
    <>
      {value.length === 0 ? (
        <EmptyState title={t.noCategories} action={tools}>
          {t.noCategoriesText}
        </EmptyState>
      ) : (
        <>
          <p className={styles.lead}>
            {t.categoriesLead} {tools}
          </p>
          <DataTable
            caption={t.tabs.categories}
            rows={sorted}
            rowKey={category => category.key}
            columns={[
              {
                id: 'group',
                head: t.group,
                text: true,
                cell: category => <span className="t2">{category.path.join(' › ')}</span>,
              },
              { id: 'category', head: t.category, text: true, cell: category => category.label },
              {
                id: 'entries',
                head: t.entries,
                numeric: true,
                width: 110,
                cell: category => format.count(category.entries),
              },
              {
                id: 'tools',
                head: <span className="visually-hidden">{t.edit}</span>,
                width: 260,
                cell: category => (
                  <span className={styles.links}>
                    {(['rename', 'move', 'merge'] as const).map(kind => (
                      <LinkButton
                        needs="rules.renameCategory"
                        key={kind}
                        onClick={() => setAsked({ kind, category })}
                      >
                        {t[kind]} <span className="visually-hidden">{category.label}</span>
                      </LinkButton>
                    ))}
                  </span>
                ),
              },
            ]}
          />
        </>
      )}
      {asked && <CategoryDialog asked={asked} all={sorted} onClose={() => setAsked(undefined)} />}
    </>
  )
}

const pathOf = (text: string): string[] =>
  text
    .split(':')
    .map(part => part.trim())
    .filter(part => part !== '')
    .slice(0, 2)

function CategoryDialog({
  asked,
  all,
  onClose,
}: {
  asked: Asked
  all: readonly Category[]
  onClose: () => void
}) {
  const t = useMessages(messages)
  const tell = useTellChange()
  const category = asked.kind === 'create' ? undefined : asked.category
  const others = all.filter(one => one.key !== category?.key)
  const [name, setName] = useState(asked.kind === 'rename' ? (category?.label ?? '') : '')
  const [group, setGroup] = useState(category?.path.join(': ') ?? '')
  const [into, setInto] = useState(others[0]?.key ?? '')
  const key = category?.key ?? ''
  const save = async (): Promise<void> => {
    if (asked.kind === 'create') {
      const made = await call('rules.createCategory', { name, parent: pathOf(group) })
      if (!made.ok) {
        toast('error', made.failure.message)
        return
      }
      toast('done', t.created)
      void queryClient.invalidateQueries({ queryKey: ['rules.categories'] })
      onClose()
      return
    }
    const result =
      asked.kind === 'rename'
        ? await call('rules.renameCategory', { key, name })
        : asked.kind === 'move'
          ? await call('rules.moveCategory', { key, parent: pathOf(group) })
          : await call('rules.mergeCategory', { key, into })
    if (tell(result, t.done)) onClose()
  }
  const title = {
    create: t.addCategory,
    rename: t.renameTitle(category?.label ?? ''),
    move: t.moveTitle(category?.label ?? ''),
    merge: t.mergeTitle(category?.label ?? ''),
  }[asked.kind]
  return (
    <Dialog title={title} opened onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        {(asked.kind === 'create' || asked.kind === 'rename') && (
          <TextField
            label={t.newName}
            value={name}
            required
            maxLength={200}
            onChange={event => setName(event.target.value)}
          />
        )}
        {(asked.kind === 'create' || asked.kind === 'move') && (
          <TextField label={t.newGroup} value={group} onChange={event => setGroup(event.target.value)} />
        )}
        {asked.kind === 'merge' && (
          <>
            <p>{t.mergeText}</p>
            <SelectField
              label={t.into}
              value={into}
              options={others.map(one => ({ value: one.key, label: one.label }))}
              onChange={event => setInto(event.target.value)}
            />
          </>
        )}
        <DialogButtons>
          <Button type="button" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button kind="primary" type="submit">
            {t.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
