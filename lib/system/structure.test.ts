// The rules of the house, held by a test: which file may know which. Every failure is a sentence that says what to do instead.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** Lowest first: a folder imports only itself and folders before it. */
const FOLDERS = [
  'system',
  'timeline',
  'audit',
  'accounts',
  'jobs',
  'notifications',
  'taxonomy',
  'acts',
  'measures',
  'presence',
  'law-changes',
  'published',
  'review',
  'previews',
  'bulk',
  'imports',
  'exports',
  'pictures',
  'testing',
]

/** The files of lib that speak to the database; every other file of a lib folder is pure. */
const STORES =
  /^lib\/([\w-]+\/(([\w-]+-)?(queries|store)|commands\/[\w-]+)|audit\/record|accounts\/session|system\/(db|throttle)|jobs\/[\w-]+)\.ts$/
/** Files that may know the world outside, but not the tables. */
const PLUMBING = /^lib\/(system|testing|notifications)\//
const TEST = /\.test\.tsx?$/
/** What anybody may ask for: pages, API, feeds, downloads and what machines follow, all of published data only. */
const PUBLIC = /^app\/(\(public\)|api\/v1|feeds|downloads|sitemaps|sitemap\.xml|timemap|timegate|catalog\.jsonld)\//
const MAX_LINES = 300

type Import = { from: string; target: string; names: string; typeOnly: boolean }
type Source = { path: string; text: string; imports: Import[] }

const root = fileURLToPath(new URL('../..', import.meta.url))
const STATEMENT = /^(?:import|export)\s+(type\s+)?([^'"]*?)\s*from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gm

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(STATEMENT)].map(([, type, names = '', from, bare]) => {
    const target = from ?? bare ?? ''
    const list = names.match(/^\{([^}]*)\}$/)?.[1]?.split(',') ?? [names]
    const typeOnly = Boolean(type) || (names !== '' && list.every((name) => !name.trim() || name.trim().startsWith('type ')))
    const inside = target.startsWith('#') ? target.slice(1) : target.startsWith('.') ? normalize(join(dirname(path), target)) : target
    return { from: path, target: inside, names, typeOnly }
  })
}

const read = (path: string): Source => {
  const text = readFileSync(join(root, path), 'utf8')
  return { path, text, imports: importsOf(path, text) }
}
const files = globSync('{lib,app,components,prisma,scripts,e2e}/**/*.{ts,tsx,mjs}', {
  cwd: root,
  exclude: (path) => path.includes('prisma/generated'),
}).sort()
const sources = new Map(files.map((path) => [path, read(path)]))
const all = [...sources.values()]
const code = all.filter(({ path }) => !TEST.test(path) && !path.startsWith('lib/testing/'))
const under = (...folders: string[]) => code.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)))

const isDatabase = (target: string) =>
  target === 'lib/system/db.ts' || target.startsWith('prisma/generated/') || /^(@prisma\/|pg$|pg\/)/.test(target)
