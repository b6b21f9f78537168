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
