// What is said of each kind of news, and what an e-mail is made of: injection-safe, one line a header, a way out in each.
import { describe, expect, test } from 'vitest'
import { mailOf, messageOf, oneLine, unsubscribePage } from './messages.ts'
import { type News, newsKinds } from './news.ts'
import { kinds } from './preferences.ts'

const on = { ref: 'KZ-0007', version: 3, economy: 'KZ' }
const examples: News[] = [
  { kind: 'submitted', ...on, by: 'Edda Editor' },
  { kind: 'returned', ...on, by: 'Rita Reviewer', reason: 'Name the article.' },
  { kind: 'approved', ...on, by: 'Rita Reviewer' },
  { kind: 'published', ...on, by: 'Rita Reviewer' },
  { kind: 'emergency', ...on, by: 'Ada Administrator', reason: 'A court stopped it.' },
  { kind: 'comment', ...on, by: 'Rita Reviewer', field: 'Description', deed: 'began', mustSettle: true },
  { kind: 'comment', ...on, by: 'Edda Editor', field: 'Description', deed: 'answered', mustSettle: false },
  { kind: 'comment', ...on, by: 'Rita Reviewer', field: 'Description', deed: 'settled', mustSettle: true },
  { kind: 'review taken', ...on, by: 'Ada Administrator', to: 'Rita Reviewer' },
  { kind: 'review handed over', ...on, by: 'Ada Administrator' },
  { kind: 'assigned', ...on, by: 'Ada Administrator' },
  { kind: 'assigned', ...on, by: 'Ada Administrator', to: 'Edda Editor' },
  {
    kind: 'schedule failed',
    ...on,
    deed: 'publish',
    when: '26 November 2026, 09:00 (Asia/Almaty)',
    problem: 'It was tried several times.',
  },
  { kind: 'schedule cancelled', ...on, by: 'Rita Reviewer', deed: 'publish', when: '26 November 2026, 09:00 (Asia/Almaty)', reason: '' },
  { kind: 'withdrawal decided', ...on, by: 'Ada Administrator', outcome: 'declined', when: null },
  { kind: 'withdrawal decided', ...on, by: 'Ada Administrator', outcome: 'confirmed', when: '26 November 2026, 09:00 (Asia/Almaty)' },
  { kind: 'withdrawal decided', ...on, by: 'Ada Administrator', outcome: 'withdrawn', when: null },
  { kind: 'withdrawal requested', ...on, by: 'Edda Editor', reason: 'Entered twice.', when: null },
  {
    kind: 'law change',
    by: 'Rita Reviewer',
    lawChange: 4,
    act: 'Law on Post',
    change: 'amended in 2025',
    measures: ['KZ-0007', 'KZ-0009'],
  },
  { kind: 'impact answered', by: 'Edda Editor', impact: 9, ref: 'KZ-0007', economy: 'KZ', act: 'Law on Post' },
  { kind: 'checks due', texts: 12 },
]

