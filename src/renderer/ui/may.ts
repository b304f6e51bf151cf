import { methodOf, type MethodName } from '../../shared/contract/index.ts'
import { ROLES, type Role } from '../../shared/contract/method.ts'
import { defineMessages, useMessages } from './messages.ts'
import { createStore, useStore } from './store.ts'

const mayMessages = defineMessages({
  en: {
    needs: (role: string) => `This needs the role ${role}.`,
    roles: { nobody: 'nobody', viewer: 'viewer', analyst: 'analyst', admin: 'admin' },
  },
  de: {
    needs: (role: string) => `Dafür ist die Rolle ${role} nötig.`,
    roles: { nobody: 'niemand', viewer: 'Leser', analyst: 'Analyst', admin: 'Administrator' },
  },
})

/** The role of whoever has the workspace open; unknown while none is open. The host decides; this is for what a page offers. */
export const roleStore = createStore<Role | undefined>(undefined)

/** Whether a role is at least a method's least role in the contract. Nothing is held back while the role is unknown. */
export function mayCall(role: Role | undefined, method: MethodName): boolean {
  return role === undefined || ROLES.indexOf(role) >= ROLES.indexOf(methodOf(method)?.role ?? 'admin')
}

/** Whether whoever looks at the page may call the method. */
export function useMay(method: MethodName): boolean {
  return mayCall(useStore(roleStore), method)
}

/** Why a control whose work is refused to this role stands still; undefined where it may be used. */
export function useRefusal(): (method: MethodName | undefined) => string | undefined {
  const role = useStore(roleStore)
  const t = useMessages(mayMessages)
  return method => {
    if (method === undefined || mayCall(role, method)) return undefined
    return t.needs(t.roles[methodOf(method)?.role ?? 'admin'])
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
