-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "published";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('editor', 'reviewer', 'administrator');

-- CreateEnum
CREATE TYPE "import_outcome" AS ENUM ('create', 'same', 'problem');

-- CreateEnum
CREATE TYPE "version_state" AS ENUM ('draft', 'in_review', 'returned', 'approved', 'scheduled', 'published', 'superseded', 'withdrawn', 'discarded');

-- CreateEnum
CREATE TYPE "revision_origin" AS ENUM ('form', 'import', 'published');

-- CreateEnum
CREATE TYPE "published"."state" AS ENUM ('published', 'withdrawn');

-- CreateTable
CREATE TABLE "person" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "all_economies" BOOLEAN NOT NULL DEFAULT true,
    "password_hash" TEXT NOT NULL,
    "session_epoch" INTEGER NOT NULL DEFAULT 1,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_economy" (
    "person_id" INTEGER NOT NULL,
    "economy_code" CHAR(2) NOT NULL,

    CONSTRAINT "person_economy_pkey" PRIMARY KEY ("person_id","economy_code")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" INTEGER,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "measure_ref" TEXT,
    "version_number" INTEGER,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" SERIAL NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_item" (
    "id" SERIAL NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "economy_code" CHAR(2),
    "source_text" TEXT NOT NULL,
    "content" JSONB,
    "outcome" "import_outcome" NOT NULL,
    "measure_id" INTEGER,

    CONSTRAINT "import_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_problem" (
    "id" SERIAL NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "message" TEXT NOT NULL,

    CONSTRAINT "import_problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure" (
    "id" SERIAL NOT NULL,
    "economy_code" CHAR(2) NOT NULL,
    "number" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version" (
    "id" SERIAL NOT NULL,
    "measure_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "version_state" NOT NULL DEFAULT 'draft',
    "state_changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_by_id" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_id" INTEGER,
    "published_during" tstzrange,

    CONSTRAINT "version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "digest" TEXT,
    "origin" "revision_origin" NOT NULL,
    "author_id" INTEGER NOT NULL,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published"."measure" (
    "ref" TEXT NOT NULL,
    "economy_code" CHAR(2) NOT NULL,
    "state" "published"."state" NOT NULL,
    "version_number" INTEGER NOT NULL,
    "first_published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "measure_pkey" PRIMARY KEY ("ref")
);

-- CreateTable
CREATE TABLE "published"."version" (
    "ref" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "economy_code" CHAR(2) NOT NULL,
    "sub_pillar" TEXT NOT NULL,
    "pillar" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "authors" TEXT[],
    "approved_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "is_current" BOOLEAN NOT NULL,
    "published_during" tstzrange NOT NULL,
    "in_force" datemultirange NOT NULL,
    "maybe_in_force" datemultirange NOT NULL,
    "search" tsvector NOT NULL,

    CONSTRAINT "version_pkey" PRIMARY KEY ("ref","number")
);

-- CreateTable
CREATE TABLE "published"."withdrawal" (
    "ref" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "withdrawal_pkey" PRIMARY KEY ("ref","number")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "approver_id" INTEGER NOT NULL,
    "approver_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_return" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "returned_by_id" INTEGER NOT NULL,
    "returner_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withdrawal" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by_id" INTEGER NOT NULL,
    "requester_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withdrawal_decision" (
    "withdrawal_id" INTEGER NOT NULL,
    "confirmed" BOOLEAN NOT NULL,
    "decided_by_id" INTEGER NOT NULL,
    "decider_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "withdrawal_decision_pkey" PRIMARY KEY ("withdrawal_id")
);

-- CreateTable
CREATE TABLE "economy" (
    "code" CHAR(2) NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "economy_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "taxonomy_edition" (
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "taxonomy_edition_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "pillar" (
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "edition" TEXT NOT NULL,

    CONSTRAINT "pillar_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "sub_pillar" (
    "code" TEXT NOT NULL,
    "pillar_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "known_indirectly" BOOLEAN NOT NULL DEFAULT false,
    "edition" TEXT NOT NULL,

    CONSTRAINT "sub_pillar_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "taxonomy_alias" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "pillar_number" INTEGER,
    "sub_pillar_code" TEXT,

    CONSTRAINT "taxonomy_alias_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "person_economy_economy_code_idx" ON "person_economy"("economy_code");

-- CreateIndex
CREATE INDEX "sign_in_throttle_expire_idx" ON "sign_in_throttle"("expire");

-- CreateIndex
CREATE INDEX "audit_entry_measure_ref_id_idx" ON "audit_entry"("measure_ref", "id");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_id_idx" ON "audit_entry"("actor_id", "id");

-- CreateIndex
CREATE INDEX "import_batch_created_by_id_idx" ON "import_batch"("created_by_id");

-- CreateIndex
CREATE INDEX "import_item_measure_id_idx" ON "import_item"("measure_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_item_batch_id_ordinal_key" ON "import_item"("batch_id", "ordinal");

-- CreateIndex
CREATE INDEX "import_problem_batch_id_line_idx" ON "import_problem"("batch_id", "line");

-- CreateIndex
CREATE UNIQUE INDEX "measure_ref_key" ON "measure"("ref");

-- CreateIndex
CREATE INDEX "measure_created_by_id_idx" ON "measure"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "measure_economy_code_number_key" ON "measure"("economy_code", "number");

-- CreateIndex
CREATE INDEX "version_state_state_changed_at_idx" ON "version"("state", "state_changed_at");

-- CreateIndex
CREATE INDEX "version_started_by_id_idx" ON "version"("started_by_id");

-- CreateIndex
CREATE INDEX "version_published_by_id_idx" ON "version"("published_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "version_measure_id_number_key" ON "version"("measure_id", "number");

-- CreateIndex
CREATE INDEX "revision_author_id_created_at_idx" ON "revision"("author_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "revision_version_id_number_key" ON "revision"("version_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "revision_version_id_id_key" ON "revision"("version_id", "id");

-- CreateIndex
CREATE INDEX "measure_updated_at_idx" ON "published"."measure"("updated_at");

-- CreateIndex
CREATE INDEX "version_published_during" ON "published"."version" USING GIST ("published_during");

-- CreateIndex
CREATE INDEX "approval_version_id_revision_id_idx" ON "approval"("version_id", "revision_id");

-- CreateIndex
CREATE INDEX "approval_approver_id_idx" ON "approval"("approver_id");

-- CreateIndex
CREATE INDEX "review_return_version_id_revision_id_idx" ON "review_return"("version_id", "revision_id");

-- CreateIndex
CREATE INDEX "review_return_returned_by_id_idx" ON "review_return"("returned_by_id");

-- CreateIndex
CREATE INDEX "withdrawal_version_id_idx" ON "withdrawal"("version_id");

-- CreateIndex
CREATE INDEX "withdrawal_requested_by_id_idx" ON "withdrawal"("requested_by_id");

-- CreateIndex
CREATE INDEX "withdrawal_decision_decided_by_id_idx" ON "withdrawal_decision"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "economy_name_key" ON "economy"("name");

-- CreateIndex
CREATE INDEX "pillar_edition_idx" ON "pillar"("edition");

-- CreateIndex
CREATE INDEX "sub_pillar_edition_idx" ON "sub_pillar"("edition");

-- CreateIndex
CREATE UNIQUE INDEX "sub_pillar_pillar_number_position_key" ON "sub_pillar"("pillar_number", "position");

-- CreateIndex
CREATE UNIQUE INDEX "taxonomy_alias_pillar_number_name_key" ON "taxonomy_alias"("pillar_number", "name");

-- CreateIndex
CREATE UNIQUE INDEX "taxonomy_alias_sub_pillar_code_name_key" ON "taxonomy_alias"("sub_pillar_code", "name");

-- AddForeignKey
ALTER TABLE "person_economy" ADD CONSTRAINT "person_economy_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_economy" ADD CONSTRAINT "person_economy_economy_code_fkey" FOREIGN KEY ("economy_code") REFERENCES "economy"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_item" ADD CONSTRAINT "import_item_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_item" ADD CONSTRAINT "import_item_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_problem" ADD CONSTRAINT "import_problem_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_economy_code_fkey" FOREIGN KEY ("economy_code") REFERENCES "economy"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published"."version" ADD CONSTRAINT "version_ref_fkey" FOREIGN KEY ("ref") REFERENCES "published"."measure"("ref") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published"."withdrawal" ADD CONSTRAINT "withdrawal_ref_fkey" FOREIGN KEY ("ref") REFERENCES "published"."measure"("ref") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_version_id_revision_id_fkey" FOREIGN KEY ("version_id", "revision_id") REFERENCES "revision"("version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_return" ADD CONSTRAINT "review_return_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_return" ADD CONSTRAINT "review_return_version_id_revision_id_fkey" FOREIGN KEY ("version_id", "revision_id") REFERENCES "revision"("version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_return" ADD CONSTRAINT "review_return_returned_by_id_fkey" FOREIGN KEY ("returned_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal_decision" ADD CONSTRAINT "withdrawal_decision_withdrawal_id_fkey" FOREIGN KEY ("withdrawal_id") REFERENCES "withdrawal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal_decision" ADD CONSTRAINT "withdrawal_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pillar" ADD CONSTRAINT "pillar_edition_fkey" FOREIGN KEY ("edition") REFERENCES "taxonomy_edition"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sub_pillar" ADD CONSTRAINT "sub_pillar_pillar_number_fkey" FOREIGN KEY ("pillar_number") REFERENCES "pillar"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sub_pillar" ADD CONSTRAINT "sub_pillar_edition_fkey" FOREIGN KEY ("edition") REFERENCES "taxonomy_edition"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "taxonomy_alias" ADD CONSTRAINT "taxonomy_alias_pillar_number_fkey" FOREIGN KEY ("pillar_number") REFERENCES "pillar"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "taxonomy_alias" ADD CONSTRAINT "taxonomy_alias_sub_pillar_code_fkey" FOREIGN KEY ("sub_pillar_code") REFERENCES "sub_pillar"("code") ON DELETE SET NULL ON UPDATE CASCADE;


