-- Publications and withdrawals at a time that somebody named.

CREATE TYPE "public"."schedule_deed" AS ENUM ('publish', 'withdraw');
CREATE TYPE "public"."schedule_state" AS ENUM ('waiting', 'done', 'cancelled', 'void', 'failed');

ALTER TABLE "public"."person" ADD COLUMN "time_zone" TEXT NOT NULL DEFAULT '';
ALTER TABLE "public"."withdrawal" ADD COLUMN "local_time" TEXT, ADD COLUMN "zone" TEXT, ADD COLUMN "due_at" TIMESTAMPTZ(3);

CREATE TABLE "public"."schedule" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL,
    "deed" "public"."schedule_deed" NOT NULL,
    "digest" TEXT NOT NULL,
    "withdrawal_id" INTEGER,
    "local_time" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "scheduled_by_id" INTEGER NOT NULL,
    "scheduler_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" "public"."schedule_state" NOT NULL DEFAULT 'waiting',
    "state_changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "problem" TEXT NOT NULL DEFAULT '',
    "job_id" TEXT,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "schedule_withdrawal_id_key" ON "public"."schedule"("withdrawal_id");
CREATE INDEX "schedule_version_id_idx" ON "public"."schedule"("version_id");
CREATE INDEX "schedule_scheduled_by_id_idx" ON "public"."schedule"("scheduled_by_id");
CREATE INDEX "schedule_state_due_at_idx" ON "public"."schedule"("state", "due_at");

ALTER TABLE "public"."schedule" ADD CONSTRAINT "schedule_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "public"."schedule" ADD CONSTRAINT "schedule_withdrawal_id_fkey" FOREIGN KEY ("withdrawal_id") REFERENCES "public"."withdrawal"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "public"."schedule" ADD CONSTRAINT "schedule_scheduled_by_id_fkey" FOREIGN KEY ("scheduled_by_id") REFERENCES "public"."person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- What a schedule may be

CREATE UNIQUE INDEX schedule_one_waiting ON schedule (version_id) WHERE state = 'waiting';
ALTER TABLE schedule ADD CONSTRAINT schedule_lies_ahead CHECK (due_at > created_at);
ALTER TABLE schedule ADD CONSTRAINT schedule_local_time_shape CHECK (local_time ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$' AND zone <> '');
ALTER TABLE schedule ADD CONSTRAINT schedule_withdraws_on_request CHECK ((deed = 'withdraw') = (withdrawal_id IS NOT NULL));
ALTER TABLE schedule ADD CONSTRAINT schedule_failure_has_reason CHECK (state <> 'failed' OR btrim(problem) <> '');
ALTER TABLE schedule ADD CONSTRAINT schedule_waits_with_a_job CHECK ((state = 'waiting') = (job_id IS NOT NULL));
ALTER TABLE withdrawal ADD CONSTRAINT withdrawal_time_complete CHECK (num_nonnulls(local_time, zone, due_at) IN (0, 3));
ALTER TABLE withdrawal ADD CONSTRAINT withdrawal_lies_ahead CHECK (due_at > created_at);

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON schedule FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();

CREATE FUNCTION check_new_schedule() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v version; h revision;
BEGIN
  v := lock_version(NEW.version_id);
  h := head_revision(NEW.version_id);
  IF NEW.state <> 'waiting' THEN
    RAISE EXCEPTION 'a schedule begins waiting, not %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF h.digest IS DISTINCT FROM NEW.digest THEN
    RAISE EXCEPTION 'the schedule is not about the newest revision' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.deed = 'publish' THEN
    IF v.state <> 'approved' THEN
      RAISE EXCEPTION 'only an approved version can be scheduled, this one is %', replace(v.state::text, '_', ' ') USING ERRCODE = 'check_violation';
    END IF;
    IF NOT may_review(NEW.scheduled_by_id) THEN
      RAISE EXCEPTION 'only reviewers and administrators schedule' USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSE
    IF v.state <> 'published' THEN
      RAISE EXCEPTION 'only a published version can be withdrawn, this one is %', replace(v.state::text, '_', ' ') USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (
      SELECT FROM withdrawal w JOIN withdrawal_decision d ON d.withdrawal_id = w.id
      WHERE w.id = NEW.withdrawal_id AND w.version_id = NEW.version_id AND w.due_at = NEW.due_at AND w.requested_by_id = NEW.scheduled_by_id
        AND d.confirmed AND d.decided_by_id <> w.requested_by_id) THEN
      RAISE EXCEPTION 'a withdrawal needs a request and its confirmation by a second person' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_new_schedule BEFORE INSERT ON schedule FOR EACH ROW EXECUTE FUNCTION check_new_schedule();

CREATE FUNCTION check_schedule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - '{state,state_changed_at,problem,job_id}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{state,state_changed_at,problem,job_id}'::text[]) THEN
    RAISE EXCEPTION 'what a schedule is never changes, only its state' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state <> OLD.state AND OLD.state <> 'waiting' AND (OLD.state, NEW.state) <> ('failed', 'waiting') THEN
    RAISE EXCEPTION 'a schedule that is % cannot become %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_schedule BEFORE UPDATE ON schedule FOR EACH ROW EXECUTE FUNCTION check_schedule();

