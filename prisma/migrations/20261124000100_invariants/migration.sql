-- What Prisma's schema cannot say: the invariants of the design, held by PostgreSQL itself.
-- Error messages are sentences; SQLSTATE 23514 (check_violation) marks a refused row, 42501 a refused person.

CREATE SCHEMA IF NOT EXISTS extensions;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA extensions;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA extensions;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA extensions;

-- ---------------------------------------------------------------------------------------------------------------------
-- Append-only tables

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON measure             FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON revision            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON approval            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review_return       FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON withdrawal          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON withdrawal_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------------------------
-- Reference data and people

ALTER TABLE economy ADD CONSTRAINT economy_code_shape CHECK (code ~ '^[A-Z]{2}$');
ALTER TABLE sub_pillar ADD CONSTRAINT sub_pillar_code_shape CHECK (code = pillar_number || '.' || position);
ALTER TABLE taxonomy_alias ADD CONSTRAINT taxonomy_alias_names_one CHECK (num_nonnulls(pillar_number, sub_pillar_code) = 1);
ALTER TABLE person ADD CONSTRAINT person_email_shape CHECK (email = lower(btrim(email)) AND email LIKE '%_@_%');
ALTER TABLE person ADD CONSTRAINT person_name_not_blank CHECK (btrim(name) <> '');

-- ---------------------------------------------------------------------------------------------------------------------
-- Measures: the ref is the economy and a gapless number, never reused because a measure is never deleted

CREATE FUNCTION measure_ref(economy char(2), number int) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN economy || '-' || lpad(number::text, greatest(4, length(number::text)), '0');

ALTER TABLE measure ADD CONSTRAINT measure_ref_matches CHECK (ref = measure_ref(economy_code, number));

CREATE FUNCTION number_measure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE expected int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('measure ' || NEW.economy_code, 0));
  SELECT coalesce(max(number), 0) + 1 INTO expected FROM measure WHERE economy_code = NEW.economy_code;
  IF NEW.number <> expected THEN
    RAISE EXCEPTION 'the next measure of % has the number %, not %', NEW.economy_code, expected, NEW.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER number_measure BEFORE INSERT ON measure FOR EACH ROW EXECUTE FUNCTION number_measure();

-- ---------------------------------------------------------------------------------------------------------------------
-- Revisions: the digest is PostgreSQL's own, over the canonical text that it keeps of the document

CREATE FUNCTION content_digest(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN encode(sha256(convert_to(content::text, 'UTF8')), 'hex');

ALTER TABLE revision DROP COLUMN digest;
ALTER TABLE revision ADD COLUMN digest text GENERATED ALWAYS AS (content_digest(content)) STORED;
ALTER TABLE revision ADD CONSTRAINT revision_content_is_object CHECK (jsonb_typeof(content) = 'object' AND content ? 'schemaVersion');

-- The newest revision of a version: what review is about.
CREATE FUNCTION head_revision(version_id int) RETURNS revision LANGUAGE sql STABLE AS $$
  SELECT r FROM revision r WHERE r.version_id = $1 ORDER BY r.number DESC LIMIT 1
$$;

-- Locks the version's row, so that a save, a submission and a decision at the same instant take turns.
CREATE FUNCTION lock_version(version_id int) RETURNS version LANGUAGE plpgsql AS $$
DECLARE v version;
BEGIN
  SELECT * INTO v FROM version WHERE id = version_id FOR UPDATE;
  RETURN v;
END $$;

CREATE FUNCTION check_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v version; expected int;
BEGIN
  v := lock_version(NEW.version_id);
  IF v.state NOT IN ('draft', 'returned') THEN
    RAISE EXCEPTION 'a version that is % takes no revision', replace(v.state::text, '_', ' ') USING ERRCODE = 'check_violation';
  END IF;
  SELECT coalesce(max(number), 0) + 1 INTO expected FROM revision WHERE version_id = NEW.version_id;
  IF NEW.number <> expected THEN
    RAISE EXCEPTION 'the next revision has the number %, not %', expected, NEW.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_revision BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION check_revision();

-- ---------------------------------------------------------------------------------------------------------------------
-- Versions: gapless numbers, one open and one published, periods that never overlap, transitions by the table

CREATE UNIQUE INDEX version_one_published ON version (measure_id) WHERE state = 'published';
CREATE UNIQUE INDEX version_one_open ON version (measure_id) WHERE state IN ('draft', 'in_review', 'returned', 'approved', 'scheduled');
ALTER TABLE version ADD CONSTRAINT version_periods_apart
  EXCLUDE USING gist (measure_id extensions.gist_int4_ops WITH =, published_during WITH &&);
ALTER TABLE version ADD CONSTRAINT version_period_matches_state CHECK (
  CASE
    WHEN state = 'published' THEN published_during IS NOT NULL AND upper_inf(published_during) AND NOT lower_inf(published_during) AND NOT isempty(published_during)
    WHEN state IN ('superseded', 'withdrawn') THEN published_during IS NOT NULL AND NOT upper_inf(published_during) AND NOT lower_inf(published_during)
    ELSE published_during IS NULL
  END);
ALTER TABLE version ADD CONSTRAINT version_publisher_known CHECK ((published_by_id IS NOT NULL) = (published_during IS NOT NULL));

CREATE FUNCTION number_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE expected int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('version', NEW.measure_id));
  SELECT coalesce(max(number), 0) + 1 INTO expected FROM version WHERE measure_id = NEW.measure_id;
  IF NEW.number <> expected THEN
    RAISE EXCEPTION 'the next version has the number %, not %', expected, NEW.number USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state <> 'draft' THEN
    RAISE EXCEPTION 'a version begins as a draft, not as %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER number_version BEFORE INSERT ON version FOR EACH ROW EXECUTE FUNCTION number_version();

