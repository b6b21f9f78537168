-- CreateEnum
CREATE TYPE "impact_outcome" AS ENUM ('updated', 'not_affected');

-- CreateTable
CREATE TABLE "law_change" (
    "id" SERIAL NOT NULL,
    "act_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "source_title" TEXT NOT NULL DEFAULT '',
    "source_url" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL,
    "amending_act" TEXT NOT NULL DEFAULT '',
    "not_yet_in_force" BOOLEAN NOT NULL DEFAULT false,
    "proposed_by_id" INTEGER NOT NULL,
    "proposer_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "law_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "law_change_decision" (
    "law_change_id" INTEGER NOT NULL,
    "confirmed" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "decided_by_id" INTEGER NOT NULL,
    "decider_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "law_change_decision_pkey" PRIMARY KEY ("law_change_id")
);

-- CreateTable
CREATE TABLE "commencement" (
    "law_change_id" INTEGER NOT NULL,
    "began" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_by_id" INTEGER NOT NULL,
    "recorder_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "commencement_pkey" PRIMARY KEY ("law_change_id")
);

-- CreateTable
CREATE TABLE "impact" (
    "id" SERIAL NOT NULL,
    "law_change_id" INTEGER NOT NULL,
    "measure_id" INTEGER NOT NULL,
    "economy_code" CHAR(2) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "impact_outcome",
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "impact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "impact_answer" (
    "id" SERIAL NOT NULL,
    "impact_id" INTEGER NOT NULL,
    "outcome" "impact_outcome" NOT NULL,
    "version_id" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "answered_by_id" INTEGER NOT NULL,
    "answerer_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "impact_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "impact_check" (
    "answer_id" INTEGER NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "checked_by_id" INTEGER NOT NULL,
    "checker_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "impact_check_pkey" PRIMARY KEY ("answer_id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" SERIAL NOT NULL,
    "law_change_id" INTEGER NOT NULL,
    "released_by_id" INTEGER NOT NULL,
    "releaser_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_item" (
    "release_id" INTEGER NOT NULL,
    "version_id" INTEGER NOT NULL,

    CONSTRAINT "release_item_pkey" PRIMARY KEY ("release_id","version_id")
);

-- CreateIndex
CREATE INDEX "law_change_act_id_idx" ON "law_change"("act_id");

-- CreateIndex
CREATE INDEX "law_change_proposed_by_id_idx" ON "law_change"("proposed_by_id");

-- CreateIndex
CREATE INDEX "law_change_decision_decided_by_id_idx" ON "law_change_decision"("decided_by_id");

-- CreateIndex
CREATE INDEX "commencement_recorded_by_id_idx" ON "commencement"("recorded_by_id");

-- CreateIndex
CREATE INDEX "impact_measure_id_idx" ON "impact"("measure_id");

-- CreateIndex
CREATE INDEX "impact_law_change_id_due_on_id_idx" ON "impact"("law_change_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "impact_economy_code_due_on_id_idx" ON "impact"("economy_code", "due_on", "id");

-- CreateIndex
CREATE INDEX "impact_person_id_due_on_id_idx" ON "impact"("person_id", "due_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "impact_law_change_id_measure_id_key" ON "impact"("law_change_id", "measure_id");

-- CreateIndex
CREATE INDEX "impact_answer_impact_id_idx" ON "impact_answer"("impact_id");

-- CreateIndex
CREATE INDEX "impact_answer_version_id_idx" ON "impact_answer"("version_id");

-- CreateIndex
CREATE INDEX "impact_answer_answered_by_id_idx" ON "impact_answer"("answered_by_id");

-- CreateIndex
CREATE INDEX "impact_check_checked_by_id_idx" ON "impact_check"("checked_by_id");

-- CreateIndex
CREATE INDEX "release_law_change_id_idx" ON "release"("law_change_id");

-- CreateIndex
CREATE INDEX "release_released_by_id_idx" ON "release"("released_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_item_version_id_key" ON "release_item"("version_id");

-- CreateIndex
CREATE INDEX "version_published_at_idx" ON "published"."version"("published_at");

-- AddForeignKey
ALTER TABLE "law_change" ADD CONSTRAINT "law_change_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "law_change" ADD CONSTRAINT "law_change_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "law_change_decision" ADD CONSTRAINT "law_change_decision_law_change_id_fkey" FOREIGN KEY ("law_change_id") REFERENCES "law_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "law_change_decision" ADD CONSTRAINT "law_change_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commencement" ADD CONSTRAINT "commencement_law_change_id_fkey" FOREIGN KEY ("law_change_id") REFERENCES "law_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commencement" ADD CONSTRAINT "commencement_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact" ADD CONSTRAINT "impact_law_change_id_fkey" FOREIGN KEY ("law_change_id") REFERENCES "law_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact" ADD CONSTRAINT "impact_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact" ADD CONSTRAINT "impact_economy_code_fkey" FOREIGN KEY ("economy_code") REFERENCES "economy"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact" ADD CONSTRAINT "impact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_answer" ADD CONSTRAINT "impact_answer_impact_id_fkey" FOREIGN KEY ("impact_id") REFERENCES "impact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_answer" ADD CONSTRAINT "impact_answer_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_answer" ADD CONSTRAINT "impact_answer_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_check" ADD CONSTRAINT "impact_check_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "impact_answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_check" ADD CONSTRAINT "impact_check_checked_by_id_fkey" FOREIGN KEY ("checked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_law_change_id_fkey" FOREIGN KEY ("law_change_id") REFERENCES "law_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_released_by_id_fkey" FOREIGN KEY ("released_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_item" ADD CONSTRAINT "release_item_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_item" ADD CONSTRAINT "release_item_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- What Prisma's schema cannot say

ALTER TABLE law_change ADD CONSTRAINT law_change_date_shape CHECK (date ~ '^\d{4}(-\d{2}(-\d{2})?)?$');
ALTER TABLE law_change ADD CONSTRAINT law_change_has_note CHECK (btrim(note) <> '');
ALTER TABLE law_change ADD CONSTRAINT law_change_has_source CHECK (btrim(source_title) <> '' OR btrim(source_url) <> '');
ALTER TABLE law_change_decision ADD CONSTRAINT law_change_declined_with_reason CHECK (confirmed OR btrim(reason) <> '');
ALTER TABLE commencement ADD CONSTRAINT commencement_missed_with_note CHECK (began OR btrim(note) <> '');
ALTER TABLE impact ADD CONSTRAINT impact_settled_with_outcome CHECK ((settled_at IS NULL) = (outcome IS NULL));
ALTER TABLE impact_answer ADD CONSTRAINT impact_answer_says_how CHECK (
  CASE outcome WHEN 'updated' THEN version_id IS NOT NULL ELSE version_id IS NULL AND btrim(reason) <> '' END);
ALTER TABLE impact_check ADD CONSTRAINT impact_check_declined_with_reason CHECK (accepted OR btrim(reason) <> '');

-- The worklists: what is open, of a law change, an economy, a person or a measure.
CREATE INDEX impact_open ON impact (due_on, id) WHERE settled_at IS NULL;
CREATE INDEX impact_open_of_measure ON impact (measure_id) WHERE settled_at IS NULL;
CREATE INDEX law_change_awaited ON law_change (date) WHERE not_yet_in_force;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON law_change          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON law_change_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON commencement        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON impact_answer       FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON impact_check        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON release             FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON release_item        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON impact FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();

-- The first day that a partial date may mean.
CREATE FUNCTION first_day(partial text) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN make_date(left(partial, 4)::int, coalesce(nullif(substr(partial, 6, 2), ''), '1')::int, coalesce(nullif(substr(partial, 9, 2), ''), '1')::int);

-- An act and everything that was merged into it: who cites one of them, cites the act.
CREATE FUNCTION act_family(standing_id int) RETURNS SETOF act LANGUAGE sql STABLE AS $$
  SELECT a FROM act a WHERE a.id = standing_id UNION ALL SELECT a FROM act a WHERE a.merged_into_id = standing_id
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- A law change is proposed by one person and confirmed by another

CREATE FUNCTION check_law_change_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE l law_change;
BEGIN
  SELECT * INTO l FROM law_change WHERE id = NEW.law_change_id;
  IF NEW.confirmed AND NEW.decided_by_id = l.proposed_by_id THEN
    RAISE EXCEPTION 'a law change is confirmed by somebody who did not propose it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.decided_by_id <> l.proposed_by_id AND NOT may_review(NEW.decided_by_id) THEN
    RAISE EXCEPTION 'only reviewers and administrators decide' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_law_change_decision BEFORE INSERT ON law_change_decision FOR EACH ROW EXECUTE FUNCTION check_law_change_decision();

-- At commit no measure is forgotten: whoever cites the act in a published text has an impact. NOT IN is hashed even while the rows that were
-- just added have no statistics; a nested loop over ten thousand takes seconds.
CREATE FUNCTION check_impacts_complete() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE forgotten text;
BEGIN
  IF NOT NEW.confirmed THEN RETURN NULL; END IF;
  SELECT m.ref INTO forgotten
  FROM law_change l, act_family(coalesce((SELECT merged_into_id FROM act WHERE id = l.act_id), l.act_id)) a
  JOIN published.citation c ON c.act_ref = a.ref
  JOIN published.measure p ON p.ref = c.ref AND p.version_number = c.number AND p.state = 'published'
  JOIN measure m ON m.ref = c.ref
  WHERE l.id = NEW.law_change_id AND m.id NOT IN (SELECT i.measure_id FROM impact i WHERE i.law_change_id = NEW.law_change_id) LIMIT 1;
  IF forgotten IS NOT NULL THEN
    RAISE EXCEPTION '% cites the act and has no impact', forgotten USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_impacts_complete AFTER INSERT ON law_change_decision DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_impacts_complete();

CREATE FUNCTION check_commencement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM law_change l JOIN law_change_decision d ON d.law_change_id = l.id
    WHERE l.id = NEW.law_change_id AND l.not_yet_in_force AND d.confirmed) THEN
    RAISE EXCEPTION 'only a confirmed law change that was not yet in force can begin' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_commencement BEFORE INSERT ON commencement FOR EACH ROW EXECUTE FUNCTION check_commencement();

-- ---------------------------------------------------------------------------------------------------------------------
-- An impact is settled once: by a version that was started for it and is published, or by a reason that a second person checked

-- Looked at once for the whole statement: a confirmation opens thousands.
CREATE FUNCTION check_new_impacts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM added WHERE settled_at IS NOT NULL) THEN
    RAISE EXCEPTION 'an impact begins open' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT law_change_id FROM added EXCEPT SELECT law_change_id FROM law_change_decision WHERE confirmed) THEN
    RAISE EXCEPTION 'only a confirmed law change has impacts' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM added a JOIN measure m ON m.id = a.measure_id WHERE m.economy_code <> a.economy_code) THEN
    RAISE EXCEPTION 'an impact is of the economy of its measure' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER check_new_impacts AFTER INSERT ON impact REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_new_impacts();

CREATE FUNCTION check_impact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.settled_at IS NOT NULL THEN
    RAISE EXCEPTION 'an impact is settled once' USING ERRCODE = 'check_violation';
  END IF;
  IF (to_jsonb(NEW) - 'person_id' - 'outcome' - 'settled_at') IS DISTINCT FROM (to_jsonb(OLD) - 'person_id' - 'outcome' - 'settled_at') THEN
    RAISE EXCEPTION 'what an impact is never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.outcome = 'updated' AND NOT EXISTS (
    SELECT FROM impact_answer a JOIN version v ON v.id = a.version_id WHERE a.impact_id = NEW.id AND v.state = 'published') THEN
    RAISE EXCEPTION 'an impact is settled by a version that was started for it and is published' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.outcome = 'not_affected' AND NOT EXISTS (
    SELECT FROM impact_answer a JOIN impact_check c ON c.answer_id = a.id
    WHERE a.impact_id = NEW.id AND a.outcome = 'not_affected' AND c.accepted AND c.checked_by_id <> a.answered_by_id) THEN
    RAISE EXCEPTION 'that a measure is not affected is checked by a second person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_impact BEFORE UPDATE ON impact FOR EACH ROW EXECUTE FUNCTION check_impact();

CREATE FUNCTION check_impact_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE i impact;
BEGIN
  SELECT * INTO i FROM impact WHERE id = NEW.impact_id FOR UPDATE;
  IF i.settled_at IS NOT NULL THEN
    RAISE EXCEPTION 'an impact is settled once' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM impact_answer a LEFT JOIN impact_check c ON c.answer_id = a.id LEFT JOIN version v ON v.id = a.version_id
    WHERE a.impact_id = NEW.impact_id AND CASE a.outcome WHEN 'updated' THEN v.state <> 'discarded' ELSE c.answer_id IS NULL END) THEN
    RAISE EXCEPTION 'the impact has an answer already' USING ERRCODE = 'unique_violation';
  END IF;
  IF NEW.outcome = 'updated' AND NOT EXISTS (
    SELECT FROM version v WHERE v.id = NEW.version_id AND v.measure_id = i.measure_id AND v.state IN ('draft', 'returned')) THEN
    RAISE EXCEPTION 'an impact is answered by a draft of its measure' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_impact_answer BEFORE INSERT ON impact_answer FOR EACH ROW EXECUTE FUNCTION check_impact_answer();

