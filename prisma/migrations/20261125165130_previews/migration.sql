-- CreateTable
CREATE TABLE "preview_link" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "token_hash" TEXT NOT NULL,
    "guest_name" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "comments_welcome" BOOLEAN NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "maker_id" INTEGER NOT NULL,
    "maker_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "preview_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preview_revocation" (
    "link_id" INTEGER NOT NULL,
    "revoked_by_id" INTEGER NOT NULL,
    "revoker_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "preview_revocation_pkey" PRIMARY KEY ("link_id")
);

-- CreateTable
CREATE TABLE "preview_opening" (
    "link_id" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "preview_opening_pkey" PRIMARY KEY ("link_id")
);

-- AlterTable
ALTER TABLE "comment" ALTER COLUMN "author_id" DROP NOT NULL;
ALTER TABLE "comment" ADD COLUMN "preview_link_id" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "preview_link_token_hash_key" ON "preview_link"("token_hash");
CREATE UNIQUE INDEX "preview_link_id_version_id_revision_id_key" ON "preview_link"("id", "version_id", "revision_id");
CREATE INDEX "preview_link_version_id_revision_id_idx" ON "preview_link"("version_id", "revision_id");
CREATE INDEX "preview_link_maker_id_idx" ON "preview_link"("maker_id");
CREATE INDEX "preview_revocation_revoked_by_id_idx" ON "preview_revocation"("revoked_by_id");
CREATE INDEX "comment_preview_link_id_version_id_revision_id_idx" ON "comment"("preview_link_id", "version_id", "revision_id");

-- AddForeignKey
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_version_id_revision_id_fkey" FOREIGN KEY ("version_id", "revision_id") REFERENCES "revision"("version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_maker_id_fkey" FOREIGN KEY ("maker_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "preview_revocation" ADD CONSTRAINT "preview_revocation_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "preview_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "preview_revocation" ADD CONSTRAINT "preview_revocation_revoked_by_id_fkey" FOREIGN KEY ("revoked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "preview_opening" ADD CONSTRAINT "preview_opening_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "preview_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comment" ADD CONSTRAINT "comment_preview_link_fkey" FOREIGN KEY ("preview_link_id", "version_id", "revision_id") REFERENCES "preview_link"("id", "version_id", "revision_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say: a link is about the newest revision of an open version when it is made, and dies with the version.
CREATE TRIGGER append_only   BEFORE UPDATE OR DELETE OR TRUNCATE ON preview_link       FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only   BEFORE UPDATE OR DELETE OR TRUNCATE ON preview_revocation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE           ON preview_opening    FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();
ALTER TABLE preview_link ADD CONSTRAINT preview_link_token_is_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE preview_link ADD CONSTRAINT preview_link_names_guest CHECK (btrim(guest_name) <> '');
-- Sixty days, and the rest of the day.
ALTER TABLE preview_link ADD CONSTRAINT preview_link_expires CHECK (expires_at > created_at AND expires_at <= created_at + interval '61 days');
ALTER TABLE comment ADD CONSTRAINT comment_has_author CHECK (num_nonnulls(author_id, preview_link_id) = 1);
ALTER TABLE comment ADD CONSTRAINT comment_of_guest_holds_nothing_up CHECK (preview_link_id IS NULL OR NOT must_settle);

CREATE FUNCTION check_preview_link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v version;
BEGIN
  v := lock_version(NEW.version_id);
  IF v.state NOT IN ('draft', 'in_review', 'returned', 'approved', 'scheduled') THEN
    RAISE EXCEPTION 'a version that is % has no preview', replace(v.state::text, '_', ' ') USING ERRCODE = 'check_violation';
  END IF;
  IF (head_revision(NEW.version_id)).id IS DISTINCT FROM NEW.revision_id THEN
    RAISE EXCEPTION 'a preview is of the newest revision when its link is made' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_preview_link BEFORE INSERT ON preview_link FOR EACH ROW EXECUTE FUNCTION check_preview_link();

-- How a link stands at a moment: 'open', or why it shows nothing any more. The one place that says so, for pages and for triggers.
CREATE FUNCTION preview_state(link_id int, at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN EXISTS (SELECT FROM preview_revocation r WHERE r.link_id = l.id) THEN 'revoked'
    WHEN v.state = 'discarded' THEN 'discarded'
    WHEN v.state NOT IN ('draft', 'in_review', 'returned', 'approved', 'scheduled') THEN 'published'
    WHEN p.disabled_at IS NOT NULL THEN 'maker disabled'
    WHEN l.expires_at <= $2 THEN 'expired'
    ELSE 'open'
  END
  FROM preview_link l JOIN version v ON v.id = l.version_id JOIN person p ON p.id = l.maker_id
  WHERE l.id = $1
$$;

-- An outside expert comments while their link is open, and answers in the threads that they began. Runs after check_comment, which locks the version.
CREATE FUNCTION check_guest_comment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE l preview_link; state text; begun comment;
BEGIN
  SELECT * INTO l FROM preview_link WHERE id = NEW.preview_link_id;
  state := preview_state(NEW.preview_link_id, NEW.created_at);
  IF state IS DISTINCT FROM 'open' OR NOT l.comments_welcome THEN
    RAISE EXCEPTION 'this preview link takes no comments' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.author_name <> l.guest_name THEN
    RAISE EXCEPTION 'a comment by a preview link has the name of the link' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.thread_id IS NOT NULL THEN
    SELECT * INTO begun FROM comment WHERE id = NEW.thread_id;
    IF begun.preview_link_id IS DISTINCT FROM NEW.preview_link_id THEN
      RAISE EXCEPTION 'an outside expert answers in the threads that they began' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_guest_comment BEFORE INSERT ON comment FOR EACH ROW WHEN (NEW.preview_link_id IS NOT NULL) EXECUTE FUNCTION check_guest_comment();