CREATE FUNCTION refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a % is never deleted', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON version FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();

CREATE FUNCTION is_author(version_id int, person_id int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM revision r WHERE r.version_id = $1 AND r.author_id = $2)
$$;

CREATE FUNCTION may_review(person_id int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM person p WHERE p.id = $1 AND p.disabled_at IS NULL AND p.role IN ('reviewer', 'administrator'))
$$;

-- An approval of exactly the head revision and its digest, by somebody who wrote none of the version.
CREATE FUNCTION head_is_approved(version_id int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM approval a, head_revision($1) h
    WHERE a.version_id = $1 AND a.revision_id = h.id AND a.digest = h.digest AND NOT is_author($1, a.approver_id))
$$;

CREATE FUNCTION check_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.measure_id, NEW.number, NEW.started_by_id, NEW.started_at) IS DISTINCT FROM (OLD.id, OLD.measure_id, OLD.number, OLD.started_by_id, OLD.started_at) THEN
    RAISE EXCEPTION 'what a version is never changes, only its state' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = OLD.state THEN
    IF (NEW.published_by_id, NEW.published_during) IS DISTINCT FROM (OLD.published_by_id, OLD.published_during) THEN
      RAISE EXCEPTION 'when a version was published never changes' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (
    ('draft', 'in_review'), ('returned', 'in_review'), ('returned', 'draft'), ('in_review', 'draft'), ('in_review', 'returned'), ('in_review', 'approved'),
    ('approved', 'draft'), ('approved', 'scheduled'), ('approved', 'published'), ('scheduled', 'approved'), ('scheduled', 'draft'), ('scheduled', 'published'),
    ('draft', 'discarded'), ('returned', 'discarded'), ('published', 'superseded'), ('published', 'withdrawn')) THEN
    RAISE EXCEPTION 'a version that is % cannot become %', replace(OLD.state::text, '_', ' '), replace(NEW.state::text, '_', ' ') USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'in_review' AND (head_revision(NEW.id)).id IS NULL THEN
    RAISE EXCEPTION 'a version without a revision cannot be reviewed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state IN ('approved', 'scheduled', 'published') AND NOT head_is_approved(NEW.id) THEN
    RAISE EXCEPTION 'the newest revision is not approved by a second person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.state = 'published' AND (lower(NEW.published_during) IS DISTINCT FROM lower(OLD.published_during) OR NEW.published_by_id IS DISTINCT FROM OLD.published_by_id) THEN
    RAISE EXCEPTION 'when a version was published never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'withdrawn' AND NOT EXISTS (
    SELECT FROM withdrawal w JOIN withdrawal_decision d ON d.withdrawal_id = w.id
    WHERE w.version_id = NEW.id AND d.confirmed AND d.decided_by_id <> w.requested_by_id) THEN
    RAISE EXCEPTION 'a withdrawal needs a request and its confirmation by a second person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_version BEFORE UPDATE ON version FOR EACH ROW EXECUTE FUNCTION check_version();