test('every kind has its sentence', () => {
  expect([...new Set(examples.map(({ kind }) => kind))].toSorted()).toEqual(newsKinds.toSorted())
  expect(Object.keys(kinds).toSorted()).toEqual(newsKinds.toSorted())
  const lines = examples.map((told) => {
    const { title, detail, path } = messageOf(told)
    return `${title}${detail ? ` | ${detail}` : ''} → ${path}`
  })
  expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    Edda Editor submitted version 3 of KZ-0007 for review → /desk/review/KZ-0007?version=3
    Rita Reviewer returned version 3 of KZ-0007 | Name the article. → /desk/measures/KZ-0007/edit
    Rita Reviewer approved version 3 of KZ-0007 → /desk/review/KZ-0007?version=3
    Rita Reviewer published version 3 of KZ-0007 → /measures/KZ-0007
    Ada Administrator published version 3 of KZ-0007 in an emergency: it waits for an approval | A court stopped it. → /desk/review/KZ-0007?version=3
    Rita Reviewer commented on description of version 3 of KZ-0007, to be settled before the approval → /desk/review/KZ-0007?version=3#comments
    Edda Editor answered a comment on description of version 3 of KZ-0007 → /desk/review/KZ-0007?version=3#comments
    Rita Reviewer settled a comment on description of version 3 of KZ-0007 → /desk/review/KZ-0007?version=3#comments
    Rita Reviewer reviews version 3 of KZ-0007 → /desk/review/KZ-0007?version=3
    Ada Administrator handed the review of version 3 of KZ-0007 over to you → /desk/review/KZ-0007?version=3
    Ada Administrator gave version 3 of KZ-0007 to you → /desk/measures/KZ-0007
    Ada Administrator gave version 3 of KZ-0007 to Edda Editor → /desk/measures/KZ-0007
    The publication of version 3 of KZ-0007 on 26 November 2026, 09:00 (Asia/Almaty) failed | It was tried several times. → /desk/review/KZ-0007?version=3
    Rita Reviewer took the publication of version 3 of KZ-0007 off the schedule, planned for 26 November 2026, 09:00 (Asia/Almaty) → /desk/review/KZ-0007?version=3
    Ada Administrator declined the withdrawal of version 3 of KZ-0007 → /desk/measures/KZ-0007
    Ada Administrator confirmed the withdrawal of version 3 of KZ-0007 for 26 November 2026, 09:00 (Asia/Almaty) → /desk/measures/KZ-0007
    Version 3 of KZ-0007 was withdrawn: Ada Administrator confirmed it → /desk/measures/KZ-0007
    Edda Editor asks that version 3 of KZ-0007 be withdrawn | Entered twice. → /desk/measures/KZ-0007
    A law change of Law on Post concerns 2 measures of yours | amended in 2025. Confirmed by Rita Reviewer: KZ-0007, KZ-0009 → /desk/law-changes/4
    Edda Editor says that KZ-0007 is not affected by a law change of Law on Post → /desk/law-changes/impacts/9
    12 texts are due for checking against their sources → /desk/verifications/measures?due=1&mine=1
    "
  `)
})

const base = 'https://measures.example.org'
const unsubscribe = `${base}/unsubscribe?token=1.returned.x`
const mail = (told: News, daily = false) => mailOf([{ told, why: 'you wrote part of this version' }], { base, unsubscribe, daily })

describe('an e-mail', () => {
  test('says what, where, why, and how to end it, in text as in HTML', () => {
    const { subject, text, html } = mail(examples[1] as News)
    expect(subject).toBe('Rita Reviewer returned version 3 of KZ-0007')
    for (const body of [text, html]) {
      expect(body).toContain('Name the article.')
      expect(body).toContain(`${base}/desk/measures/KZ-0007/edit`)
      expect(body).toContain('You are told this because you wrote part of this version.')
      expect(body).toContain(unsubscribe)
    }
  })
  test('X1 what people wrote is text in the HTML, whatever it looks like', () => {
    const { html } = mail({ kind: 'returned', ...on, by: '<img src=x onerror=alert(1)>', reason: '</blockquote><script>"x"</script>' })
    expect(html).not.toMatch(/<img|<script/)
    expect(html).toContain('&lt;script&gt;&quot;x&quot;')
  })
  test('its subject is one line, whatever a name contains', () => {
    const { subject } = mail({ kind: 'approved', ...on, by: 'Eve\r\nBcc: everybody@example.org\u2028\u0000x' })
    expect(subject).toBe('Eve Bcc: everybody@example.org x approved version 3 of KZ-0007')
    expect(oneLine('x'.repeat(500))).toHaveLength(200)
  })
  test('a daily one has all pieces and says how many', () => {
    const { subject, text } = mailOf(
      examples.map((told) => ({ told, why: 'x' })),
      { base, unsubscribe, daily: true },
    )
    expect(subject).toBe('Today at the desk: 21 messages')
    expect(text.match(/You are told this because/g)).toHaveLength(21)
    expect(mail(examples[0] as News, true).subject).toBe('Today at the desk: 1 message')
  })
})

test('the page of an unsubscribe link has no script and escapes', () => {
  expect(unsubscribePage({ title: '<b>', text: 'x', button: 'Stop' })).not.toMatch(/<b>|<script/)
})