const folderOf = (path: string) => path.match(/^lib\/([\w-]+)\//)?.[1]
const isPure = (path: string) => path.startsWith('lib/') && !STORES.test(path) && !PLUMBING.test(path)

test('only queries, commands and stores speak to the database', () => {
  const wrong = under('lib', 'app', 'components').filter(({ path }) => !STORES.test(path))
  const found = wrong.flatMap(({ imports }) => imports.filter((one) => isDatabase(one.target) && !one.typeOnly))
  expect(
    found.map((one) => `${one.from} imports ${one.target}: move the read to queries.ts or the write to commands/ of its folder in lib.`),
  ).toEqual([])
})

test('pure files know neither the database nor the framework nor the clock', () => {
  const pure = code.filter(({ path }) => isPure(path))
  const outside = pure.flatMap(({ imports }) =>
    imports.filter(
      ({ target }) =>
        isDatabase(target) ||
        STORES.test(target) ||
        /^(node:(fs|net|http|child)|next\/)|^lib\/system\/(env|log|action|http|mail)/.test(target),
    ),
  )
  const timed = pure.filter(({ text }) => /\bDate\.now\(|\bnew Date\(\)|Math\.random\(/.test(text))
  expect([
    ...outside
      .filter((one) => !one.typeOnly)
      .map((one) => `${one.from} is pure and imports ${one.target}: take what it needs as an argument.`),
    ...timed.map(({ path }) => `${path} is pure and asks for the time or for chance: take it as an argument.`),
  ]).toEqual([])
})

describe('folders of lib', () => {
  test('are in the order of dependence', () => {
    const found = under('lib').flatMap(({ path, imports }) => {
      const from = FOLDERS.indexOf(folderOf(path) ?? '')
      if (from < 0)
        return [
          `${path} is in a folder without a place: add the folder to FOLDERS in lib/system/structure.test.ts, after everything it needs.`,
        ]
      const higher = imports.filter(({ target }) => FOLDERS.indexOf(folderOf(target) ?? '') > from)
      return higher.map(
        ({ target }) =>
          `${path} imports ${target}, which is in a later folder: let that folder call this one, or move the shared idea down.`,
      )
    })
    expect(found).toEqual([])
  })

  test('import nothing that is outside lib', () => {
    const found = under('lib').flatMap(({ imports }) => imports.filter(({ target }) => /^(app|components|scripts|e2e)\//.test(target)))
    expect(found.map((one) => `${one.from} imports ${one.target}: lib decides and knows nobody who asks.`)).toEqual([])
  })

  test('name their files after ideas', () => {
    const drawers = /^(index|utils?|helpers?|misc|types?|common|shared|lib|constants)$/
    const found = all
      .filter(({ path }) => path.startsWith('lib/'))
      .flatMap(({ path }) => {
        const rest = path.replace(/^lib\/[\w-]+\//, '')
        const idea = basename(path).split('.')[0] ?? ''
        if (drawers.test(idea)) return [`${path} is a drawer: put each thing in the file of its idea.`]
        if (rest.includes('/') && !/^commands\/[a-z][a-z-]*(\.db)?(\.test)?\.ts$/.test(rest))
          return [`${path}: a folder of lib has no folders but commands/.`]
        return /^[a-z][a-z0-9-]*(\.examples|\.d|(\.db)?\.test)?\.tsx?$/.test(basename(path))
          ? []
          : [`${path}: write file names in lower case with hyphens.`]
      })
    expect(found).toEqual([])
  })
})

test('nothing imports itself in a circle', () => {
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, way: string[]): void => {
    if (way.includes(path))
      circles.push(`${[...way.slice(way.indexOf(path)), path].join(' → ')}: move what they share to a file of its own.`)
    if (done.has(path) || way.includes(path)) return
    for (const { target, typeOnly } of sources.get(path)?.imports ?? []) if (!typeOnly) visit(target, [...way, path])
    done.add(path)
  }
  for (const { path } of all) visit(path, [])
  expect(circles).toEqual([])
})

test('what the public asks for comes from lib/published alone', () => {
  const found: string[] = []
  const seen = new Set<string>()
  const follow = (path: string, way: string[]): void => {
    if (seen.has(path)) return
    seen.add(path)
    for (const { target, names, typeOnly } of sources.get(path)?.imports ?? []) {
      if (typeOnly) continue
      const chain = [...way, target].join(' → ')
      if (target === 'lib/system/db.ts' && /\bdesk/.test(names))
        found.push(`${chain} takes the desk's connection: a public page reads through publicRows().`)
      else if (STORES.test(target) && !/^lib\/(published\/([\w-]+-)?queries|system\/db)\.ts$/.test(target))
        found.push(`${chain}: a public page that can import a draft can leak one; read it from lib/published.`)
      else follow(target, [...way, target])
    }
  }
  for (const { path } of under('app')) if (PUBLIC.test(path)) follow(path, [path])
  expect(found).toEqual([])
})

describe('commands', () => {
  const commands = code.filter(({ path }) => /^lib\/[\w-]+\/commands\//.test(path))

  test('are one function each, whose first parameter is the actor', () => {
    const found = commands.flatMap(({ path, text }) => {
      const functions = [...text.matchAll(/^export (?:async )?function \w+(?:<[^>]*>)?\(\s*([^,)]*)/gm)]
      if (functions.length !== 1) return [`${path} exports ${functions.length} functions: a command is one verb in one file.`]
      return functions[0]?.[1]?.trim() === 'actor: Actor'
        ? []
        : [`${path}: the first parameter of a command is \`actor: Actor\`, for nobody acts unnamed.`]
    })
    expect(found).toEqual([])
  })

  test('call no commands', () => {
    const found = commands.flatMap(({ imports }) => imports.filter(({ target }) => target.includes('/commands/')))
    expect(
      found.map((one) => `${one.from} imports ${one.target}: commands share pure functions and stores, and never call each other.`),
    ).toEqual([])
  })
})

test('components show and never decide', () => {
  const found = under('components').flatMap(({ imports }) => imports.filter(({ target, typeOnly }) => STORES.test(target) && !typeOnly))
  expect(found.map((one) => `${one.from} imports ${one.target}: let the page ask, and hand the answer to the component.`)).toEqual([])
})

test('only lib/system/env.ts reads the environment', () => {
  const found = under('lib', 'app', 'components').filter(({ path, text }) => path !== 'lib/system/env.ts' && /process\.env\b/.test(text))
  expect(found.map(({ path }) => `${path} reads process.env: add the variable to lib/system/env.ts, which checks it.`)).toEqual([])
})

test('files of lib open with a sentence', () => {
  const opening = /^(?:#!.*\n)?(?:['"]use \w+['"]\n+)?(?:\/\/|\/\*\*)[ \n*]*[^\n]*\w/
  const found = all.filter(({ path, text }) => path.startsWith('lib/') && !TEST.test(path) && !opening.test(text))
  expect(found.map(({ path }) => `${path}: open with one sentence: what it represents, and what never happens in it.`)).toEqual([])
})

test(`no file is longer than ${MAX_LINES} lines`, () => {
  const long = all.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 })).filter(({ lines }) => lines > MAX_LINES)
  expect(long.map(({ path, lines }) => `${path} has ${lines} lines: it holds more than one idea; give each its file.`)).toEqual([])
})

test('every path that README names exists', () => {
  const readme = join(root, 'README.md')
  const named = existsSync(readme)
    ? (readFileSync(readme, 'utf8').match(/\b(?:app|components|lib|prisma|scripts|e2e|tools)\/[\w./()[\]-]*/g) ?? [])
    : []
  const missing = [...new Set(named)]
    .map((path) => path.replace(/^([^(]*)\)+/, '$1').replace(/\.+$/, ''))
    .filter((path) => !existsSync(join(root, path)))
  expect(missing.map((path) => `README.md names ${path}, which does not exist: name what there is.`)).toEqual([])
})
