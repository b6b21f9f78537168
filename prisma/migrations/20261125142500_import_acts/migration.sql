-- CreateEnum
CREATE TYPE "import_subject" AS ENUM ('measures', 'acts');

-- CreateEnum
CREATE TYPE "import_act_outcome" AS ENUM ('create', 'update', 'same', 'problem');

-- AlterTable
ALTER TABLE "import_batch" ADD COLUMN "subject" "import_subject" NOT NULL DEFAULT 'measures';

-- AlterTable
ALTER TABLE "import_problem" ADD COLUMN "column_name" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "import_act" (
    "id" SERIAL NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" "import_act_outcome" NOT NULL,
    "act" JSONB NOT NULL,
    "before" JSONB NOT NULL DEFAULT '{}',
    "after" JSONB NOT NULL DEFAULT '{}',
    "act_id" INTEGER,
    "edition" INTEGER,
    "first_line" INTEGER,
    "done" BOOLEAN NOT NULL DEFAULT false,
    "refusal" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "import_act_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_act_batch_id_ordinal_key" ON "import_act"("batch_id", "ordinal");

-- CreateIndex
CREATE INDEX "import_act_act_id_idx" ON "import_act"("act_id");

-- AddForeignKey
ALTER TABLE "import_act" ADD CONSTRAINT "import_act_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_act" ADD CONSTRAINT "import_act_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "act"("id") ON DELETE SET NULL ON UPDATE CASCADE;
