-- Who has which draft open now. A row says so for half a minute after the last sign of life and locks nothing. Unlogged: after a crash
-- of PostgreSQL it is empty, and the forms that are open fill it again.
CREATE UNLOGGED TABLE "editing" (
    "version_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "tab" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "editing_pkey" PRIMARY KEY ("version_id", "person_id", "tab")
);
CREATE INDEX "editing_person_id_idx" ON "editing"("person_id");
ALTER TABLE "editing" ADD CONSTRAINT "editing_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "editing" ADD CONSTRAINT "editing_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
