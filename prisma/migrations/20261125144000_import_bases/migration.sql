-- CreateEnum
CREATE TYPE "import_act_choice" AS ENUM ('open', 'link', 'enter', 'leave');

-- CreateTable
CREATE TABLE "import_basis" (
    "id" SERIAL NOT NULL,
    "item_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "proposals" JSONB NOT NULL DEFAULT '[]',
    "certain" BOOLEAN NOT NULL DEFAULT false,
    "choice" "import_act_choice" NOT NULL DEFAULT 'open',
    "act_id" INTEGER,

    CONSTRAINT "import_basis_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_basis_item_id_position_key" ON "import_basis"("item_id", "position");

-- CreateIndex
CREATE INDEX "import_basis_act_id_idx" ON "import_basis"("act_id");

-- AddForeignKey
ALTER TABLE "import_basis" ADD CONSTRAINT "import_basis_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "import_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_basis" ADD CONSTRAINT "import_basis_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is linked is linked to an act, and nothing else is.
ALTER TABLE import_basis ADD CONSTRAINT import_basis_links_an_act CHECK ((choice = 'link') = (act_id IS NOT NULL));
