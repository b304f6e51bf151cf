import { spawn } from 'node:child_process'
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { giveUp, node24, PROJECT } from './project.mjs'

/** Runs a program in the project's folder; answers its exit code and, with `capture`, what it printed. Never rejects. */
export function run(
  command,
  args,
  { capture = false, quiet = false, env = {}, timeoutMs, shell = false } = {},
) {
  return new Promise(resolve => {
    // quiet: stdout belongs to the caller's own answer, so that what is said on the way goes to stderr.
    const stdio = capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', quiet ? 2 : 'inherit', 'inherit']
    const child = spawn(command, args, { cwd: PROJECT, env: { ...process.env, ...env }, stdio, shell })
    let output = ''
    const collect = chunk => (output += chunk)
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    const timer = timeoutMs && setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    const done = code => {
      clearTimeout(timer)
      resolve({ code, output })
    }
    child.once('error', error => {
      output += error.message
      done(127)
    })
    child.once('close', code => done(code ?? 1))
  })
}

/** npm, the one that runs us where there is one. */
export function npm(args, options) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options)
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** A tool of node_modules by its script, under Node 24. */
export function tool(script, args, options) {
  return run(requireNode24(), [`node_modules/${script}`, ...args], options)
}

export function requireNode24() {
  return (
    node24() ??
    giveUp(
      `Farthing runs on Node 24, and this is ${process.versions.node} on ${process.platform}-${process.arch}. Install Node 24 and try again.`,
    )
  )
}

/** Hands over to a built entry: in this very process where it is Node 24 already, so that Ctrl-C reaches one process only. */
export async function become(entry, args) {
  const node = requireNode24()
  // What V8 made of the code is kept by content, for this process, a child and the workers of either: a third less to do at a start.
  process.env.NODE_COMPILE_CACHE ??= join(PROJECT, '.cache', 'compile')
  if (node === process.execPath) {
    module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
    process.argv = [process.argv[0], entry, ...args]
    await import(pathToFileURL(entry).href)
    return
  }
  const child = spawn(node, [entry, ...args], { stdio: 'inherit' })
  // The terminal sends its Ctrl-C to the child as well; what is sent to us alone is passed on.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.once('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}
