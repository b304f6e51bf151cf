import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { tellAhead } from './address-ahead.ts'
import { Layout } from './Layout.tsx'
import { NotHere, PageFailed } from './NotHere.tsx'
import { PAGE_FILES, type PageName } from './pages.ts'
import { parseSearch, stringifySearch, type Search } from './search.ts'

const root = createRootRoute({
  component: Layout,
  validateSearch: (search: Record<string, unknown>): Search => search as Search,
  notFoundComponent: NotHere,
  errorComponent: PageFailed,
})

const page = (path: string, name: PageName) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(PAGE_FILES[name]),
    errorComponent: PageFailed,
  })

export const router = createRouter({
  routeTree: root.addChildren([
    page('/', 'start'),
    page('/dashboard', 'dashboard'),
    page('/ledger', 'ledger'),
    page('/ledger/changes', 'changes'),
    page('/rules', 'rules'),
    page('/quality', 'quality'),
    page('/reference', 'reference'),
    page('/schedule', 'schedule'),
    page('/reports', 'reports'),
    page('/entry/$id', 'entry'),
    page('/import', 'import'),
    page('/import/batches', 'batches'),
    page('/connections', 'connections'),
    page('/alerts', 'alerts'),
    page('/anomalies', 'anomalies'),
    page('/audit', 'audit'),
    page('/audit/$run', 'workpaper'),
    page('/explain', 'explain'),
    page('/forecast', 'forecast'),
    page('/budget', 'budget'),
    page('/ask', 'chat'),
    page('/explore', 'explore'),
    page('/health', 'health'),
    page('/figure/$id', 'figure'),
    page('/security', 'security'),
    page('/settings', 'settings'),
  ]),
  // The address after '#' works alike under app:// and on the loopback host, whose server knows no pages.
  history: createHashHistory(),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: false,
})
tellAhead(router)
