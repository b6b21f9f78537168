-- An act is found under the title that it has now too, not only under the one that a measure took over when it cited it.

CREATE OR REPLACE VIEW published.listed_text AS
  SELECT v.ref, v.number,
    concat_ws(E'\n', b.titles, (SELECT string_agg(concat_ws(E'\n', CASE WHEN strpos(coalesce(b.titles, ''), a.title) = 0 THEN a.title END,
        a.original_title, a.number), E'\n')
      FROM published.citation c JOIN public.act a ON a.ref = c.act_ref WHERE c.ref = v.ref AND c.number = v.number)) AS titles,
    concat_ws(E'\n', v.content ->> 'coverage', s.name, e.name) AS belongs,
    coalesce(v.content ->> 'description', '') AS description,
    coalesce((SELECT string_agg(x ->> 'title', E'\n') FROM jsonb_array_elements(v.content -> 'sources') x), '') AS sources
  FROM published.version v
  LEFT JOIN public.sub_pillar s ON s.code = v.sub_pillar
  LEFT JOIN public.economy e ON e.code = v.economy_code
  CROSS JOIN LATERAL (SELECT string_agg(x ->> 'title', E'\n') AS titles FROM jsonb_array_elements(v.content -> 'bases') x) b;

-- Weighs anew the words of the current versions that cite an act, after its title or number changed. What stood before keeps its words:
-- they are what was said then. One statement, by the index on citations: its cost is the number of those versions.
CREATE FUNCTION published.reword(an_act text) RETURNS void LANGUAGE sql AS $$
  UPDATE published.wording w SET search = published.weighed(t.titles, t.belongs, t.description, t.sources)
    FROM published.listed_text t
    WHERE w.is_current AND t.ref = w.ref AND t.number = w.number
      AND (w.ref, w.number) IN (SELECT c.ref, c.number FROM published.citation c WHERE c.act_ref = an_act);
  INSERT INTO published.word (word, key)
    SELECT DISTINCT word, published.latin(word) FROM public.act a, published.words_in(concat_ws(E'\n', a.title, a.original_title, a.number)) word
    WHERE a.ref = an_act AND EXISTS (SELECT FROM published.citation c WHERE c.act_ref = an_act) ORDER BY word ON CONFLICT DO NOTHING;
$$;

-- Acts whose title was changed before this.
SELECT published.reword(a.ref) FROM public.act a
WHERE EXISTS (SELECT FROM published.citation c JOIN published.version v USING (ref, number), jsonb_array_elements(v.content -> 'bases') x
  WHERE c.act_ref = a.ref AND v.is_current AND x ->> 'id' = c.basis_id AND x ->> 'title' <> a.title);
