-- The edition of what the world is shown: a number that every transaction raises which changes any of it, visible with its change and not before.
-- CreateTable
CREATE TABLE "published"."edition" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "number" BIGINT NOT NULL,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("only")
);

ALTER TABLE published.edition ADD CONSTRAINT edition_is_one CHECK ("only");
INSERT INTO published.edition ("only", number) VALUES (true, 1);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON published.edition FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();

-- Once in a transaction, at its end: until then nobody waits for the row, and nobody who holds it waits for another.
CREATE FUNCTION raise_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('as_amended.raised_in', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    UPDATE published.edition SET number = number + 1;
    PERFORM set_config('as_amended.raised_in', pg_current_xact_id()::text, true);
  END IF;
  RETURN NULL;
END $$;

-- The tables whose rows are shown, with the columns that the views of `published` read of them (NULL: all).
CREATE FUNCTION shown_tables() RETURNS TABLE (shown regclass, columns text) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE reads (relation, attribute) AS (
    SELECT c.oid, 0 FROM pg_class c WHERE c.relnamespace = 'published'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
    UNION
    SELECT d.refobjid, d.refobjsubid FROM reads s JOIN pg_rewrite r ON r.ev_class = s.relation
      JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> s.relation
  )
  SELECT c.oid::regclass, CASE WHEN c.relnamespace <> 'published'::regnamespace THEN string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) END
  FROM reads s JOIN pg_class c ON c.oid = s.relation LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = s.attribute AND a.attnum > 0
  WHERE c.relkind IN ('r', 'p') AND c.oid <> 'published.edition'::regclass GROUP BY c.oid, c.relnamespace
$$;

-- Watches every table that is shown. Called after every migration: a view that a later one adds is never forgotten.
CREATE FUNCTION watch_shown_tables() RETURNS void LANGUAGE plpgsql AS $$
DECLARE t record;
BEGIN
  FOR t IN SELECT * FROM shown_tables() LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS raise_edition ON %s', t.shown);
    EXECUTE format('CREATE CONSTRAINT TRIGGER raise_edition AFTER %s ON %s DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_edition()',
      -- A new measure or version of the desk shows nothing by itself: what shows it refers to it, and comes later.
      CASE WHEN t.shown IN ('public.measure'::regclass, 'public.version'::regclass) THEN '' ELSE 'INSERT OR ' END || 'DELETE OR UPDATE'
        || coalesce(' OF ' || t.columns, ''), t.shown);
  END LOOP;
END $$;
SELECT watch_shown_tables();
