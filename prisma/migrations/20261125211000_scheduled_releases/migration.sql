-- A release at a time: several publications on the schedule that happen at one moment or not at all.

-- AlterTable
ALTER TABLE "public"."schedule" ADD COLUMN "release_plan_id" INTEGER;

-- CreateTable
CREATE TABLE "public"."release_plan" (
    "id" SERIAL NOT NULL,
    "law_change_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "release_plan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "release_plan_law_change_id_idx" ON "public"."release_plan"("law_change_id");

-- CreateIndex
CREATE INDEX "schedule_release_plan_id_idx" ON "public"."schedule"("release_plan_id");

-- AddForeignKey
ALTER TABLE "public"."release_plan" ADD CONSTRAINT "release_plan_law_change_id_fkey" FOREIGN KEY ("law_change_id") REFERENCES "public"."law_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public"."schedule" ADD CONSTRAINT "schedule_release_plan_id_fkey" FOREIGN KEY ("release_plan_id") REFERENCES "public"."release_plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- What a release at a time may be

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON release_plan FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE schedule ADD CONSTRAINT schedule_releases_publish CHECK (release_plan_id IS NULL OR deed = 'publish');

CREATE FUNCTION check_release_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM release_plan p JOIN impact i ON i.law_change_id = p.law_change_id JOIN impact_answer a ON a.impact_id = i.id
    WHERE p.id = NEW.release_plan_id AND a.version_id = NEW.version_id) THEN
    RAISE EXCEPTION 'a release holds versions that were started for its law change' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM schedule s WHERE s.release_plan_id = NEW.release_plan_id
      AND (s.due_at, s.scheduled_by_id, s.created_at, s.state) IS DISTINCT FROM (NEW.due_at, NEW.scheduled_by_id, NEW.created_at, NEW.state)) THEN
    RAISE EXCEPTION 'all of a release is scheduled at once, for one moment and by one person' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_release_plan BEFORE INSERT ON schedule FOR EACH ROW
  WHEN (NEW.release_plan_id IS NOT NULL) EXECUTE FUNCTION check_release_plan();

-- Whatever becomes of one becomes of all, and what is done was published at one moment.
CREATE FUNCTION check_release_together() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM schedule s WHERE s.release_plan_id = NEW.release_plan_id AND s.state <> NEW.state) THEN
    RAISE EXCEPTION 'a release is done, cancelled or given up as a whole' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'done' AND (
    SELECT count(DISTINCT lower(v.published_during)) FROM schedule s JOIN version v ON v.id = s.version_id WHERE s.release_plan_id = NEW.release_plan_id) > 1 THEN
    RAISE EXCEPTION 'a release is published at one moment' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_release_together AFTER UPDATE OF state ON schedule DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.release_plan_id IS NOT NULL) EXECUTE FUNCTION check_release_together();
