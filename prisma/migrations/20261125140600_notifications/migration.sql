-- What people are told in the desk and by e-mail, and how each wants it.

CREATE TYPE "public"."mail_pace" AS ENUM ('at_once', 'daily', 'never');

ALTER TABLE "public"."person" ADD COLUMN "digest_hour" INTEGER NOT NULL DEFAULT 8, ADD COLUMN "digest_at" TIMESTAMPTZ(3);

CREATE TABLE "public"."notification" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "news" JSONB NOT NULL,
    "why" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),
    "mail_problem" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "public"."mail_preference" (
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "pace" "public"."mail_pace" NOT NULL,

    CONSTRAINT "mail_preference_pkey" PRIMARY KEY ("person_id","kind")
);

CREATE INDEX "notification_person_id_id_idx" ON "public"."notification"("person_id", "id");

ALTER TABLE "public"."notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "public"."mail_preference" ADD CONSTRAINT "mail_preference_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE person ADD CONSTRAINT person_digest_hour_of_a_day CHECK (digest_hour BETWEEN 0 AND 23);
-- What the bell counts, what the next digest takes, and what administrators are shown.
CREATE INDEX notification_unread ON notification (person_id) WHERE read_at IS NULL;
CREATE INDEX notification_unmailed ON notification (person_id) WHERE mailed_at IS NULL AND mail_problem = '';
CREATE INDEX notification_undelivered ON notification (id) WHERE mail_problem <> '';
