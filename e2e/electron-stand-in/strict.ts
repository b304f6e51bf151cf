/** What the stand-in does not do must not look as if it were done. */
export function missing(what: string): never {
  throw new Error(`stand-in: ${what} is not imitated`)
}

/** An object whose absent members throw when they are touched, instead of being undefined. */
export function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      // Symbols and `then` are asked for by the language itself.
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON')
        return Reflect.get(target, key, receiver)
      return missing(`${name}.${key}`)
    },
  })
}

/** The event object that Electron's listeners get. */
export function cancellable<T extends object>(
  more: T,
): T & { defaultPrevented: boolean; preventDefault: () => void } {
  const event = {
    ...more,
    defaultPrevented: false,
    preventDefault(): void {
      event.defaultPrevented = true
    },
  }
  return event
}
