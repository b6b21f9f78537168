// GET /pictures/cards/KZ-0007.png: the card of a measure; KZ-0007-v3 of one of its versions, KZ of an economy, ACT-0001 of an act; or as .svg.
import { type Card, drawCard } from '#lib/pictures/card.ts'
import { cardOfAct, cardOfEconomy, cardOfMeasure } from '#lib/pictures/card-words.ts'
import { getAct } from '#lib/published/act-queries.ts'
import { getMeasure, getVersion, listEconomies } from '#lib/published/queries.ts'
import { namedPicture, type Picture } from '../../answer.ts'

async function cardOf(name: string): Promise<Card | null> {
  if (name.startsWith('ACT-')) {
    const act = await getAct(name)
    return act && cardOfAct(act)
  }
  if (!name.includes('-')) {
    const economy = (await listEconomies()).items.find(({ code }) => code === name)
    return economy ? cardOfEconomy(economy) : null
  }
  const [, ref = '', version] = name.match(/^([A-Z]{2}-\d+)(?:-v([1-9]\d{0,5}))?$/) ?? []
  const measure = version === undefined ? await getMeasure(ref) : await getVersion(ref, Number(version))
  return measure && cardOfMeasure(measure, version !== undefined)
}

async function cardPicture(name: string): Promise<Picture | null> {
  const card = await cardOf(name)
  return card && { name, drawing: () => drawCard(card), scale: 1 }
}

export const GET = namedPicture(cardPicture, 'There is no card of this.')
