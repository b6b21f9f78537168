-- Which economies a union's acts apply to is reference data, and public like the rest of it.
CREATE VIEW published.union_member AS SELECT union_code, economy_code FROM union_member;
