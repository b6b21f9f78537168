-- CreateTable
CREATE TABLE "review_claim" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL,
    "reviewer_id" INTEGER,
    "reviewer_name" TEXT NOT NULL DEFAULT '',
    "given_by_id" INTEGER NOT NULL,
    "giver_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_claim_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "review_claim_version_id_id_idx" ON "review_claim"("version_id", "id");
CREATE INDEX "review_claim_reviewer_id_idx" ON "review_claim"("reviewer_id");
CREATE INDEX "review_claim_given_by_id_idx" ON "review_claim"("given_by_id");

-- AddForeignKey
ALTER TABLE "review_claim" ADD CONSTRAINT "review_claim_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_claim" ADD CONSTRAINT "review_claim_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "review_claim" ADD CONSTRAINT "review_claim_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review_claim FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
