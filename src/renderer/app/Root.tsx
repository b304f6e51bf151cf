import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useLayoutEffect } from 'react'
import { densityOf, useLanguage, useSetting, useTheme } from '../ui/preferences.ts'
import { mantineTheme } from '../ui/theme/theme.ts'
import { call } from './client.ts'
import { router } from './router.tsx'
import { queryClient } from './use-call.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** Providers, and the attributes on <html> that the style sheets go by. */
export function Root() {
  const theme = useTheme()
  const density = densityOf(useSetting())
  const language = useLanguage()
  useLayoutEffect(() => {
    const { documentElement } = document
    documentElement.dataset['theme'] = theme
    documentElement.dataset['density'] = density
    documentElement.lang = language
  }, [theme, density, language])
  // Where it does not get through, main goes on in the language it speaks.
  useEffect(() => void call('settings.speak', { language }), [language])
  return (
    <MantineProvider
      theme={mantineTheme}
      forceColorScheme={theme === 'light' ? 'light' : 'dark'}
      getStyleNonce={() => nonce}
      // Their variables are in a static sheet (ui/theme): nothing is written into the page at run time.
      withCssVariables={false}
      withStaticClasses={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
