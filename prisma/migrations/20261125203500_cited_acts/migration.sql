-- Which acts the world knows, one row each: to learn it from the citations of all versions, every list of acts read all of them.

-- CreateTable
CREATE TABLE "published"."cited_act" (
    "ref" TEXT NOT NULL,

    CONSTRAINT "cited_act_pkey" PRIMARY KEY ("ref")
);

-- What Prisma's schema cannot say. A citation is for ever, and so is this; it is written by the citations themselves, whoever inserts them.
INSERT INTO published.cited_act (ref) SELECT DISTINCT act_ref FROM published.citation;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON published.cited_act FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION published.note_cited_acts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO published.cited_act (ref) SELECT DISTINCT act_ref FROM cited ORDER BY act_ref ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER note_cited_acts AFTER INSERT ON published.citation REFERENCING NEW TABLE AS cited
  FOR EACH STATEMENT EXECUTE FUNCTION published.note_cited_acts();

-- `is_merged` says of the act itself what `merged_into` says by a join: PostgreSQL knows how many are, and expected one act in all before.
CREATE OR REPLACE VIEW published.act AS
  SELECT a.ref, a.economy_code, a.union_code, coalesce(u.name, e.name) AS belongs_to, a.title, a.original_title, a.original_language, a.number, a.kind,
    a.issuer, a.url, a.eli, t.ref AS merged_into,
    coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', x.kind, 'date', x.date, 'latest', nullif(x.latest, false),
        'sourceTitle', nullif(x.source_title, ''), 'sourceUrl', nullif(x.source_url, ''))) ORDER BY x.position)
      FROM public.act_event x WHERE x.act_id = a.id), '[]') AS events,
    a.merged_into_id IS NOT NULL AS is_merged
  FROM public.act a LEFT JOIN public.economy e ON e.code = a.economy_code LEFT JOIN public.economic_union u ON u.code = a.union_code
    LEFT JOIN public.act t ON t.id = a.merged_into_id
  WHERE EXISTS (SELECT FROM published.cited_act c WHERE c.ref = a.ref)
     OR EXISTS (SELECT FROM public.act m JOIN published.cited_act c ON c.ref = m.ref WHERE m.merged_into_id = a.id);
