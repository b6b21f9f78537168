-- Who changes an account names the edition that they saw: two administrators overwrite nothing of each other.
ALTER TABLE "person" ADD COLUMN "edition" INTEGER NOT NULL DEFAULT 1;
-- What was done to one person is looked up among the few entries about people.
CREATE INDEX audit_entry_about_person_idx ON audit_entry ((details ->> 'email'), id) WHERE action LIKE 'person.%';
