-- What lists filter, count and sort by: one narrow row per published version; beside it its words, weighed. Both are derived from the
-- snapshot and never a source of anything: `published.put_listing` writes those of one version, `published.relist` all of them anew.

-- CreateTable
CREATE TABLE "published"."listing" (
    "ref" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "place" SMALLINT NOT NULL,
    "basis_kinds" SMALLINT NOT NULL,
    "is_current" BOOLEAN NOT NULL,
    "law_date" DATE,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_until" TIMESTAMPTZ(3),
    "economy_code" TEXT NOT NULL,
    "change_kind" TEXT NOT NULL,
    "coverage" TEXT NOT NULL,
    "years" SMALLINT[],
    "in_force" datemultirange NOT NULL,
    "maybe_in_force" datemultirange NOT NULL,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("ref","number")
);

-- CreateTable
CREATE TABLE "published"."wording" (
    "ref" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "is_current" BOOLEAN NOT NULL,
    "search" tsvector NOT NULL,

    CONSTRAINT "wording_pkey" PRIMARY KEY ("ref","number")
);

-- CreateTable
CREATE TABLE "published"."word" (
    "word" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "word_pkey" PRIMARY KEY ("word")
);

-- AddForeignKey
ALTER TABLE "published"."listing" ADD CONSTRAINT "listing_ref_number_fkey" FOREIGN KEY ("ref", "number") REFERENCES "published"."version"("ref", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published"."wording" ADD CONSTRAINT "wording_ref_number_fkey" FOREIGN KEY ("ref", "number") REFERENCES "published"."version"("ref", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- What Prisma's schema cannot say

ALTER TABLE published.word ALTER COLUMN word TYPE text COLLATE "C";

CREATE INDEX wording_current ON published.wording USING gin (search) WHERE is_current;
CREATE INDEX wording_past ON published.wording USING gin (search) WHERE NOT is_current;
CREATE INDEX listing_current_economy ON published.listing (economy_code, place, ref, number) WHERE is_current;
CREATE INDEX listing_current_place ON published.listing (place, economy_code, ref, number) WHERE is_current;
CREATE INDEX listing_current_newest ON published.listing (published_at DESC, ref, number) WHERE is_current;
CREATE INDEX listing_current_law_date ON published.listing (law_date DESC NULLS LAST, ref, number) WHERE is_current;
CREATE INDEX listing_past_economy ON published.listing (economy_code, place) WHERE NOT is_current;

-- Cyrillic words by their stems beside the words as they stand; words of other scripts as published.prose takes them.
CREATE TEXT SEARCH CONFIGURATION published.cyrillic (COPY = published.prose);
ALTER TEXT SEARCH CONFIGURATION published.cyrillic ALTER MAPPING FOR hword, hword_part, word WITH extensions.unaccent, russian_stem;
-- Words as they are written, in small letters and without accents.
CREATE TEXT SEARCH CONFIGURATION published.plain (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION published.plain ALTER MAPPING FOR hword, hword_part, word WITH extensions.unaccent, simple;

CREATE FUNCTION published.lexemes(given text, most int) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT to_tsvector('published.prose', left(given, most))
      || CASE WHEN given ~ '[Ѐ-ӿ]' THEN to_tsvector('published.cyrillic', left(given, most / 2)) ELSE '' END
$$;

-- A word in Latin letters, so that trigrams find it in whatever locale the database has, and whoever types it without a Cyrillic keyboard.
CREATE FUNCTION published.latin(word text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT translate(replace(replace(replace(replace(replace(replace(replace(word, 'ж', 'zh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya'),
    'абвгдезийклмнопрстуфхыэёіїєґўқғңөұүһәјљњћђьъ', 'abvgdeziyklmnoprstufkhyeeiieguqgnouuhajlncd')
$$;

-- The texts of a version by how much a word in them weighs: what it rests on, where it belongs, what it says, where that is written.
CREATE VIEW published.listed_text AS
  SELECT v.ref, v.number,
    concat_ws(E'\n', b.titles, (SELECT string_agg(concat_ws(E'\n', a.original_title, a.number), E'\n')
      FROM published.citation c JOIN public.act a ON a.ref = c.act_ref WHERE c.ref = v.ref AND c.number = v.number)) AS titles,
    concat_ws(E'\n', v.content ->> 'coverage', s.name, e.name) AS belongs,
    coalesce(v.content ->> 'description', '') AS description,
    coalesce((SELECT string_agg(x ->> 'title', E'\n') FROM jsonb_array_elements(v.content -> 'sources') x), '') AS sources
  FROM published.version v
  LEFT JOIN public.sub_pillar s ON s.code = v.sub_pillar
  LEFT JOIN public.economy e ON e.code = v.economy_code
  CROSS JOIN LATERAL (SELECT string_agg(x ->> 'title', E'\n') AS titles FROM jsonb_array_elements(v.content -> 'bases') x) b;

-- `place` is 803 for sub-pillar 8.3; `basis_kinds` adds 1 for an act, 2 for a practice, 4 for an absence, 8 for a figure;
-- `law_date` is the first day that the newest event may mean.
CREATE VIEW published.listed AS
  SELECT v.ref, v.number, (v.pillar * 100 + split_part(v.sub_pillar, '.', 2)::int)::smallint AS place, b.kinds::smallint AS basis_kinds, v.is_current,
    d.last AS law_date, lower(v.published_during)::timestamptz(3) AS published_at, upper(v.published_during)::timestamptz(3) AS published_until,
    v.economy_code::text AS economy_code, coalesce(v.content ->> 'changeKind', 'first') AS change_kind, coalesce(v.content ->> 'coverage', '') AS coverage,
    coalesce(d.years, '{}') AS years, v.in_force, v.maybe_in_force
  FROM published.version v
  CROSS JOIN LATERAL (
    SELECT coalesce(bit_or(CASE x ->> 'kind' WHEN 'act' THEN 1 WHEN 'practice' THEN 2 WHEN 'absence' THEN 4 WHEN 'figure' THEN 8 ELSE 0 END), 0) AS kinds
    FROM jsonb_array_elements(v.content -> 'bases') x) b
  CROSS JOIN LATERAL (
    SELECT max(left(day || '-01-01', 10)::date) AS last, array_agg(DISTINCT left(day, 4)::smallint) AS years FROM (
      SELECT y ->> 'date' AS day FROM jsonb_array_elements(v.content -> 'bases') x, jsonb_array_elements(coalesce(x -> 'events', '[]')) y
      UNION ALL SELECT nullif(x ->> 'year', '') FROM jsonb_array_elements(v.content -> 'bases') x WHERE x ->> 'kind' = 'figure') days
    WHERE day IS NOT NULL) d;

-- The words of a version as they are written; without what has digits or signs in it.
CREATE FUNCTION published.words_in(given text) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT word FROM unnest(tsvector_to_array(to_tsvector('published.plain', left(given, 200000)))) word
  WHERE length(word) BETWEEN 3 AND 40 AND word !~ '[\x01-\x60\x7b-\x7f]'
$$;

CREATE FUNCTION published.weighed(titles text, belongs text, description text, sources text) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT setweight(published.lexemes(titles, 200000), 'A') || setweight(published.lexemes(belongs, 10000), 'B')
      || setweight(published.lexemes(description, 200000), 'C') || setweight(published.lexemes(sources, 50000), 'D')
$$;

CREATE FUNCTION published.put_listing(a_ref text, a_number int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO published.listing SELECT * FROM published.listed WHERE ref = a_ref AND number = a_number;
  INSERT INTO published.wording (ref, number, is_current, search)
    SELECT t.ref, t.number, v.is_current, published.weighed(t.titles, t.belongs, t.description, t.sources)
    FROM published.listed_text t JOIN published.version v USING (ref, number) WHERE t.ref = a_ref AND t.number = a_number;
  INSERT INTO published.word (word, key)
    SELECT DISTINCT word, published.latin(word) FROM published.listed_text t, published.words_in(concat_ws(E'\n', t.titles, t.belongs, t.description, t.sources)) word
    WHERE t.ref = a_ref AND t.number = a_number ORDER BY word ON CONFLICT DO NOTHING;
$$;

CREATE FUNCTION published.relist() RETURNS void LANGUAGE sql AS $$
  DELETE FROM published.listing;
  DELETE FROM published.wording;
  DELETE FROM published.word;
  INSERT INTO published.listing SELECT * FROM published.listed;
  INSERT INTO published.wording (ref, number, is_current, search)
    SELECT t.ref, t.number, v.is_current, published.weighed(t.titles, t.belongs, t.description, t.sources)
    FROM published.listed_text t JOIN published.version v USING (ref, number);
  INSERT INTO published.word (word, key)
    SELECT DISTINCT word, published.latin(word) FROM published.listed_text t JOIN published.version v ON v.ref = t.ref AND v.number = t.number AND v.is_current,
      published.words_in(concat_ws(E'\n', t.titles, t.belongs, t.description, t.sources)) word ON CONFLICT DO NOTHING;
$$;
SELECT published.relist();

CREATE INDEX word_key_trigrams ON published.word USING gin (key extensions.gin_trgm_ops) WHERE length(word) > 2;

-- The same words were kept beside each snapshot; one place is enough.
ALTER TABLE published.version DROP COLUMN search;
DROP FUNCTION published.search_vector(text, text, text);
