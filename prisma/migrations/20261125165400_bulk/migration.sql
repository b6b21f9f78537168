-- Who sees a version through, and several measures changed together.

ALTER TABLE "public"."version" ADD COLUMN "responsible_id" INTEGER;
CREATE INDEX "version_responsible_id_idx" ON "public"."version"("responsible_id");
ALTER TABLE "public"."version" ADD CONSTRAINT "version_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "public"."person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TYPE "public"."bulk_deed" AS ENUM ('assign', 'submit', 'request_withdrawal', 'confirm_withdrawal', 'move');
CREATE TYPE "public"."bulk_state" AS ENUM ('planned', 'running', 'stopped', 'done');
CREATE TYPE "public"."bulk_item_state" AS ENUM ('waiting', 'done', 'refused', 'failed');

CREATE TABLE "public"."bulk" (
    "id" SERIAL NOT NULL,
    "deed" "public"."bulk_deed" NOT NULL,
    "person_id" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "sub_pillar" TEXT NOT NULL DEFAULT '',
    "state" "public"."bulk_state" NOT NULL DEFAULT 'planned',
    "state_changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bulk_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "public"."bulk_item" (
    "id" SERIAL NOT NULL,
    "bulk_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "measure_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "version" INTEGER,
    "revision" INTEGER,
    "seen" INTEGER,
    "state" "public"."bulk_item_state" NOT NULL DEFAULT 'waiting',
    "message" TEXT NOT NULL DEFAULT '',
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_item_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "bulk_person_id_idx" ON "public"."bulk"("person_id");
CREATE INDEX "bulk_created_by_id_id_idx" ON "public"."bulk"("created_by_id", "id");
CREATE UNIQUE INDEX "bulk_item_bulk_id_ordinal_key" ON "public"."bulk_item"("bulk_id", "ordinal");
CREATE UNIQUE INDEX "bulk_item_bulk_id_measure_id_key" ON "public"."bulk_item"("bulk_id", "measure_id");
CREATE INDEX "bulk_item_bulk_id_state_ordinal_idx" ON "public"."bulk_item"("bulk_id", "state", "ordinal");
CREATE INDEX "bulk_item_measure_id_idx" ON "public"."bulk_item"("measure_id");

ALTER TABLE "public"."bulk" ADD CONSTRAINT "bulk_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "public"."bulk" ADD CONSTRAINT "bulk_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "public"."person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "public"."bulk_item" ADD CONSTRAINT "bulk_item_bulk_id_fkey" FOREIGN KEY ("bulk_id") REFERENCES "public"."bulk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "public"."bulk_item" ADD CONSTRAINT "bulk_item_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is refused or failed says why; what is settled stays settled, so that no item is done twice.
ALTER TABLE bulk_item ADD CONSTRAINT bulk_item_says_why CHECK ((state IN ('refused', 'failed')) = (btrim(message) <> ''));
ALTER TABLE bulk_item ADD CONSTRAINT bulk_item_names_what_it_changes CHECK (state NOT IN ('waiting', 'done') OR num_nulls(version, revision) = 0);
ALTER TABLE bulk_item ADD CONSTRAINT bulk_item_is_settled_at CHECK (CASE state WHEN 'waiting' THEN settled_at IS NULL WHEN 'done' THEN settled_at IS NOT NULL ELSE true END);

CREATE FUNCTION check_bulk_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'waiting' THEN
    RAISE EXCEPTION 'an item that is % is settled', OLD.state USING ERRCODE = 'check_violation';
  END IF;
  IF (to_jsonb(NEW) - '{state,message,settled_at}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{state,message,settled_at}'::text[]) THEN
    RAISE EXCEPTION 'what an item is never changes, only what came of it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_bulk_item BEFORE UPDATE ON bulk_item FOR EACH ROW EXECUTE FUNCTION check_bulk_item();

CREATE FUNCTION check_bulk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - '{state,state_changed_at}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{state,state_changed_at}'::text[]) THEN
    RAISE EXCEPTION 'what a bulk is never changes, only its state' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('planned', 'running'), ('running', 'stopped'), ('stopped', 'running'), ('running', 'done')) THEN
    RAISE EXCEPTION 'a bulk that is % cannot become %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_bulk BEFORE UPDATE ON bulk FOR EACH ROW EXECUTE FUNCTION check_bulk();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON bulk FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON bulk_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();
