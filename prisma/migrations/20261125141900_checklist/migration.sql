-- What the reviewer ticked of the checklist, by the names of its questions; empty for approvals from before there was one.
ALTER TABLE "approval" ADD COLUMN "checked" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
