-- Events that lie ahead in a published timeline: on their day somebody is asked whether they happened.
-- CreateTable
CREATE TABLE "awaited_event" (
    "id" SERIAL NOT NULL,
    "act_id" INTEGER,
    "measure_id" INTEGER,
    "basis_id" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "awaited_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "awaited_event_answer" (
    "awaited_event_id" INTEGER NOT NULL,
    "happened" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_by_id" INTEGER NOT NULL,
    "recorder_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "awaited_event_answer_pkey" PRIMARY KEY ("awaited_event_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "awaited_event_act_id_kind_date_key" ON "awaited_event"("act_id", "kind", "date");

-- CreateIndex
CREATE UNIQUE INDEX "awaited_event_measure_id_basis_id_kind_date_key" ON "awaited_event"("measure_id", "basis_id", "kind", "date");

-- CreateIndex
CREATE INDEX "awaited_event_answer_recorded_by_id_idx" ON "awaited_event_answer"("recorded_by_id");

-- AddForeignKey
ALTER TABLE "awaited_event" ADD CONSTRAINT "awaited_event_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "act"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awaited_event" ADD CONSTRAINT "awaited_event_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awaited_event_answer" ADD CONSTRAINT "awaited_event_answer_awaited_event_id_fkey" FOREIGN KEY ("awaited_event_id") REFERENCES "awaited_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awaited_event_answer" ADD CONSTRAINT "awaited_event_answer_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- What Prisma's schema cannot say

ALTER TABLE awaited_event ADD CONSTRAINT awaited_event_of_one CHECK ((act_id IS NULL) <> (measure_id IS NULL));
ALTER TABLE awaited_event ADD CONSTRAINT awaited_event_date_shape CHECK (date ~ '^\d{4}(-\d{2}(-\d{2})?)?$');
ALTER TABLE awaited_event_answer ADD CONSTRAINT awaited_event_missed_with_note CHECK (happened OR btrim(note) <> '');
CREATE INDEX awaited_event_due ON awaited_event (first_day(date), id);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awaited_event        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awaited_event_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is published already.
INSERT INTO awaited_event (act_id, measure_id, basis_id, title, kind, date)
  SELECT coalesce(a.merged_into_id, a.id), CASE WHEN a.id IS NULL THEN m.id END, CASE WHEN a.id IS NULL THEN b.id ELSE '' END,
    coalesce(b.title, ''), e.kind, e.date
  FROM published.version v JOIN measure m ON m.ref = v.ref
  CROSS JOIN LATERAL jsonb_to_recordset(v.content -> 'bases') AS b(id text, title text, "actRef" text, events jsonb)
  CROSS JOIN LATERAL jsonb_to_recordset(coalesce(b.events, '[]')) AS e(kind text, date text)
  LEFT JOIN act a ON a.ref = b."actRef"
  WHERE v.is_current AND first_day(e.date) > (v.published_at AT TIME ZONE 'UTC')::date
  ON CONFLICT DO NOTHING;
