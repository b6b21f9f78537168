-- The snapshot of a publication is compared with its version again as 20261125163500_narrow_counts meant it: the function was written anew since
-- without its reason, which now stands inside it.
CREATE OR REPLACE FUNCTION published.check_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.version v JOIN public.measure m ON m.id = v.measure_id, public.head_revision(v.id) h
    WHERE m.ref = NEW.ref AND v.number = NEW.number AND v.state = 'published' AND m.economy_code = NEW.economy_code
      AND h.digest = NEW.digest AND h.content = NEW.content
      -- Not "=": that tempts the planner to look the version up in the index of periods, which takes milliseconds where its number takes none.
      AND v.published_during IS NOT DISTINCT FROM NEW.published_during
      -- Nobody is named as who approved it before somebody did.
      AND (NEW.approved_by = '') = EXISTS (SELECT FROM public.emergency e WHERE e.version_id = v.id)) THEN
    RAISE EXCEPTION 'a snapshot must be the approved text of a published version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
