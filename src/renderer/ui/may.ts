import { methodOf, type MethodName } from '../../shared/contract/index.ts'
import { refusalOf, type Access } from '../../shared/contract/refusal.ts'
import { defineMessages, useMessages } from './messages.ts'
import { createStore, useStore } from './store.ts'

const mayMessages = defineMessages({
  en: {
    needs: (role: string) => `This needs the role ${role}.`,
    asksOnly: 'The entries are in the warehouse only.',
    viewOnly: 'The workspace’s file may only be read.',
    roles: { nobody: 'nobody', viewer: 'viewer', analyst: 'analyst', admin: 'admin' },
  },
  de: {
    needs: (role: string) => `Dafür ist die Rolle ${role} nötig.`,
    asksOnly: 'Die Buchungen liegen nur im Warehouse.',
    viewOnly: 'Die Datei des Arbeitsbereichs darf nur gelesen werden.',
    roles: { nobody: 'niemand', viewer: 'Leser', analyst: 'Analyst', admin: 'Administrator' },
  },
})

/** What stands between whoever looks at a page and its controls. The host decides; this is for what a page offers. */
export const accessStore = createStore<Access>({ role: undefined, viewOnly: false })

/** Whether whoever looks at the page may call the method. */
export function useMay(method: MethodName): boolean {
  return refusalOf(useStore(accessStore), method) === undefined
}

/** Why a control whose work is refused stands still; undefined where it may be used. */
export function useRefusal(): (method: MethodName | undefined) => string | undefined {
  const access = useStore(accessStore)
  const t = useMessages(mayMessages)
  return method => {
    const why = method && refusalOf(access, method)
    if (why === undefined || method === undefined) return undefined
    if (why === 'asks-only') return t.asksOnly
    return why === 'view-only' ? t.viewOnly : t.needs(t.roles[methodOf(method)?.role ?? 'admin'])
  }
}

/** For a bare input or select: `<input {...held('rules.save')} />`. The reason is its title, which a screen reader says with the name. */
export function useHeld(): (method: MethodName | undefined) => { disabled?: true; title?: string } {
  const refusal = useRefusal()
  return method => {
    const why = refusal(method)
    return why === undefined ? {} : { disabled: true, title: why }
  }
}
