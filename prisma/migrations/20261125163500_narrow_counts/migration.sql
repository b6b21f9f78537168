-- Lists, maps and counts read the narrow rows of published.listing: what served them beside the snapshots is only weight on each publication.

-- DropIndex
DROP INDEX "published"."version_published_during";

DROP INDEX published.version_current_newest;
DROP INDEX published.version_current_place;
DROP INDEX published.version_current_sub_pillar;

-- What was never published overlaps nothing. Kept out, its rows take no place here, and no lookup of a version by its number comes this slow way.
ALTER TABLE version DROP CONSTRAINT version_periods_apart;
ALTER TABLE version ADD CONSTRAINT version_periods_apart
  EXCLUDE USING gist (measure_id extensions.gist_int4_ops WITH =, published_during WITH &&) WHERE (published_during IS NOT NULL);

-- A period that is compared for equality tempts the planner to that slow index: it is compared once the row was found by its number.
CREATE OR REPLACE FUNCTION published.check_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.version v JOIN public.measure m ON m.id = v.measure_id, public.head_revision(v.id) h
    WHERE m.ref = NEW.ref AND v.number = NEW.number AND v.state = 'published' AND m.economy_code = NEW.economy_code
      AND h.digest = NEW.digest AND h.content = NEW.content AND v.published_during IS NOT DISTINCT FROM NEW.published_during) THEN
    RAISE EXCEPTION 'a snapshot must be the approved text of a published version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
