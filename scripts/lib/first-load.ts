// What a start loads of the page: few files, asked for at once.
import { resolve } from 'node:path'
import { type Plugin, type Rolldown, normalizePath } from 'vite'

// By the folder it is built in: a configuration is bundled before it runs, and knows no place of its own.
const RENDERER = normalizePath(resolve('src/renderer'))
const DASHBOARD = `${RENDERER}/features/dashboard/dashboard.route.tsx`

type Graph = Pick<Rolldown.PluginContext, 'getModuleInfo'>

/** The dashboard with all of our own that it imports statically. Packages are left apart: a barrel's whole content would come along. */
export function withDashboard(): (id: string, graph: Graph) => string | null {
  let needed: Set<string> | undefined
  return (id, graph) => {
    needed ??= ownClosure(DASHBOARD, graph)
    return needed.has(id) ? 'dashboard.route' : null
  }
}

function ownClosure(entry: string, graph: Graph): Set<string> {
  const found = new Set([entry])
  for (const id of found)
    for (const next of graph.getModuleInfo(id)?.importedIds ?? [])
      if (!next.includes('/node_modules/') && next.includes('/src/')) found.add(next)
  return found
}

/** Most starts end on the dashboard: its files are asked for beside the page's own, not by them. */
export function dashboardBeside(): Plugin {
  return {
    name: 'dashboard-beside',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter(one => one.type === 'chunk')
        const has = (path: string): Rolldown.OutputChunk | undefined =>
          chunks.find(chunk => chunk.moduleIds.includes(path))
        const files = new Set<string>()
        const styles = new Set<string>()
        const take = (chunk: Rolldown.OutputChunk | undefined): void => {
          if (!chunk || files.has(chunk.fileName)) return
          files.add(chunk.fileName)
          for (const css of chunk.viteMetadata?.importedCss ?? []) styles.add(css)
          for (const next of chunk.imports) take(chunks.find(one => one.fileName === next))
        }
        take(has(`${RENDERER}/main.tsx`))
        const already = new Set([...files, ...styles])
        take(has(DASHBOARD))
        const link = (rel: string, file: string) => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `./${file}` },
          injectTo: 'head' as const,
        })
        return [
          ...[...files].filter(file => !already.has(file)).map(file => link('modulepreload', file)),
          ...[...styles].filter(file => !already.has(file)).map(file => link('stylesheet', file)),
        ]
      },
    },
  }
}