-- ---------------------------------------------------------------------------------------------------------------------
-- Decisions: about the head revision of a version in review, by somebody who wrote none of it

CREATE FUNCTION check_decision(decided_version_id int, decided_revision_id int, decided_digest text, person_id int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE v version; h revision;
BEGIN
  v := lock_version(decided_version_id);
  h := head_revision(decided_version_id);
  IF v.state <> 'in_review' THEN
    RAISE EXCEPTION 'a version that is % is not open to a decision', replace(v.state::text, '_', ' ') USING ERRCODE = 'check_violation';
  END IF;
  IF h.id IS DISTINCT FROM decided_revision_id OR h.digest IS DISTINCT FROM decided_digest THEN
    RAISE EXCEPTION 'the decision is not about the newest revision' USING ERRCODE = 'check_violation';
  END IF;
  IF is_author(decided_version_id, person_id) THEN
    RAISE EXCEPTION 'nobody decides on what they wrote any part of' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT may_review(person_id) THEN
    RAISE EXCEPTION 'only reviewers and administrators decide' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

CREATE FUNCTION check_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_decision(NEW.version_id, NEW.revision_id, NEW.digest, NEW.approver_id);
  RETURN NEW;
END $$;
CREATE TRIGGER check_approval BEFORE INSERT ON approval FOR EACH ROW EXECUTE FUNCTION check_approval();

CREATE FUNCTION check_review_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_decision(NEW.version_id, NEW.revision_id, (head_revision(NEW.version_id)).digest, NEW.returned_by_id);
  RETURN NEW;
END $$;
CREATE TRIGGER check_review_return BEFORE INSERT ON review_return FOR EACH ROW EXECUTE FUNCTION check_review_return();
ALTER TABLE review_return ADD CONSTRAINT review_return_has_reason CHECK (btrim(reason) <> '');

CREATE FUNCTION check_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v version;
BEGIN
  v := lock_version(NEW.version_id);
  IF v.state <> 'published' THEN
    RAISE EXCEPTION 'only a published version can be withdrawn, this one is %', replace(v.state::text, '_', ' ') USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM withdrawal w WHERE w.version_id = NEW.version_id AND NOT EXISTS (SELECT FROM withdrawal_decision d WHERE d.withdrawal_id = w.id)) THEN
    RAISE EXCEPTION 'a withdrawal of this version is already waiting for a decision' USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_withdrawal BEFORE INSERT ON withdrawal FOR EACH ROW EXECUTE FUNCTION check_withdrawal();
ALTER TABLE withdrawal ADD CONSTRAINT withdrawal_has_reason CHECK (btrim(reason) <> '');

CREATE FUNCTION check_withdrawal_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE w withdrawal; v version;
BEGIN
  SELECT * INTO w FROM withdrawal WHERE id = NEW.withdrawal_id;
  v := lock_version(w.version_id);
  IF v.state <> 'published' THEN
    RAISE EXCEPTION 'only a published version can be withdrawn, this one is %', replace(v.state::text, '_', ' ') USING ERRCODE = 'check_violation';
  END IF;
  -- The requester may take the request back, which confirms nothing.
  IF NEW.confirmed AND (NEW.decided_by_id = w.requested_by_id OR NOT may_review(NEW.decided_by_id)) THEN
    RAISE EXCEPTION 'a withdrawal is confirmed by a reviewer or administrator who did not ask for it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_withdrawal_decision BEFORE INSERT ON withdrawal_decision FOR EACH ROW EXECUTE FUNCTION check_withdrawal_decision();

-- ---------------------------------------------------------------------------------------------------------------------
-- Imports: an item's measure is set once

CREATE FUNCTION check_import_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.measure_id IS NOT NULL OR (to_jsonb(NEW) - 'measure_id') IS DISTINCT FROM (to_jsonb(OLD) - 'measure_id') THEN
    RAISE EXCEPTION 'an import item gets its measure once and never changes otherwise' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_import_item BEFORE UPDATE ON import_item FOR EACH ROW EXECUTE FUNCTION check_import_item();

-- ---------------------------------------------------------------------------------------------------------------------
-- published: what the world may see

