// Every page that anybody may open, from the list that the build wrote, with addresses to open it at; and what a page must not do to its reader.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { sharePreview } from '#lib/previews/commands/share-preview.ts'
import { decideWithdrawal } from '#lib/review/commands/decide-withdrawal.ts'
import { requestWithdrawal } from '#lib/review/commands/request-withdrawal.ts'
import { citing } from '#lib/testing/builders.ts'
import { actor, contentWith, given } from './fixtures.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The pages of the build that need no account: `/measures/[ref]`. */
export function pagesForAll(): string[] {
  const manifest = join(root, process.env.NEXT_DIST || '.next', 'app-path-routes-manifest.json')
  const routes = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>
  return Object.entries(routes)
    .filter(([file, address]) => file.endsWith('/page') && !/^\/(desk(\/|$)|_)/.test(address))
    .map(([, address]) => address)
    .sort()
}

/** Long words and a wide table, as a description may have them. */
const description = [
  'Operators keep a **register** of their services; [its form](https://law.example.org/forms/register) is theirs to choose.',
  `See the regulation on ${'Telekommunikationsdienstleistungs'.repeat(3)}verordnung.`,
  '| Service | Term | Authority | Source | Since |\n| --- | --- | --- | --- | --- |\n| Voice over the internet | 12 months | Ministry of Communications | Order 99 | 2012 |',
].join('\n\n')

/** At least one address of each page, the ones that are easiest to get wrong among them. */
export async function addressesForAll(): Promise<Record<string, string[]>> {
  const title = 'Law on the Registration of Services of Electronic Communications and of Those Who Offer Them'
  const act = await given.act(title, 'Since July 2004, as amended in 2016', {})
  const content = contentWith({ description, bases: [citing('a', act, title, 'Since July 2004, as amended in 2016')] })
  const { ref } = await given.published(content)
  const next = await given.amendment(ref, {
    ...content,
    coverage: 'Voice services',
    changeKind: 'correction',
    changeNote: 'We had missed them.',
  })
  await given.publication(next)
  const withdrawn = await given.published()
  await requestWithdrawal(await actor('editor'), { ...withdrawn, reason: 'Entered twice.' })
  await decideWithdrawal(await actor('reviewer'), { ...withdrawn, confirm: true })
  const open = await given.amendment(ref, { ...content, coverage: 'Voice and text' })
  const { token } = await sharePreview(await actor('editor'), { ...open, revision: 2, guest: 'Ada Norn, ITU', days: 7 })
  return {
    '/': ['/'],
    '/acts': ['/acts', '/acts?q=registration&economy=KZ', '/acts?q=xyzzy'],
    '/acts/[ref]': [`/acts/${act}`],
    '/changes': ['/changes', '/changes?kind=withdrawal&economy=KZ', '/changes?page=999'],
    '/compare': ['/compare', '/compare?economy=KZ&with=DE&subPillar=8.3'],
    '/developers': ['/developers'],
    '/economies': ['/economies'],
    '/economies/[code]': ['/economies/KZ', '/economies/KZ?inForceOn=2019', '/economies/zz'],
    '/map': ['/map', '/map?region=143&year=2005'],
    '/matrix': ['/matrix', '/matrix?show=checked&by=pillar', '/matrix?region=143&rows=all'],
    '/measures': [
      '/measures',
      '/measures?q=register&view=table',
      '/measures?economy=KZ&view=time&inForceOn=2019',
      '/measures?q=xyzzy&pillar=x',
      '/measures?asOf=2020-01-01&inForceOn=2019-06&lawState=in-force,unknown',
    ],
    '/measures/[ref]': [
      `/measures/${ref}`,
      `/measures/${ref}?asOf=2999&inForceOn=2019-06`,
      `/measures/${ref}?asOf=1999`,
      `/measures/${withdrawn.ref}`,
    ],
    '/measures/[ref]/compare': [`/measures/${ref}/compare`, `/measures/${ref}/compare?from=1&to=2`],
    '/measures/[ref]/versions/[n]': [`/measures/${ref}/versions/1`],
    '/pillars': ['/pillars'],
    '/pillars/[number]': ['/pillars/8', '/pillars/8?asOf=2999'],
    '/preview': ['/preview'],
    '/preview/[token]': [`/preview/${token}`],
    '/sign-in': ['/sign-in'],
  }
}

/**
 * Texts that a reader cannot see whole: beyond the edge of the page, or cut by something that hides what overflows. What scrolls by itself
 * may go on beyond its own edge, and what is there for screen readers alone is not looked at.
 */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const width = document.documentElement.clientWidth
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement
      const words = node.textContent?.trim() ?? ''
      if (!holder || words === '' || holder.closest('script, style, option, .sr-only, svg, [aria-hidden="true"]')) continue
      if (!holder.checkVisibility({ visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { left, right } = range.getBoundingClientRect()
      let [from, to, skip] = [-1, width + 1, false]
      for (let one: Element | null = holder; one && one !== document.documentElement; one = one.parentElement) {
        const { overflowX, textOverflow, position, clipPath } = getComputedStyle(one)
        const box = one.getBoundingClientRect()
        if (position === 'absolute' && (box.width <= 1 || clipPath !== 'none')) skip = true
        if (/auto|scroll/.test(overflowX) && one.scrollWidth > one.clientWidth) skip = true
        if (textOverflow === 'ellipsis' && one.closest('[title], .matrix')) skip = true // the whole is in its title
        if (overflowX === 'hidden' || overflowX === 'clip') [from, to] = [Math.max(from, box.left - 1), Math.min(to, box.right + 1)]
      }
      if (!skip && right > left && (left < from || right > to))
        found.push(`${words.slice(0, 60)} (${Math.round(left)} to ${Math.round(right)})`)
    }
    return found
  })

/** Elements whose movement lasts longer than a hundredth of a second. */
export const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      [null, '::before', '::after', '::details-content'].flatMap((pseudo) => {
        const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element, pseudo)
        const seconds = (text: string) => Math.max(...text.split(',').map((one) => Number.parseFloat(one) * (/ms/.test(one) ? 0.001 : 1)))
        const lasts = Math.max(seconds(transitionDuration), animationName === 'none' ? 0 : seconds(animationDuration))
        return lasts > 0.01 || scrollBehavior === 'smooth' ? [`${element.tagName}.${element.className} ${pseudo ?? ''} ${lasts} s`] : []
      }),
    ),
  )

/** What has the focus now, and what is wrong with how it shows (WCAG 2.4.7, 2.4.11, 2.4.13); '' when nothing is. */
export const focusFault = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return ''
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const name = `${element.tagName} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `${name}: no outline`
    const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
    const seen = boxes.some((box) => {
      const [x, y] = [
        Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 2),
        Math.min(Math.max(box.y + Math.min(box.height / 2, 20), 1), innerHeight - 2),
      ]
      const top = document.elementFromPoint(x, y)
      return top !== null && (element.contains(top) || top.contains(element) || element.closest('label')?.contains(top) === true)
    })
    return seen ? '' : `${name}: out of sight or covered`
  })
