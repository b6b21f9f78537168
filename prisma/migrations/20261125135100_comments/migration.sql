-- CreateTable
CREATE TABLE "comment" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "thread_id" INTEGER,
    "field" TEXT NOT NULL,
    "quote" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "must_settle" BOOLEAN NOT NULL DEFAULT false,
    "author_id" INTEGER NOT NULL,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_settlement" (
    "id" SERIAL NOT NULL,
    "comment_id" INTEGER NOT NULL,
    "settled" BOOLEAN NOT NULL,
    "settled_by_id" INTEGER NOT NULL,
    "settler_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_settlement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "comment_version_id_revision_id_idx" ON "comment"("version_id", "revision_id");
CREATE INDEX "comment_thread_id_idx" ON "comment"("thread_id");
CREATE INDEX "comment_author_id_idx" ON "comment"("author_id");
CREATE INDEX "comment_settlement_comment_id_id_idx" ON "comment_settlement"("comment_id", "id");
CREATE INDEX "comment_settlement_settled_by_id_idx" ON "comment_settlement"("settled_by_id");

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comment" ADD CONSTRAINT "comment_version_id_revision_id_fkey" FOREIGN KEY ("version_id", "revision_id") REFERENCES "revision"("version_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comment_settlement" ADD CONSTRAINT "comment_settlement_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comment_settlement" ADD CONSTRAINT "comment_settlement_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say: comments on a version that is open; one that must be settled holds its approval up.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON comment            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON comment_settlement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE comment ADD CONSTRAINT comment_says_something CHECK (btrim(body) <> '');
ALTER TABLE comment ADD CONSTRAINT comment_answer_is_plain CHECK (thread_id IS NULL OR (quote = '' AND NOT must_settle));

CREATE FUNCTION check_comment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v version; begun comment;
BEGIN
  v := lock_version(NEW.version_id);
  IF v.state NOT IN ('draft', 'in_review', 'returned', 'approved', 'scheduled') THEN
    RAISE EXCEPTION 'a version that is % takes no comments', v.state USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.must_settle AND v.state IN ('approved', 'scheduled') THEN
    RAISE EXCEPTION 'a version that is approved already is held up by no comment' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.thread_id IS NOT NULL THEN
    SELECT * INTO begun FROM comment WHERE id = NEW.thread_id;
    IF begun.thread_id IS NOT NULL OR begun.version_id <> NEW.version_id THEN
      RAISE EXCEPTION 'an answer belongs to a thread of its own version' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_comment BEFORE INSERT ON comment FOR EACH ROW EXECUTE FUNCTION check_comment();

-- How many threads of a version hold its approval up.
CREATE FUNCTION held_up_by(version_id int) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT count(*)::int FROM comment c WHERE c.version_id = $1 AND c.must_settle
    AND NOT coalesce((SELECT s.settled FROM comment_settlement s WHERE s.comment_id = c.id ORDER BY s.id DESC LIMIT 1), false)
$$;

CREATE FUNCTION check_comment_settlement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c comment; v version;
BEGIN
  SELECT * INTO c FROM comment WHERE id = NEW.comment_id;
  v := lock_version(c.version_id);
  IF c.thread_id IS NOT NULL THEN
    RAISE EXCEPTION 'a thread is settled, and not an answer in it' USING ERRCODE = 'check_violation';
  END IF;
  IF v.state NOT IN ('draft', 'in_review', 'returned', 'approved', 'scheduled') THEN
    RAISE EXCEPTION 'the threads of a version that is % stay as they are', v.state USING ERRCODE = 'check_violation';
  END IF;
  IF NOT NEW.settled AND c.must_settle AND v.state IN ('approved', 'scheduled') THEN
    RAISE EXCEPTION 'a version that is approved already is held up by no comment' USING ERRCODE = 'check_violation';
  END IF;
  -- Who wrote the text does not wave away what a reviewer insists on.
  IF NEW.settled AND c.must_settle AND NEW.settled_by_id <> c.author_id
    AND (NOT may_review(NEW.settled_by_id) OR is_author(c.version_id, NEW.settled_by_id)) THEN
    RAISE EXCEPTION 'what must be settled is settled by whoever asked it or by a reviewer who wrote none of the version' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_comment_settlement BEFORE INSERT ON comment_settlement FOR EACH ROW EXECUTE FUNCTION check_comment_settlement();

CREATE FUNCTION check_approval_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF held_up_by(NEW.version_id) > 0 THEN
    RAISE EXCEPTION 'a comment that must be settled holds the approval up' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
-- After check_approval, which locks the version, so that a comment and an approval at the same instant take turns.
CREATE TRIGGER check_approval_settled BEFORE INSERT ON approval FOR EACH ROW EXECUTE FUNCTION check_approval_settled();
