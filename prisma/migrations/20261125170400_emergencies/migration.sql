-- Publication by an administrator alone, told to the world until a second person approves it afterwards.
-- CreateTable
CREATE TABLE "emergency" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "administrator_id" INTEGER NOT NULL,
    "administrator_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "emergency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published"."emergency" (
    "ref" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "administrator_name" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "emergency_pkey" PRIMARY KEY ("ref","number")
);

-- CreateTable
CREATE TABLE "published"."later_approval" (
    "ref" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "approved_by" TEXT NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "later_approval_pkey" PRIMARY KEY ("ref","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "emergency_version_id_key" ON "emergency"("version_id");
CREATE UNIQUE INDEX "emergency_version_id_revision_id_key" ON "emergency"("version_id", "revision_id");
CREATE INDEX "emergency_administrator_id_idx" ON "emergency"("administrator_id");

-- AddForeignKey
ALTER TABLE "emergency" ADD CONSTRAINT "emergency_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "emergency" ADD CONSTRAINT "emergency_version_id_revision_id_fkey" FOREIGN KEY ("version_id", "revision_id") REFERENCES "revision"("version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "emergency" ADD CONSTRAINT "emergency_administrator_id_fkey" FOREIGN KEY ("administrator_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "published"."emergency" ADD CONSTRAINT "emergency_ref_number_fkey" FOREIGN KEY ("ref", "number") REFERENCES "published"."version"("ref", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "published"."later_approval" ADD CONSTRAINT "later_approval_ref_number_fkey" FOREIGN KEY ("ref", "number") REFERENCES "published"."emergency"("ref", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON emergency                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON published.emergency      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON published.later_approval FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE emergency ADD CONSTRAINT emergency_has_reason CHECK (length(btrim(reason)) >= 20);

-- ---------------------------------------------------------------------------------------------------------------------
-- The desk: who may, and what of

-- It stands for a second person who cannot be reached, and never overrules one who said no.
CREATE FUNCTION check_emergency() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v version; h revision;
BEGIN
  v := lock_version(NEW.version_id);
  h := head_revision(NEW.version_id);
  IF NOT EXISTS (SELECT FROM person p WHERE p.id = NEW.administrator_id AND p.disabled_at IS NULL AND p.role = 'administrator') THEN
    RAISE EXCEPTION 'only an administrator publishes in an emergency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF v.state NOT IN ('draft', 'in_review', 'returned') THEN
    RAISE EXCEPTION 'a version that is % is not published in an emergency', replace(v.state::text, '_', ' ') USING ERRCODE = 'check_violation';
  END IF;
  IF h.id IS DISTINCT FROM NEW.revision_id OR h.digest IS DISTINCT FROM NEW.digest THEN
    RAISE EXCEPTION 'the emergency is not about the newest revision' USING ERRCODE = 'check_violation';
  END IF;
  IF held_up_by(NEW.version_id) > 0 THEN
    RAISE EXCEPTION 'a comment that must be settled is not overruled by an emergency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT FROM review_return b WHERE b.revision_id = NEW.revision_id) THEN
    RAISE EXCEPTION 'a text that was returned is not published as it is, in an emergency neither' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_emergency BEFORE INSERT ON emergency FOR EACH ROW EXECUTE FUNCTION check_emergency();

-- An emergency of exactly the head revision and its digest, by this person.
CREATE FUNCTION head_in_emergency(version_id int, person_id int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM emergency e, head_revision($1) h
    WHERE e.version_id = $1 AND e.revision_id = h.id AND e.digest = h.digest AND e.administrator_id = $2)
$$;

-- As before, and in an emergency from where no approval is.
CREATE OR REPLACE FUNCTION check_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE in_emergency boolean;
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
  in_emergency := OLD.state IN ('draft', 'in_review', 'returned') AND NEW.state = 'published' AND head_in_emergency(NEW.id, NEW.published_by_id);
  IF NOT in_emergency AND (OLD.state::text, NEW.state::text) NOT IN (
    ('draft', 'in_review'), ('returned', 'in_review'), ('returned', 'draft'), ('in_review', 'draft'), ('in_review', 'returned'), ('in_review', 'approved'),
    ('approved', 'draft'), ('approved', 'scheduled'), ('approved', 'published'), ('scheduled', 'approved'), ('scheduled', 'draft'), ('scheduled', 'published'),
    ('draft', 'discarded'), ('returned', 'discarded'), ('published', 'superseded'), ('published', 'withdrawn')) THEN
    RAISE EXCEPTION 'a version that is % cannot become %', replace(OLD.state::text, '_', ' '), replace(NEW.state::text, '_', ' ') USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'in_review' AND (head_revision(NEW.id)).id IS NULL THEN
    RAISE EXCEPTION 'a version without a revision cannot be reviewed' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT in_emergency AND NEW.state IN ('approved', 'scheduled', 'published') AND NOT head_is_approved(NEW.id) THEN
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

-- ---------------------------------------------------------------------------------------------------------------------
-- The approval afterwards: of the published text, by somebody who neither wrote nor published it, once

CREATE FUNCTION check_later_approval(e emergency, approval approval) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF e.revision_id <> approval.revision_id OR e.digest <> approval.digest THEN
    RAISE EXCEPTION 'the decision is not about the text that was published' USING ERRCODE = 'check_violation';
  END IF;
  IF approval.approver_id = e.administrator_id THEN
    RAISE EXCEPTION 'nobody approves what they published in an emergency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_author(e.version_id, approval.approver_id) THEN
    RAISE EXCEPTION 'nobody decides on what they wrote any part of' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT may_review(approval.approver_id) THEN
    RAISE EXCEPTION 'only reviewers and administrators decide' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT FROM approval a WHERE a.version_id = e.version_id AND a.revision_id = e.revision_id AND a.created_at >= e.created_at) THEN
    RAISE EXCEPTION 'it was approved afterwards already' USING ERRCODE = 'unique_violation';
  END IF;
END $$;

CREATE OR REPLACE FUNCTION check_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v version; e emergency;
BEGIN
  v := lock_version(NEW.version_id);
  SELECT * INTO e FROM emergency WHERE version_id = NEW.version_id;
  IF e.id IS NOT NULL AND v.state IN ('published', 'superseded') THEN
    PERFORM check_later_approval(e, NEW);
  ELSE
    PERFORM check_decision(NEW.version_id, NEW.revision_id, NEW.digest, NEW.approver_id);
  END IF;
  RETURN NEW;
END $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- The world: told of every emergency and of its end, and of nothing else

CREATE OR REPLACE FUNCTION published.check_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.version v JOIN public.measure m ON m.id = v.measure_id, public.head_revision(v.id) h
    WHERE m.ref = NEW.ref AND v.number = NEW.number AND v.state = 'published' AND m.economy_code = NEW.economy_code
      AND h.digest = NEW.digest AND h.content = NEW.content AND v.published_during = NEW.published_during
      -- Nobody is named as who approved it before somebody did.
      AND (NEW.approved_by = '') = EXISTS (SELECT FROM public.emergency e WHERE e.version_id = v.id)) THEN
    RAISE EXCEPTION 'a snapshot must be the approved text of a published version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION published.check_emergency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.emergency e JOIN public.version v ON v.id = e.version_id JOIN public.measure m ON m.id = v.measure_id
    WHERE m.ref = NEW.ref AND v.number = NEW.number AND v.state = 'published' AND lower(v.published_during)::timestamptz(3) = NEW.published_at
      AND e.reason = NEW.reason AND e.administrator_name = NEW.administrator_name) THEN
    RAISE EXCEPTION 'only a version that was published in an emergency can be told as that' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_emergency BEFORE INSERT ON published.emergency FOR EACH ROW EXECUTE FUNCTION published.check_emergency();

