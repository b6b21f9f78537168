-- What a person was told is read by when it was told; ids follow the order of writing, which is another where many write at once.
-- DropIndex
DROP INDEX "public"."notification_person_id_id_idx";

-- CreateIndex
CREATE INDEX "notification_person_id_created_at_id_idx" ON "public"."notification"("person_id", "created_at", "id");
