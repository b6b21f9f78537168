// The page of a measure through the nginx configuration that is shipped, and how long after a publication it still sends the old text.
import { readFileSync } from 'node:fs'
import type { Case, Contender, Stage } from '../case.ts'
import { load } from '../load.ts'
import { familyOf } from '../process-cost.ts'
import { measurePaths } from '../program.ts'
import { nginxFromDisk, startNginx } from '../rivals/nginx.ts'

const behind = { PROXY_CACHE: '1', TRUST_PROXY: '1' }

/** nginx with docs/nginx.conf, its ports and directory replaced. */
async function shipped(stage: Stage): Promise<{ url: string; pid: number; stop: () => Promise<void> }> {
  const { url } = await stage.program(behind)
  const text = readFileSync(new URL('../../../docs/nginx.conf', import.meta.url), 'utf8')
  return startNginx((port, dir) =>
    text
      .replace('/var/cache/nginx/as-amended', `${dir}/cache`)
      .replace('127.0.0.1:3000', new URL(url).host)
      .replace('listen 80;', `listen 127.0.0.1:${port};`),
  )
}

async function proxied(stage: Stage, paths: string[]): Promise<Contender> {
  const { url, pid, stop } = await shipped(stage)
  return {
    name: 'nginx, docs/nginx.conf',
    run: (connections, seconds) => load(url, paths, connections, seconds),
    pids: () => familyOf(pid),
    stop,
  }
}

/** Publishes again and again while somebody reads: the longest that an old text was still sent after the publication was done. */
async function longestOld(stage: Stage): Promise<number> {
  const build = await import('#lib/testing/builders.ts')
  const { actorByEmail } = await import('#lib/accounts/queries.ts')
  const [editor, reviewer] = await Promise.all([actorByEmail(stage.people.editor), actorByEmail(stage.people.reviewer)])
  if (!editor || !reviewer) throw new Error('The people of the bench are gone.')
  const cast = { editor, reviewer }
  const economy = stage.seeded.refs[0]?.slice(0, 2) ?? ''
  const { ref } = await build.published(cast, await build.draft(editor, economy, build.contentWith({ description: 'Colour number 1.' })))
  const { url, stop } = await shipped(stage)
  let longest = 0
  try {
    for (let round = 2; round < 12; round++) {
      const content = build.contentWith({ description: `Colour number ${round}.`, changeKind: 'editorial', changeNote: 'Colour.' })
      const on = await build.approved(cast, await build.amendment(editor, ref, content))
      await fetch(`${url}/measures/${ref}`)
      await build.publication(cast, on)
      const done = performance.now()
      while (!(await (await fetch(`${url}/measures/${ref}`)).text()).includes(`number ${round}.`))
        longest = Math.max(longest, performance.now() - done)
    }
  } finally {
    await stop()
  }
  return longest
}

export default {
  name: 'behind-nginx',
  about: 'GET /measures/{ref} through the shipped nginx configuration, 50 popular refs',
  run: async (stage) => {
    const paths = measurePaths(stage, (ref) => `/measures/${ref}`, 50)
    const { url } = await stage.program(behind)
    return {
      lines: await stage.compare([() => proxied(stage, paths), () => nginxFromDisk(url, paths)]),
      figures: [{ name: 'an old text after a publication, at most', value: await longestOld(stage), unit: 'ms', target: '< 1,000' }],
    }
  },
} satisfies Case