-- ---------------------------------------------------------------------------------------------------------------------
-- A version and its schedule agree

-- Not before its time, and in the name of who scheduled it.
CREATE FUNCTION check_scheduled_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'scheduled' AND NEW.state = 'published' AND NOT EXISTS (
    SELECT FROM schedule s WHERE s.version_id = NEW.id AND s.deed = 'publish' AND s.state = 'waiting'
      AND s.due_at <= lower(NEW.published_during) AND s.scheduled_by_id = NEW.published_by_id) THEN
    RAISE EXCEPTION 'a scheduled version is published at its time, in the name of who scheduled it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.state = 'published' AND NEW.state = 'withdrawn' AND NOT EXISTS (
    SELECT FROM withdrawal w JOIN withdrawal_decision d ON d.withdrawal_id = w.id
    WHERE w.version_id = NEW.id AND d.confirmed AND d.decided_by_id <> w.requested_by_id
      AND (w.due_at IS NULL OR w.due_at <= upper(NEW.published_during))
      AND NOT EXISTS (SELECT FROM schedule s WHERE s.withdrawal_id = w.id AND s.state IN ('cancelled', 'void'))) THEN
    RAISE EXCEPTION 'a withdrawal happens at its time, and not when it was cancelled' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_scheduled_version BEFORE UPDATE OF state ON version FOR EACH ROW
  WHEN (OLD.state IN ('scheduled', 'published')) EXECUTE FUNCTION check_scheduled_version();

CREATE FUNCTION check_schedule_agrees(of_version_id int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE v version; s schedule;
BEGIN
  SELECT * INTO v FROM version WHERE id = of_version_id;
  SELECT * INTO s FROM schedule WHERE version_id = of_version_id AND state = 'waiting';
  IF (v.state = 'scheduled') <> (s.id IS NOT NULL AND s.deed = 'publish') THEN
    RAISE EXCEPTION 'a version is scheduled exactly while a schedule waits for it' USING ERRCODE = 'check_violation';
  END IF;
  IF s.deed = 'publish' AND s.digest IS DISTINCT FROM (head_revision(of_version_id)).digest THEN
    RAISE EXCEPTION 'the schedule is not about the newest revision' USING ERRCODE = 'check_violation';
  END IF;
  IF s.deed = 'withdraw' AND v.state <> 'published' THEN
    RAISE EXCEPTION 'a version that is % waits for no withdrawal', v.state USING ERRCODE = 'check_violation';
  END IF;
END $$;
CREATE FUNCTION check_version_schedule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_schedule_agrees(NEW.id);
  RETURN NULL;
END $$;
CREATE FUNCTION check_schedule_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_schedule_agrees(NEW.version_id);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_version_schedule AFTER UPDATE OF state ON version DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state IN ('scheduled', 'published') OR NEW.state = 'scheduled') EXECUTE FUNCTION check_version_schedule();
CREATE CONSTRAINT TRIGGER check_schedule_version AFTER INSERT OR UPDATE OF state ON schedule DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_schedule_version();
