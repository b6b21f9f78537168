// `npm run user`: the operator's way to people. Passwords are never arguments: they are read from standard input or made up and printed once.
import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { addPerson } from '#lib/accounts/commands/add-person.ts'
import { changePerson } from '#lib/accounts/commands/change-person.ts'
import { operator, type Role, roles } from '#lib/system/actor.ts'
import { closeDb, deskDb } from '#lib/system/db.ts'
import { Invalid, NotFound } from '#lib/system/errors.ts'

const usage = `usage:
  npm run user -- list
  npm run user -- add EMAIL --name NAME --role editor|reviewer|administrator [--economies KZ,DE] [--password-stdin]
  npm run user -- role EMAIL editor|reviewer|administrator
  npm run user -- password EMAIL [--password-stdin]
  npm run user -- disable EMAIL
A password that is not given on standard input is made up and printed once. Every change ends the person's sessions.`

class Usage extends Error {}

const role = (given: string | undefined): Role => {
  const found = roles.find((name) => name === given)
  if (!found) throw new Usage(`The role is one of ${roles.join(', ')}.`)
  return found
}

async function password(fromInput: boolean): Promise<{ password: string; say: string }> {
  if (fromInput) return { password: (await text(process.stdin)).replace(/\r?\n$/, ''), say: '' }
  const made = randomBytes(12).toString('base64url')
  return { password: made, say: ` Password: ${made}` }
}

async function run(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      role: { type: 'string' },
      economies: { type: 'string' },
      'password-stdin': { type: 'boolean', default: false },
    },
  })
  const [deed, email = '', third] = positionals
  if (deed === 'list') return list()
  if (email === '') throw new Usage('Whose? Give an e-mail address.')
  switch (deed) {
    case 'add': {
      const secret = await password(values['password-stdin'])
      const economies = values.economies === undefined ? 'all' : values.economies.toUpperCase().split(/[\s,]+/)
      await addPerson(operator, { email, name: values.name ?? '', role: role(values.role), password: secret.password, economies })
      return `Added ${email}.${secret.say}`
    }
    case 'role':
      await changePerson(operator, { email, change: { role: role(third ?? values.role) } })
      return `${email} is ${third ?? values.role} from their next sign-in on.`
    case 'password': {
      const secret = await password(values['password-stdin'])
      await changePerson(operator, { email, change: { password: secret.password } })
      return `Set a new password for ${email}.${secret.say}`
    }
    case 'disable':
      await changePerson(operator, { email, change: { disable: true } })
      return `Disabled ${email}.`
    default:
      throw new Usage(deed === undefined ? 'What shall be done?' : `There is no “${deed}”.`)
  }
}

async function list(): Promise<string> {
  const people = await deskDb().person.findMany({ orderBy: { email: 'asc' }, include: { economies: true } })
  return people
    .map((person) => {
      const scope = person.allEconomies ? 'all economies' : person.economies.map(({ economyCode }) => economyCode).join(',')
      return `${person.email}\t${person.name}\t${person.role}\t${scope}${person.disabledAt ? '\tdisabled' : ''}`
    })
    .join('\n')
}

try {
  console.log(await run(process.argv.slice(2)))
} catch (error) {
  process.exitCode = 1
  if (error instanceof Invalid) for (const issue of error.issues) console.error(issue.message)
  else if (error instanceof NotFound) console.error(error.message)
  else if (error instanceof Usage || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
    console.error(`${(error as Error).message}\n${usage}`)
    process.exitCode = 2
  } else throw error
} finally {
  await closeDb()
}