ALTER TABLE published.version ADD CONSTRAINT version_periods_apart EXCLUDE USING gist (ref WITH =, published_during WITH &&);
CREATE UNIQUE INDEX version_one_current ON published.version (ref) WHERE is_current;
CREATE INDEX version_current_search ON published.version USING gin (search) WHERE is_current;
CREATE INDEX version_current_place ON published.version (economy_code, pillar, sub_pillar) WHERE is_current;
CREATE INDEX version_current_sub_pillar ON published.version (sub_pillar, ref) WHERE is_current;

ALTER TABLE published.version ADD CONSTRAINT version_current_is_open CHECK (is_current = upper_inf(published_during));

-- A snapshot is the approved head revision of a version that is published in this transaction, byte for byte.
CREATE FUNCTION published.check_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.version v JOIN public.measure m ON m.id = v.measure_id, public.head_revision(v.id) h
    WHERE m.ref = NEW.ref AND v.number = NEW.number AND v.state = 'published' AND m.economy_code = NEW.economy_code
      AND h.digest = NEW.digest AND h.content = NEW.content AND v.published_during = NEW.published_during) THEN
    RAISE EXCEPTION 'a snapshot must be the approved text of a published version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_snapshot BEFORE INSERT ON published.version FOR EACH ROW EXECUTE FUNCTION published.check_snapshot();

-- The text of a snapshot never changes; its period is closed once, when it is superseded or withdrawn.
CREATE FUNCTION published.close_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'is_current' - 'published_during') IS DISTINCT FROM (to_jsonb(OLD) - 'is_current' - 'published_during')
     OR NOT OLD.is_current OR NEW.is_current OR lower(NEW.published_during) IS DISTINCT FROM lower(OLD.published_during) THEN
    RAISE EXCEPTION 'a published snapshot is append-only: only its period is closed, once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER close_snapshot BEFORE UPDATE ON published.version FOR EACH ROW EXECUTE FUNCTION published.close_snapshot();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON published.version FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON published.withdrawal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON published.measure FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();

-- At commit the two sides agree: a version is published exactly when its snapshot is the current one.
CREATE FUNCTION check_published_side() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE desk boolean; world boolean; its_ref text;
BEGIN
  SELECT m.ref INTO its_ref FROM measure m WHERE m.id = NEW.measure_id;
  SELECT v.state = 'published' INTO desk FROM version v WHERE v.id = NEW.id;
  SELECT EXISTS (
    SELECT FROM published.version p JOIN published.measure m ON m.ref = p.ref
    WHERE p.ref = its_ref AND p.number = NEW.number AND p.is_current AND m.state = 'published' AND m.version_number = p.number) INTO world;
  IF desk <> world THEN
    RAISE EXCEPTION 'version % of % is published at the desk and not to the world, or the other way round', NEW.number, its_ref USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_published_side AFTER UPDATE OF state ON version DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_published_side();

-- What the world is told of a withdrawal is a withdrawn version of the desk.
CREATE FUNCTION published.check_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.version v JOIN public.measure m ON m.id = v.measure_id JOIN public.withdrawal w ON w.version_id = v.id
    WHERE m.ref = NEW.ref AND v.number = NEW.number AND v.state = 'withdrawn' AND w.reason = NEW.reason) THEN
    RAISE EXCEPTION 'only a withdrawn version can be told as withdrawn' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_withdrawal BEFORE INSERT ON published.withdrawal FOR EACH ROW EXECUTE FUNCTION published.check_withdrawal();

-- Reference data is public: the names that published pages print.
CREATE VIEW published.economy AS SELECT code, name FROM economy;
CREATE VIEW published.pillar AS SELECT number, name, edition FROM pillar;
CREATE VIEW published.sub_pillar AS SELECT code, pillar_number AS pillar, position, name, known_indirectly, edition FROM sub_pillar;

-- Search over titles (A), coverage (B) and description (C): English words, accents folded.
CREATE TEXT SEARCH CONFIGURATION published.prose (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION published.prose
  ALTER MAPPING FOR hword, hword_part, word WITH extensions.unaccent, english_stem;
CREATE FUNCTION published.search_vector(titles text, coverage text, description text) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT setweight(to_tsvector('published.prose', titles), 'A') || setweight(to_tsvector('published.prose', coverage), 'B')
      || setweight(to_tsvector('published.prose', left(description, 200000)), 'C')
$$;

-- Prisma indexes only what it is told to: every foreign key has an index (a test looks at the catalogue).
