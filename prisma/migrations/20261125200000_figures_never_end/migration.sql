-- A figure of a year is no law that ended with the year (decision 30): where no act and no practice stands beside it, what it measures may
-- go on. The days in force are derived from the content of a snapshot, which stays as it is; for this once they are written anew.
ALTER TABLE published.version DISABLE TRIGGER close_snapshot;

WITH alone AS (
  SELECT v.ref, v.number, range_agg(daterange(CASE WHEN b ->> 'year' <> '' THEN make_date((b ->> 'year')::int, 1, 1) END, NULL)) AS days
  FROM published.version v, jsonb_array_elements(v.content -> 'bases') b
  WHERE b ->> 'kind' = 'figure' AND NOT v.content @? '$.bases[*] ? (@.kind == "act" || @.kind == "practice")'
  GROUP BY v.ref, v.number
)
UPDATE published.version v SET maybe_in_force = v.maybe_in_force + alone.days FROM alone WHERE (v.ref, v.number) = (alone.ref, alone.number);

UPDATE published.listing l SET maybe_in_force = v.maybe_in_force
FROM published.version v WHERE (v.ref, v.number) = (l.ref, l.number) AND l.maybe_in_force <> v.maybe_in_force;

-- The edition is raised now, not at the end: what waits for the end would keep the trigger from coming back.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE published.version ENABLE TRIGGER close_snapshot;
