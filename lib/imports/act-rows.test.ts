import { describe, expect, test } from 'vitest'
import { actTableIn, readActCsv, readActJson } from './act-rows.ts'

test('a table of acts is known by its heading, whatever delimits it, and JSON by its first object', () => {
  expect(actTableIn('\n\nRef;Title;Kind\n')).toBe('csv')
  expect(actTableIn('economy\ttitle\n')).toBe('csv')
  expect(actTableIn('ref,issuer\n')).toBe('csv')
  expect(actTableIn('"title","economy"\nx,KZ')).toBe('csv')
  expect(actTableIn(' [ {"title": "Law"} ]')).toBe('json')
  expect(actTableIn('{"title":"Law"}\n{"title":"Code"}')).toBe('json')
  for (const other of ['KAZAKHSTAN\n\nSince May 2013', 'title,number', '[{"title":"x","bases":[]}]', '[]', '{"a":1}', ''])
    expect(actTableIn(other)).toBeNull()
})

describe('CSV', () => {
  test('rows keep the line on which they begin, with line ends inside cells and blank lines counted', () => {
    const { rows, problems } = readActCsv('economy;title\r\nKZ;"Law on\r\n""Post"""\r\n\r\nDE;Gesetz; \n')
    expect(problems).toEqual([])
    expect(rows).toEqual([
      { line: 2, values: { economy: 'KZ', title: 'Law on\r\n"Post"' } },
      { line: 5, values: { economy: 'DE', title: 'Gesetz' } },
    ])
  })
  test('what a spreadsheet was kept from running is read as it was', () =>
    expect(readActCsv("economy,title\nKZ,'=SUM(A1)\n").rows[0]?.values.title).toBe('=SUM(A1)'))
  test('an unknown or repeated column, a row that is too long and a quotation mark left open are problems with their lines', () => {
    const said = (text: string) => readActCsv(text).problems.map(({ line, column, message }) => `${line} ${column}: ${message}`)
    expect(said('economy,title,colour\nKZ,Law,red')).toEqual([expect.stringMatching(/^1 colour: There is no column “colour”/)])
    expect(said('economy,title,Title\n')).toEqual(['1 Title: The column “Title” is there twice.'])
    expect(said('economy,title\nKZ,Law, with a comma\n')).toEqual([expect.stringMatching(/^2 : The row has 3 cells and the heading 2/)])
    expect(said('economy,title\nKZ,"Law\nDE,Gesetz\n')).toEqual(['2 : A quotation mark is opened here and never closed.'])
  })
})

describe('JSON', () => {
  test('an array, or objects one after the other, with the line of each', () => {
    const rows = [
      { line: 2, values: { title: 'Law {1}', originalTitle: 'О "связи"' } },
      { line: 3, values: { title: 'Code', events: 'Since 2004' } },
    ]
    const objects = '{"title":"Law {1}","original_title":"О \\"связи\\""}|\n{"title":"Code","statement":"Since 2004"}'
    expect(readActJson(`[\n${objects.replace('|', ',')}]`)).toEqual({ rows, problems: [] })
    expect(readActJson(`\n${objects.replace('|', '')}\n`)).toEqual({ rows, problems: [] })
  })
  test('what is not JSON is a problem where it is, and the other objects are read', () => {
    const { rows, problems } = readActJson('{"title":"A"}\n{"title":\n B}\nnull\n{"title":"C"}\n{"title":')
    expect(rows.map(({ values }) => values.title)).toEqual(['A', 'C'])
    expect(problems.map(({ line }) => line)).toEqual([2, 4, 6])
  })
  test('a member that is none is a problem', () =>
    expect(readActJson('{"title":"A","colour":1}').problems).toEqual([
      { line: 1, column: 'colour', message: expect.stringContaining('no column') },
    ]))
})