CREATE FUNCTION check_impact_check() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE a impact_answer; i impact;
BEGIN
  SELECT * INTO a FROM impact_answer WHERE id = NEW.answer_id;
  SELECT * INTO i FROM impact WHERE id = a.impact_id FOR UPDATE;
  IF a.outcome <> 'not_affected' OR i.settled_at IS NOT NULL THEN
    RAISE EXCEPTION 'only a waiting “not affected” is checked' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.accepted AND NEW.checked_by_id = a.answered_by_id THEN
    RAISE EXCEPTION 'nobody checks their own “not affected”' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.checked_by_id <> a.answered_by_id AND NOT may_review(NEW.checked_by_id) THEN
    RAISE EXCEPTION 'only reviewers and administrators decide' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_impact_check BEFORE INSERT ON impact_check FOR EACH ROW EXECUTE FUNCTION check_impact_check();

-- ---------------------------------------------------------------------------------------------------------------------
-- A release: published versions that were started for its law change, all at one moment

CREATE FUNCTION check_release_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM release r JOIN impact i ON i.law_change_id = r.law_change_id JOIN impact_answer a ON a.impact_id = i.id JOIN version v ON v.id = a.version_id
    WHERE r.id = NEW.release_id AND v.id = NEW.version_id AND v.state = 'published' AND lower(v.published_during) = r.created_at) THEN
    RAISE EXCEPTION 'a release holds versions of its law change that were published at its moment' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_release_item BEFORE INSERT ON release_item FOR EACH ROW EXECUTE FUNCTION check_release_item();

-- ---------------------------------------------------------------------------------------------------------------------
-- What the world is told: which changes are being reviewed, and what was published together. No person, no draft and no reason is in it.

CREATE VIEW published.review_notice AS
  SELECT m.ref, a.ref AS act_ref, a.title AS act_title, l.kind, l.date, i.created_at AS since
  FROM impact i JOIN measure m ON m.id = i.measure_id JOIN law_change l ON l.id = i.law_change_id
  JOIN act o ON o.id = l.act_id JOIN act a ON a.id = coalesce(o.merged_into_id, o.id)
  WHERE i.settled_at IS NULL;

CREATE VIEW published.release AS
  SELECT r.id, r.created_at AS released_at, a.ref AS act_ref, a.title AS act_title, l.kind, l.date, l.note
  FROM release r JOIN law_change l ON l.id = r.law_change_id
  JOIN act o ON o.id = l.act_id JOIN act a ON a.id = coalesce(o.merged_into_id, o.id);

CREATE VIEW published.release_item AS
  SELECT i.release_id, m.ref, v.number FROM release_item i JOIN version v ON v.id = i.version_id JOIN measure m ON m.id = v.measure_id;
