// Loads the economies, their unions and the taxonomy into the database. It adds, renames and never removes: measures of any age point at these rows.
import { deskDb } from '#lib/system/db.ts'
import { intervalOf } from './reference/check-intervals.ts'
import { economies } from './reference/economies.ts'
import { edition, pillars } from './reference/taxonomy.ts'
import { unions } from './reference/unions.ts'

/**
 * Makes the database say what prisma/reference says, in one transaction of a few statements. Loading it again changes nothing; a new
 * edition renames in place, and its aliases take the place of the old ones. Two loads at the same time take turns.
 */
export async function loadReference(): Promise<void> {
  const subPillars = pillars.flatMap((pillar) =>
    pillar.subPillars.map((one, index) => ({
      ...one,
      pillar: pillar.number,
      position: index + 1,
      months: intervalOf(one.code),
    })),
  )
  const aliases = [
    ...pillars.flatMap(({ number, aliases }) => aliases.map((name) => ({ name, pillar: number, subPillar: null }))),
    ...subPillars.flatMap(({ code, aliases }) => aliases.map((name) => ({ name, pillar: null, subPillar: code }))),
  ]
  const wanted = {
    economies: JSON.stringify(economies),
    pillars: JSON.stringify(pillars),
    subPillars: JSON.stringify(subPillars),
    aliases: JSON.stringify(aliases),
    unions: JSON.stringify(unions),
  }
  await deskDb().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('reference data', 0))`
    // Names are unique, and two economies may exchange theirs: first every name that changes makes room.
    await tx.$executeRaw`
      UPDATE economy SET name = economy.name || ' (' || economy.code || ')'
      FROM jsonb_to_recordset(${wanted.economies}::jsonb) AS wanted(code text, name text)
      WHERE economy.code = wanted.code AND economy.name <> wanted.name`
    await tx.$executeRaw`
      INSERT INTO economy (code, name) SELECT code, name FROM jsonb_to_recordset(${wanted.economies}::jsonb) AS wanted(code text, name text)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE economy.name <> excluded.name`
    await tx.$executeRaw`
      INSERT INTO economic_union (code, name) SELECT code, name FROM jsonb_to_recordset(${wanted.unions}::jsonb) AS wanted(code text, name text)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE economic_union.name <> excluded.name`
    await tx.$executeRaw`
      INSERT INTO union_member (union_code, economy_code)
      SELECT wanted.code, member FROM jsonb_to_recordset(${wanted.unions}::jsonb) AS wanted(code text, members text[]), unnest(wanted.members) member
      ON CONFLICT DO NOTHING`
    await tx.$executeRaw`
      INSERT INTO taxonomy_edition (code, title, source) VALUES (${edition.code}, ${edition.title}, ${edition.source})
      ON CONFLICT (code) DO UPDATE SET title = excluded.title, source = excluded.source`
    await tx.$executeRaw`
      INSERT INTO pillar (number, name, edition)
      SELECT number, name, ${edition.code} FROM jsonb_to_recordset(${wanted.pillars}::jsonb) AS wanted(number int, name text)
      ON CONFLICT (number) DO UPDATE SET name = excluded.name, edition = excluded.edition`
    await tx.$executeRaw`
      INSERT INTO sub_pillar (code, pillar_number, position, name, known_indirectly, check_every_months, edition)
      SELECT code, pillar, position, name, "knownIndirectly", months, ${edition.code}
      FROM jsonb_to_recordset(${wanted.subPillars}::jsonb) AS wanted(code text, pillar int, position int, name text, "knownIndirectly" boolean, months int)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name, known_indirectly = excluded.known_indirectly,
        check_every_months = CASE WHEN sub_pillar.check_interval_edited THEN sub_pillar.check_every_months ELSE excluded.check_every_months END,
        edition = excluded.edition`
    await tx.$executeRaw`
      DELETE FROM taxonomy_alias alias WHERE NOT EXISTS (
        SELECT FROM jsonb_to_recordset(${wanted.aliases}::jsonb) AS wanted(name text, pillar int, "subPillar" text)
        WHERE wanted.name = alias.name AND wanted.pillar IS NOT DISTINCT FROM alias.pillar_number
          AND wanted."subPillar" IS NOT DISTINCT FROM alias.sub_pillar_code)`
    await tx.$executeRaw`
      INSERT INTO taxonomy_alias (name, pillar_number, sub_pillar_code)
      SELECT name, pillar, "subPillar" FROM jsonb_to_recordset(${wanted.aliases}::jsonb) AS wanted(name text, pillar int, "subPillar" text)
      ON CONFLICT DO NOTHING`
  })
}
