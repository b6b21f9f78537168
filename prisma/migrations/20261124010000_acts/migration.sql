-- CreateTable
CREATE TABLE "economic_union" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "economic_union_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "union_member" (
    "union_code" TEXT NOT NULL,
    "economy_code" CHAR(2) NOT NULL,

    CONSTRAINT "union_member_pkey" PRIMARY KEY ("union_code","economy_code")
);

-- CreateTable
CREATE TABLE "act" (
    "id" SERIAL NOT NULL,
    "ref" TEXT,
    "economy_code" CHAR(2),
    "union_code" TEXT,
    "title" TEXT NOT NULL,
    "original_title" TEXT NOT NULL DEFAULT '',
    "original_language" TEXT NOT NULL DEFAULT '',
    "number" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL DEFAULT '',
    "issuer" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "eli" TEXT NOT NULL DEFAULT '',
    "merged_into_id" INTEGER,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "act_event" (
    "id" SERIAL NOT NULL,
    "act_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "latest" BOOLEAN NOT NULL DEFAULT false,
    "source_title" TEXT NOT NULL DEFAULT '',
    "source_url" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "act_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citation" (
    "revision_id" INTEGER NOT NULL,
    "basis_id" TEXT NOT NULL,
    "act_id" INTEGER NOT NULL,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("revision_id","basis_id")
);

-- CreateTable
CREATE TABLE "published"."citation" (
    "ref" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "basis_id" TEXT NOT NULL,
    "act_ref" TEXT NOT NULL,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("ref","number","basis_id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "checked_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "verifier_id" INTEGER NOT NULL,
    "verifier_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "union_member_economy_code_idx" ON "union_member"("economy_code");

-- CreateIndex
CREATE UNIQUE INDEX "act_ref_key" ON "act"("ref");

-- CreateIndex
CREATE INDEX "act_economy_code_idx" ON "act"("economy_code");

-- CreateIndex
CREATE INDEX "act_union_code_idx" ON "act"("union_code");

-- CreateIndex
CREATE INDEX "act_merged_into_id_idx" ON "act"("merged_into_id");

-- CreateIndex
CREATE INDEX "act_created_by_id_idx" ON "act"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "act_event_act_id_position_key" ON "act_event"("act_id", "position");

-- CreateIndex
CREATE INDEX "citation_act_id_idx" ON "citation"("act_id");

-- CreateIndex
CREATE INDEX "citation_act_ref_idx" ON "published"."citation"("act_ref");

-- CreateIndex
CREATE INDEX "verification_version_id_checked_on_idx" ON "verification"("version_id", "checked_on");

-- CreateIndex
CREATE INDEX "verification_verifier_id_idx" ON "verification"("verifier_id");

-- AddForeignKey
ALTER TABLE "union_member" ADD CONSTRAINT "union_member_union_code_fkey" FOREIGN KEY ("union_code") REFERENCES "economic_union"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "union_member" ADD CONSTRAINT "union_member_economy_code_fkey" FOREIGN KEY ("economy_code") REFERENCES "economy"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "act" ADD CONSTRAINT "act_economy_code_fkey" FOREIGN KEY ("economy_code") REFERENCES "economy"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "act" ADD CONSTRAINT "act_union_code_fkey" FOREIGN KEY ("union_code") REFERENCES "economic_union"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "act" ADD CONSTRAINT "act_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "act"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "act" ADD CONSTRAINT "act_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "act_event" ADD CONSTRAINT "act_event_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "act"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published"."citation" ADD CONSTRAINT "citation_ref_number_fkey" FOREIGN KEY ("ref", "number") REFERENCES "published"."version"("ref", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification" ADD CONSTRAINT "verification_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification" ADD CONSTRAINT "verification_verifier_id_fkey" FOREIGN KEY ("verifier_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- ---------------------------------------------------------------------------------------------------------------------
-- What Prisma's schema cannot say

ALTER TABLE act DROP COLUMN ref;
ALTER TABLE act ADD COLUMN ref text GENERATED ALWAYS AS ('ACT-' || lpad(id::text, greatest(4, length(id::text)), '0')) STORED;
CREATE UNIQUE INDEX act_ref_key ON act (ref);
ALTER TABLE act ADD CONSTRAINT act_belongs_to_one CHECK (num_nonnulls(economy_code, union_code) = 1);
ALTER TABLE act ADD CONSTRAINT act_title_not_blank CHECK (btrim(title) <> '');
ALTER TABLE act ADD CONSTRAINT act_not_merged_into_itself CHECK (merged_into_id <> id);
ALTER TABLE act_event ADD CONSTRAINT act_event_date_shape CHECK (date ~ '^\d{4}(-\d{2}(-\d{2})?)?$');

-- Titles and numbers in any script, found with typos too.
CREATE FUNCTION act_words(title text, original_title text, number text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN lower(title || ' ' || original_title || ' ' || number);
CREATE INDEX act_words_trigrams ON act USING gin (act_words(title, original_title, number) extensions.gin_trgm_ops) WHERE merged_into_id IS NULL;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON citation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON verification FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON published.citation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON act FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();

-- A merged act stays merged, into one that is not merged itself; nothing cites it anew.
CREATE FUNCTION check_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.created_by_id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.created_by_id, OLD.created_at) THEN
    RAISE EXCEPTION 'what an act is never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.merged_into_id IS NOT NULL AND NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id
     AND NOT EXISTS (SELECT FROM act t WHERE t.id = OLD.merged_into_id AND t.merged_into_id = NEW.merged_into_id) THEN
    RAISE EXCEPTION 'a merged act stays merged' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.merged_into_id IS NOT NULL AND EXISTS (SELECT FROM act t WHERE t.id = NEW.merged_into_id AND t.merged_into_id IS NOT NULL) THEN
    RAISE EXCEPTION 'an act is merged into one that stands itself' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_act BEFORE UPDATE ON act FOR EACH ROW EXECUTE FUNCTION check_act();

-- A citation is what the revision's content says.
CREATE FUNCTION check_citation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM revision r, jsonb_array_elements(r.content -> 'bases') b
    WHERE r.id = NEW.revision_id AND b ->> 'id' = NEW.basis_id AND b ->> 'actRef' = (SELECT ref FROM act WHERE id = NEW.act_id)) THEN
    RAISE EXCEPTION 'a citation must stand in the text of its revision' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_citation BEFORE INSERT ON citation FOR EACH ROW EXECUTE FUNCTION check_citation();

-- What is verified is the published text, named by its digest.
CREATE FUNCTION check_verification() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v version;
BEGIN
  v := lock_version(NEW.version_id);
  IF v.state <> 'published' OR (head_revision(NEW.version_id)).digest IS DISTINCT FROM NEW.digest THEN
    RAISE EXCEPTION 'only the published text can be verified' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.checked_on > (now() AT TIME ZONE 'UTC' + interval '14 hours')::date THEN
    RAISE EXCEPTION 'a text is not verified in the future' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_verification BEFORE INSERT ON verification FOR EACH ROW EXECUTE FUNCTION check_verification();

-- The acts that a published measure ever cited, and whatever they were merged into; nothing else of the register is public.
CREATE VIEW published.act AS
  SELECT a.ref, a.economy_code, a.union_code, coalesce(u.name, e.name) AS belongs_to, a.title, a.original_title, a.original_language, a.number, a.kind,
    a.issuer, a.url, a.eli, t.ref AS merged_into,
    coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', x.kind, 'date', x.date, 'latest', nullif(x.latest, false),
      'sourceTitle', nullif(x.source_title, ''), 'sourceUrl', nullif(x.source_url, ''))) ORDER BY x.position) FROM act_event x WHERE x.act_id = a.id), '[]') AS events
  FROM act a LEFT JOIN economy e ON e.code = a.economy_code LEFT JOIN economic_union u ON u.code = a.union_code LEFT JOIN act t ON t.id = a.merged_into_id
  WHERE EXISTS (SELECT FROM published.citation c WHERE c.act_ref = a.ref)
     OR EXISTS (SELECT FROM act m JOIN published.citation c ON c.act_ref = m.ref WHERE m.merged_into_id = a.id);

-- When the published texts were checked against their sources, and by whom.
CREATE VIEW published.verification AS
  SELECT m.ref, n.number, v.id, v.checked_on, v.verifier_name
  FROM verification v JOIN version n ON n.id = v.version_id JOIN measure m ON m.id = n.measure_id;