CREATE FUNCTION published.check_later_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.emergency e JOIN public.version v ON v.id = e.version_id JOIN public.measure m ON m.id = v.measure_id
    JOIN public.approval a ON a.version_id = e.version_id AND a.revision_id = e.revision_id AND a.digest = e.digest AND a.created_at >= e.created_at
    WHERE m.ref = NEW.ref AND v.number = NEW.number AND a.approver_name = NEW.approved_by AND a.created_at = NEW.approved_at) THEN
    RAISE EXCEPTION 'only what a second person approved can be told as approved' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_later_approval BEFORE INSERT ON published.later_approval FOR EACH ROW EXECUTE FUNCTION published.check_later_approval();

-- At commit: none without its publication, and none that the world is not told of.
CREATE FUNCTION check_emergency_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM version v JOIN measure m ON m.id = v.measure_id JOIN published.emergency p ON p.ref = m.ref AND p.number = v.number
    WHERE v.id = NEW.version_id AND v.published_during IS NOT NULL) THEN
    RAISE EXCEPTION 'an emergency publishes, and the world is told of it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_emergency_told AFTER INSERT ON emergency DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_emergency_told();

CREATE FUNCTION check_later_approval_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM emergency e WHERE e.version_id = NEW.version_id AND e.created_at <= NEW.created_at) AND NOT EXISTS (
    SELECT FROM version v JOIN measure m ON m.id = v.measure_id JOIN published.later_approval p ON p.ref = m.ref AND p.number = v.number
    WHERE v.id = NEW.version_id AND p.approved_by = NEW.approver_name) THEN
    RAISE EXCEPTION 'an approval afterwards is told to the world' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_later_approval_told AFTER INSERT ON approval DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_later_approval_told();
