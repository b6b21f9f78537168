// The books: what holds for every measure whatever was killed and when, read from the tables themselves. Each question asks for what breaks a rule.
import type pg from 'pg'

const named = `m.ref || ' version ' || v.number`
const versions = 'FROM version v JOIN measure m ON m.id = v.measure_id'
const entries = (action: string) =>
  `(SELECT count(*) FROM audit_entry e WHERE e.measure_ref = m.ref AND e.version_number = v.number AND e.action = '${action}')`
const scheduled = (states: string, deed: string) =>
  `EXISTS (SELECT FROM schedule s WHERE s.version_id = v.id AND s.deed = '${deed}' AND s.state IN (${states}))`

/** What is wrong with whatever a query finds. */
const questions: Record<string, string> = {
  'has two published versions': `SELECT m.ref AS what ${versions} WHERE v.state = 'published' GROUP BY m.ref HAVING count(*) > 1`,
  'was published at a time when another version was': `SELECT ${named} AS what ${versions}
    JOIN version o ON o.measure_id = v.measure_id AND o.id > v.id AND o.published_during && v.published_during`,
  'was shown to readers at a time when another version was': `SELECT a.ref || ' version ' || a.number AS what FROM published.version a
    JOIN published.version b ON b.ref = a.ref AND b.number > a.number AND b.published_during && a.published_during`,
  'is told otherwise to readers than at the desk': `SELECT coalesce(d.ref || ' version ' || d.number, p.ref || ' version ' || p.number) AS what
    FROM (SELECT m.ref, v.number, v.published_during, v.state, h.digest ${versions}, head_revision(v.id) h WHERE v.published_during IS NOT NULL) d
    FULL JOIN published.version p ON p.ref = d.ref AND p.number = d.number
    WHERE d.ref IS NULL OR p.ref IS NULL OR d.published_during <> p.published_during OR d.digest <> p.digest OR (d.state = 'published') <> p.is_current`,
  'is in another state for readers than at the desk': `SELECT ${named} AS what FROM published.measure p JOIN measure m ON m.ref = p.ref
    JOIN version v ON v.measure_id = m.id AND v.number = p.version_number WHERE v.state::text <> p.state::text`,
  'is missing among what readers can list': `SELECT p.ref || ' version ' || p.number AS what FROM published.version p
    LEFT JOIN published.listing l ON l.ref = p.ref AND l.number = p.number WHERE l.ref IS NULL OR l.is_current <> p.is_current`,
  'has gaps between its versions': `SELECT m.ref AS what ${versions} GROUP BY m.ref HAVING max(v.number) <> count(*) OR min(v.number) <> 1`,
  'has gaps between its revisions': `SELECT ${named} AS what ${versions} JOIN revision r ON r.version_id = v.id
    GROUP BY m.ref, v.number HAVING max(r.number) <> count(*) OR min(r.number) <> 1`,
  'has no revision': `SELECT ${named} AS what ${versions} WHERE NOT EXISTS (SELECT FROM revision r WHERE r.version_id = v.id)`,
  'is an economy with gaps between its measures': `SELECT economy_code AS what FROM measure GROUP BY economy_code HAVING max(number) <> count(*)`,
  'has a digest that is not of its text': `SELECT ${named} AS what ${versions} JOIN revision r ON r.version_id = v.id WHERE r.digest <> content_digest(r.content)`,
  'was not begun in the trail, or twice': `SELECT m.ref AS what FROM measure m
    WHERE (SELECT count(*) FROM audit_entry e WHERE e.measure_ref = m.ref AND e.action = 'measure.created') <> 1`,
  'has not one entry in the trail for its publication': `SELECT ${named} AS what ${versions}
    WHERE ${entries('version.published')} <> (v.published_during IS NOT NULL)::int`,
  'has not one entry in the trail for its withdrawal': `SELECT ${named} AS what ${versions}
    WHERE ${entries('version.withdrawn')} <> (v.state = 'withdrawn')::int`,
  'is withdrawn without a word to readers': `SELECT ${named} AS what ${versions} LEFT JOIN published.withdrawal w ON w.ref = m.ref AND w.number = v.number
    WHERE (v.state = 'withdrawn') <> (w.ref IS NOT NULL)`,
  'has other approvals than the trail says': `SELECT ${named} AS what ${versions}
    WHERE ${entries('version.approved')} + ${entries('version.approved afterwards')} <> (SELECT count(*) FROM approval a WHERE a.version_id = v.id)`,
  'has other returns than the trail says': `SELECT ${named} AS what ${versions}
    WHERE ${entries('version.returned')} <> (SELECT count(*) FROM review_return b WHERE b.version_id = v.id)`,
  'is ready for readers without an approval of its text': `SELECT ${named} AS what ${versions}
    WHERE v.state IN ('approved', 'scheduled', 'published', 'superseded', 'withdrawn') AND NOT head_is_approved(v.id)
    AND NOT EXISTS (SELECT FROM emergency e JOIN head_revision(v.id) h ON h.id = e.revision_id AND h.digest = e.digest WHERE e.version_id = v.id)`,
  'was published in an emergency, and readers are not told': `SELECT ${named} AS what ${versions} JOIN emergency e ON e.version_id = v.id
    LEFT JOIN published.emergency t ON t.ref = m.ref AND t.number = v.number WHERE t.reason IS DISTINCT FROM e.reason`,
  'is in review after an approval': `SELECT ${named} AS what ${versions} WHERE v.state = 'in_review' AND head_is_approved(v.id)`,
  'has other schedules than the trail says': `SELECT ${named} AS what ${versions} WHERE ${entries('schedule.made')} + ${entries('withdrawal.scheduled')}
    <> (SELECT count(*) FROM schedule s WHERE s.version_id = v.id)`,
  'has other ends of schedules than the trail says': `SELECT ${named} AS what ${versions} WHERE ${entries('schedule.cancelled')}
    <> (SELECT count(*) FROM schedule s WHERE s.version_id = v.id AND s.state = 'cancelled')`,
  'stands otherwise than its schedule': `SELECT ${named} AS what ${versions} WHERE (v.state = 'scheduled') <> ${scheduled(`'waiting'`, 'publish')}
    OR (v.published_during IS NULL AND ${scheduled(`'done'`, 'publish')}) OR (v.state <> 'withdrawn' AND ${scheduled(`'done'`, 'withdraw')})`,
  'waits on the schedule, and nobody will do it': `SELECT ${named} AS what ${versions} JOIN schedule s ON s.version_id = v.id AND s.state = 'waiting'
    WHERE NOT EXISTS (SELECT FROM jobs.job j WHERE j.id::text = s.job_id AND j.state < 'completed')`,
  'was taken off the schedule, and something of it is left to be done': `SELECT ${named} AS what ${versions} JOIN schedule s ON s.version_id = v.id AND s.state = 'cancelled'
    JOIN jobs.job j ON j.name = 'run-schedule' AND (j.data ->> 'schedule')::int = s.id AND j.state < 'active'`,
  'could not be done': `SELECT ${named} || ' (' || s.problem || ')' AS what ${versions} JOIN schedule s ON s.version_id = v.id AND s.state = 'failed'`,
  'has other withdrawals asked for than the trail says': `SELECT ${named} AS what ${versions}
    WHERE ${entries('withdrawal.requested')} <> (SELECT count(*) FROM withdrawal w WHERE w.version_id = v.id)`,
  'has other withdrawals declined than the trail says': `SELECT ${named} AS what ${versions} WHERE ${entries('withdrawal.declined')}
    <> (SELECT count(*) FROM withdrawal w JOIN withdrawal_decision d ON d.withdrawal_id = w.id AND NOT d.confirmed WHERE w.version_id = v.id)`,
  'is a number of releases that the trail does not say': `SELECT l.n::text AS what FROM (SELECT count(*) AS n FROM release) l,
    (SELECT count(*) AS n FROM audit_entry WHERE action = 'release.published') e WHERE l.n <> e.n`,
  'was published, and nobody was told': `SELECT ${named} AS what ${versions} WHERE v.published_during IS NOT NULL
    EXCEPT SELECT n.news ->> 'ref' || ' version ' || (n.news ->> 'version') FROM notification n WHERE n.kind = 'published'`,
}

/** All that is wrong, as sentences. */
export async function wrongInTheBooks(owner: pg.Client): Promise<string[]> {
  const found: string[] = []
  for (const [wrong, sql] of Object.entries(questions)) {
    const { rows } = await owner.query<{ what: string }>(sql)
    found.push(...rows.map(({ what }) => `${what} ${wrong}.`))
  }
  return found
}

/** How much there is, so that a run that did nothing cannot look like one that lost nothing. */
export async function sizeOfTheBooks(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query(
    `SELECT (SELECT count(*) FROM revision) AS revisions, (SELECT count(*) FROM approval) AS approvals,
      (SELECT count(*) FROM published.version) AS publications, (SELECT count(*) FROM release) AS releases,
      (SELECT count(*) FROM schedule) AS schedules, (SELECT count(*) FROM published.withdrawal) AS withdrawals, (SELECT count(*) FROM audit_entry) AS entries`,
  )
  return Object.entries(rows[0] as Record<string, string>)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
}
