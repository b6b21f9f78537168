-- A published text is kept once, in the revision that was approved. The snapshot of a publication names that revision, and `published.version`
-- shows both as one row: all that could be read can be read as before. See lib/system/decisions/0031-a-published-text-is-kept-once.md.

-- AlterTable
ALTER TABLE "published"."version" RENAME TO "snapshot";
ALTER TABLE "published"."snapshot" RENAME CONSTRAINT "version_pkey" TO "snapshot_pkey";
ALTER TABLE "published"."snapshot" RENAME CONSTRAINT "version_ref_fkey" TO "snapshot_ref_fkey";
ALTER TABLE "published"."snapshot" ADD COLUMN "revision_id" INTEGER;

-- The very text that was published, compared byte for byte once more: what were not the same would stop the migration.
ALTER TABLE published.snapshot DISABLE TRIGGER USER;
UPDATE published.snapshot s SET revision_id = r.id
  FROM public.version v JOIN public.measure m ON m.id = v.measure_id JOIN public.revision r ON r.version_id = v.id
  WHERE m.ref = s.ref AND v.number = s.number AND r.digest = s.digest AND r.content = s.content
    AND r.number = (SELECT max(h.number) FROM public.revision h WHERE h.version_id = v.id);
ALTER TABLE published.snapshot ENABLE TRIGGER USER;

DROP VIEW published.listed;
DROP VIEW published.listed_text;

-- AlterTable
ALTER TABLE "published"."snapshot" ALTER COLUMN "revision_id" SET NOT NULL,
DROP COLUMN "content",
DROP COLUMN "digest";

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_revision_id_key" ON "published"."snapshot"("revision_id");

-- AddForeignKey
ALTER TABLE "published"."snapshot" ADD CONSTRAINT "snapshot_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say. The space of the texts is given back by writing the table anew.
CLUSTER published.snapshot USING snapshot_pkey;
ALTER TABLE published.snapshot SET WITHOUT CLUSTER;

-- An outer join, which PostgreSQL leaves out where no text is asked for; none is ever missing, for a snapshot holds its revision.
CREATE VIEW published.version AS
  SELECT s.ref, s.number, s.economy_code, s.sub_pillar, s.pillar, r.content, r.digest, s.authors, s.approved_by, s.published_at, s.is_current,
    s.published_during, s.in_force, s.maybe_in_force
  FROM published.snapshot s LEFT JOIN public.revision r ON r.id = s.revision_id;

CREATE VIEW published.listed_text AS
  SELECT v.ref, v.number,
    concat_ws(E'\n', b.titles, (SELECT string_agg(concat_ws(E'\n', CASE WHEN strpos(coalesce(b.titles, ''), a.title) = 0 THEN a.title END,
        a.original_title, a.number), E'\n')
      FROM published.citation c JOIN public.act a ON a.ref = c.act_ref WHERE c.ref = v.ref AND c.number = v.number)) AS titles,
    concat_ws(E'\n', v.content ->> 'coverage', s.name, e.name) AS belongs,
    coalesce(v.content ->> 'description', '') AS description,
    coalesce((SELECT string_agg(x ->> 'title', E'\n') FROM jsonb_array_elements(v.content -> 'sources') x), '') AS sources
  FROM published.version v
  LEFT JOIN public.sub_pillar s ON s.code = v.sub_pillar
  LEFT JOIN public.economy e ON e.code = v.economy_code
  CROSS JOIN LATERAL (SELECT string_agg(x ->> 'title', E'\n') AS titles FROM jsonb_array_elements(v.content -> 'bases') x) b;

CREATE VIEW published.listed AS
  SELECT v.ref, v.number, (v.pillar * 100 + split_part(v.sub_pillar, '.', 2)::int)::smallint AS place, b.kinds::smallint AS basis_kinds, v.is_current,
    d.last AS law_date, lower(v.published_during)::timestamptz(3) AS published_at, upper(v.published_during)::timestamptz(3) AS published_until,
    v.economy_code::text AS economy_code, coalesce(v.content ->> 'changeKind', 'first') AS change_kind, coalesce(v.content ->> 'coverage', '') AS coverage,
    coalesce(d.years, '{}') AS years, v.in_force, v.maybe_in_force
  FROM published.version v
  CROSS JOIN LATERAL (
    SELECT coalesce(bit_or(CASE x ->> 'kind' WHEN 'act' THEN 1 WHEN 'practice' THEN 2 WHEN 'absence' THEN 4 WHEN 'figure' THEN 8 ELSE 0 END), 0) AS kinds
    FROM jsonb_array_elements(v.content -> 'bases') x) b
  CROSS JOIN LATERAL (
    SELECT max(left(day || '-01-01', 10)::date) AS last, array_agg(DISTINCT left(day, 4)::smallint) AS years FROM (
      SELECT y ->> 'date' AS day FROM jsonb_array_elements(v.content -> 'bases') x, jsonb_array_elements(coalesce(x -> 'events', '[]')) y
      UNION ALL SELECT nullif(x ->> 'year', '') FROM jsonb_array_elements(v.content -> 'bases') x WHERE x ->> 'kind' = 'figure') days
    WHERE day IS NOT NULL) d;

CREATE OR REPLACE FUNCTION published.check_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.version v JOIN public.measure m ON m.id = v.measure_id, public.head_revision(v.id) h
    WHERE m.ref = NEW.ref AND v.number = NEW.number AND v.state = 'published' AND m.economy_code = NEW.economy_code AND h.id = NEW.revision_id
      -- Not "=": that tempts the planner to look the version up in the index of periods, which takes milliseconds where its number takes none.
      AND v.published_during IS NOT DISTINCT FROM NEW.published_during
      -- Nobody is named as who approved it before somebody did.
      AND (NEW.approved_by = '') = EXISTS (SELECT FROM public.emergency e WHERE e.version_id = v.id)) THEN
    RAISE EXCEPTION 'a snapshot must be the approved text of a published version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- A new revision shows nothing by itself either: the snapshot that refers to it comes later.
CREATE OR REPLACE FUNCTION watch_shown_tables() RETURNS void LANGUAGE plpgsql AS $$
DECLARE t record;
BEGIN
  FOR t IN SELECT * FROM shown_tables() LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS raise_edition ON %s', t.shown);
    EXECUTE format('CREATE CONSTRAINT TRIGGER raise_edition AFTER %s ON %s DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_edition()',
      -- A new measure, version or revision of the desk shows nothing by itself: what shows it refers to it, and comes later.
      CASE WHEN t.shown IN ('public.measure'::regclass, 'public.version'::regclass, 'public.revision'::regclass) THEN '' ELSE 'INSERT OR ' END
        || 'DELETE OR UPDATE' || coalesce(' OF ' || t.columns, ''), t.shown);
  END LOOP;
END $$;
