import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#lib/testing/database.ts'
import * as economyReference from '#prisma/reference/economies.ts'
import * as reference from '#prisma/reference/taxonomy.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await (await import('#lib/system/db.ts')).closeDb()
  await database.drop()
})

test('what is loaded is what is read, and loading again changes nothing', async () => {
  const { deskDb } = await import('#lib/system/db.ts')
  const { loadReference } = await import('#prisma/reference.ts')
  const everything = async () => [
    await deskDb().taxonomyAlias.findMany({ orderBy: { id: 'asc' } }),
    await deskDb().$queryRaw`SELECT code, name, xmin::text FROM economy ORDER BY code`,
  ]
  await loadReference()
  const before = await everything()
  await Promise.all([loadReference(), loadReference()])
  expect(await everything()).toEqual(before)

  const { taxonomyNames } = await import('./queries.ts')
  const names = await taxonomyNames()
  expect(names.pillars).toEqual(reference.pillars)
  expect(names.economies.toSorted((a, b) => (a.code < b.code ? -1 : 1))).toEqual(economyReference.economies)
  expect(names.economies[0]?.name).toBe('Afghanistan')
  expect(await taxonomyNames()).toBe(names)
})

test('a new edition renames in place and takes its aliases with it', async () => {
  const { deskDb } = await import('#lib/system/db.ts')
  const { loadReference } = await import('#prisma/reference.ts')
  await deskDb().$executeRaw`UPDATE sub_pillar SET name = 'Name of an older edition' WHERE code = '8.3'`
  await deskDb().$executeRaw`INSERT INTO taxonomy_alias (name, sub_pillar_code) VALUES ('Alias of an older edition', '8.3')`
  await deskDb().$executeRaw`UPDATE economy SET name = CASE code WHEN 'AT' THEN 'x' ELSE 'Austria' END WHERE code IN ('AT', 'AU')`
  await deskDb().$executeRaw`UPDATE economy SET name = 'Australia' WHERE code = 'AT'`
  await loadReference()
  expect(await deskDb().subPillar.findUnique({ where: { code: '8.3' } })).toMatchObject({ name: 'User identity requirement' })
  expect(await deskDb().taxonomyAlias.count({ where: { subPillarCode: '8.3' } })).toBe(0)
  expect(await deskDb().economy.findMany({ where: { code: { in: ['AT', 'AU'] } }, orderBy: { code: 'asc' } })).toEqual([
    { code: 'AT', name: 'Austria' },
    { code: 'AU', name: 'Australia' },
  ])
})
