-- A measure is found by the name of its pillar too: who types "intermediary liability" asks for all of them, and their texts need not say it.
-- It weighs the least, so that what says the words itself comes first.
CREATE OR REPLACE VIEW published.listed_text AS
  SELECT v.ref, v.number,
    concat_ws(E'\n', b.titles, (SELECT string_agg(concat_ws(E'\n', CASE WHEN strpos(coalesce(b.titles, ''), a.title) = 0 THEN a.title END,
        a.original_title, a.number), E'\n')
      FROM published.citation c JOIN public.act a ON a.ref = c.act_ref WHERE c.ref = v.ref AND c.number = v.number)) AS titles,
    concat_ws(E'\n', v.content ->> 'coverage', s.name, e.name) AS belongs,
    coalesce(v.content ->> 'description', '') AS description,
    concat_ws(E'\n', p.name, (SELECT string_agg(x ->> 'title', E'\n') FROM jsonb_array_elements(v.content -> 'sources') x)) AS sources
  FROM published.version v
  LEFT JOIN public.sub_pillar s ON s.code = v.sub_pillar
  LEFT JOIN public.pillar p ON p.number = v.pillar
  LEFT JOIN public.economy e ON e.code = v.economy_code
  CROSS JOIN LATERAL (SELECT string_agg(x ->> 'title', E'\n') AS titles FROM jsonb_array_elements(v.content -> 'bases') x) b;

UPDATE published.wording w SET search = published.weighed(t.titles, t.belongs, t.description, t.sources)
  FROM published.listed_text t WHERE t.ref = w.ref AND t.number = w.number;
INSERT INTO published.word (word, key)
  SELECT DISTINCT word, published.latin(word)
  FROM (SELECT DISTINCT p.name FROM public.pillar p JOIN published.version v ON v.pillar = p.number AND v.is_current) named,
    published.words_in(named.name) word ON CONFLICT DO NOTHING;
