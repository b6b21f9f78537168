// The emergency in which a version `v` was published, as the API tells it: a piece of the queries that tell of versions.
import { Prisma } from '#prisma/generated/client.ts'

/** One row (`publishedBy`, `reason`, `approved`) for a version that no second person approved before, none for any other. */
export const emergencyOfVersion = Prisma.sql`
  SELECT e.administrator_name AS "publishedBy", e.reason,
    CASE WHEN l.ref IS NOT NULL THEN jsonb_build_object('at', to_char(l.approved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', l.approved_by) END AS approved
  FROM published.emergency e LEFT JOIN published.later_approval l ON l.ref = e.ref AND l.number = e.number
  WHERE e.ref = v.ref AND e.number = v.number`
