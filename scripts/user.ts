// `npm run user`: the operator's way to people. Passwords are never arguments: they are read from standard input or made up and printed once.
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { addPerson } from '#lib/accounts/commands/add-person.ts'
import { changePerson } from '#lib/accounts/commands/change-person.ts'
import { madeUpPassword } from '#lib/accounts/password.ts'
import { economiesInWords } from '#lib/accounts/person.ts'
import { operator, type Role, roles } from '#lib/system/actor.ts'
import { closeDb, deskDb } from '#lib/system/db.ts'
import { Invalid, NotFound } from '#lib/system/errors.ts'

const usage = `usage:
  npm run user -- list
  npm run user -- add EMAIL --name NAME --role editor|reviewer|administrator [--economies KZ,DE] [--password-stdin]
  npm run user -- role EMAIL editor|reviewer|administrator
  npm run user -- economies EMAIL all|none|KZ,DE
  npm run user -- name EMAIL "NEW NAME"
  npm run user -- password EMAIL [--password-stdin]
  npm run user -- disable EMAIL
  npm run user -- enable EMAIL
A password that is not given on standard input is made up and printed once. What takes a right away ends the person's sessions.
The last administrator can neither be disabled nor given another role. Administrators do the same at the desk, under People.`

class Usage extends Error {}

/** `all`, `none`, or codes with commas or blanks between them. */
const economies = (given: string | undefined): 'all' | string[] => {
  if (given === undefined || given === '') throw new Usage('Which economies? Give all, none, or codes such as KZ,DE.')
  if (/^(all|none)$/i.test(given)) return given.toLowerCase() === 'all' ? 'all' : []
  return given
    .toUpperCase()
    .split(/[\s,]+/)
    .filter(Boolean)
}

const role = (given: string | undefined): Role => {
  const found = roles.find((name) => name === given)
  if (!found) throw new Usage(`The role is one of ${roles.join(', ')}.`)
  return found
}

async function password(fromInput: boolean): Promise<{ password: string; say: string }> {
  if (fromInput) return { password: (await text(process.stdin)).replace(/\r?\n$/, ''), say: '' }
  const made = madeUpPassword()
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
  const [deed, email = '', third, ...rest] = positionals
  if (deed === 'list') return list()
  if (email === '') throw new Usage('Whose? Give an e-mail address.')
  switch (deed) {
    case 'add': {
      const secret = await password(values['password-stdin'])
      const scope = economies(values.economies ?? 'all')
      await addPerson(operator, { email, name: values.name ?? '', role: role(values.role), password: secret.password, economies: scope })
      return `Added ${email}.${secret.say}`
    }
    case 'role':
      await changePerson(operator, { email, change: { role: role(third ?? values.role) } })
      return `${email} is ${third ?? values.role} from their next request on.`
    case 'economies': {
      const scope = economies(third ?? values.economies)
      await changePerson(operator, { email, change: { economies: scope } })
      return `${email} has ${economiesInWords(scope)} from their next request on.`
    }
    case 'name': {
      const name = [third ?? values.name, ...rest].join(' ')
      await changePerson(operator, { email, change: { name } })
      return `${email} is called ${name}.`
    }
    case 'password': {
      const secret = await password(values['password-stdin'])
      await changePerson(operator, { email, change: { password: secret.password } })
      return `Set a new password for ${email}.${secret.say}`
    }
    case 'disable':
      await changePerson(operator, { email, change: { disable: true } })
      return `Disabled ${email}.`
    case 'enable':
      await changePerson(operator, { email, change: { enable: true } })
      return `Enabled ${email} again.`
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
