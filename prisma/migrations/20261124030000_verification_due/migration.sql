-- How often the published texts of a sub-pillar are to be checked against their sources.
-- AlterTable
ALTER TABLE "sub_pillar" ADD COLUMN "check_every_months" INTEGER NOT NULL DEFAULT 12;

ALTER TABLE sub_pillar ADD CONSTRAINT sub_pillar_check_every CHECK (check_every_months BETWEEN 1 AND 120);
