-- An interval that an administrator set stays when the reference data is loaded anew.
ALTER TABLE "sub_pillar" ADD COLUMN "check_interval_edited" BOOLEAN NOT NULL DEFAULT false;
