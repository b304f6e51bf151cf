import { expect, test } from 'vitest'
import { language } from '../../shared/text/language.ts'
import { currentOrigin, withLanguage, withOrigin } from './origin.ts'

test('what a call calls in turn keeps the first origin, and two calls at once do not mix', async () => {
  const wait = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
  const call = (user: string): Promise<unknown[]> =>
    withOrigin({ user, action: 'outer' }, async () => {
      await wait()
      const within = await withOrigin({ user: 'somebody else', action: 'inner' }, async () => {
        await wait()
        return currentOrigin()
      })
      return [currentOrigin()?.user, within?.user, within?.action]
    })
  expect(await Promise.all([call('anna'), call('ben')])).toEqual([
    ['anna', 'anna', 'outer'],
    ['ben', 'ben', 'outer'],
  ])
  expect(currentOrigin()).toBeUndefined()
})

test('a language holds inside, also across a wait and inside another, and nowhere else', async () => {
  expect(language()).toBe('en')
  const told = await withLanguage('de', async () => {
    await Promise.resolve()
    return [language(), withLanguage('en', language), language()]
  })
  expect(told).toEqual(['de', 'en', 'de'])
  expect(language()).toBe('en')
})
