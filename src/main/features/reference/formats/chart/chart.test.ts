import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readChart } from './chart.ts'

test('GnuCash: numbers, types, and what stands above', () => {
  const account = (id: string, name: string, type: string, parent: string, code = '') =>
    `<gnc:account><act:name>${name}</act:name><act:id type="new">${id}</act:id><act:type>${type}</act:type>${code && `<act:code>${code}</act:code>`}<act:parent type="new">${parent}</act:parent></gnc:account>`
  const xml = `<?xml version="1.0"?><gnc-account-example xmlns:gnc="g" xmlns:act="a">${account('r', 'Root', 'ROOT', '')}${account('1', 'Aktiva', 'ASSET', 'r')}${account('2', '0027 Software', 'ASSET', '1', '0027')}${account('3', 'Erl&#xF6;se', 'INCOME', 'r', '8400')}</gnc-account-example>`
  const chart = readChart(xml, 'x')
  expect(chart.accounts).toEqual([
    { key: 'Aktiva', name: 'Aktiva', type: 'asset', levels: [] },
    { key: '0027', name: 'Software', type: 'asset', levels: ['Aktiva'] },
    { key: '8400', name: 'Erlöse', type: 'revenue', levels: [] },
  ])
  expect(() => readChart('<!DOCTYPE a []><a/>', 'x')).toThrow(/document type/)
  expect(() => readChart('<a><b></a>', 'x')).toThrow(/damaged/)
})

test('lines, JSON, tables of levels and of parents, places of cost centres', () => {
  expect(readChart('1 DUES\n22 EASEMENTS, ALL\n502\n', 'x').accounts.map(a => [a.key, a.name])).toEqual([
    ['1', 'DUES'],
    ['22', 'EASEMENTS, ALL'],
    ['502', ''],
  ])
  expect(readChart('{"1": "DUES"}', 'x').accounts).toHaveLength(1)
  expect(
    readChart('Konto;Bezeichnung;Kontoart;Ebene 1;Ebene 2\n4400;Erlöse;Ertrag;GuV;Umsatz\n', 'x').accounts[0],
  ).toMatchObject({
    key: '4400',
    name: 'Erlöse',
    type: 'revenue',
    levels: ['GuV', 'Umsatz', '', '', '', '', ''],
  })
  const tree = readChart('HIERARCHYID,DESCRIPTION,LEVEL\nA,All,<root>\nB,Costs,A\n1,Rent,B\nX,Ring,X\n', 'x')
  expect(tree.accounts[2]?.levels).toEqual(['All', 'Costs'])
  expect(tree.problems).toEqual([{ line: 5, message: 'X stands below itself.' }])
  expect(readChart('cost_center_id,directorate,region\n1100,Resources,North\n', 'x').places).toEqual([
    { key: '1100', name: '', members: { directorate: 'Resources', region: 'North' } },
  ])
  const dotted = readChart('Code,Account\n1,Assets\n1.1,Current\n1.1.1,Bank\n', 'x')
  expect(dotted.accounts[2]).toMatchObject({ key: '1.1.1', name: 'Bank', levels: ['Assets', 'Current'] })
  expect(() => readChart('hello\nthere\n', 'x')).toThrow(/no chart of accounts/)
})

const data = new URL('../../../../../../../shared/data/', import.meta.url).pathname
const real = (path: string) => readChart(readFileSync(data + path, 'utf8'), path)

test.skipIf(!existsSync(data))('public charts are read whole', () => {
  const skr03 = real('budget/coa_gnucash__acctchrt_skr03.gnucash-xea')
  const tags =
    readFileSync(`${data}budget/coa_gnucash__acctchrt_skr03.gnucash-xea`, 'utf8').split('<gnc:account ')
      .length - 1
  expect(skr03.accounts).toHaveLength(tags - 1)
  expect(skr03.accounts.find(a => a.key === '0027')).toMatchObject({ name: 'EDV-Software', type: 'asset' })
  expect(skr03.accounts.every(a => a.type !== '')).toBe(true)
  const json = real('budget/coa_warren_county__accounts.json')
  expect(json.accounts.length).toBe(
    Object.keys(JSON.parse(readFileSync(`${data}budget/coa_warren_county__accounts.json`, 'utf8')) as object)
      .length,
  )
  expect(real('budget/coa_warren_county__departments.txt').problems).toEqual([])
  expect(
    real('sap/datasphere_fi/GLAccountsHierarchy.csv')
      .accounts.find(a => a.key === 'FPA1/020')
      ?.levels.at(-1),
  ).toBe('Gross Margin')
  expect(real('sap/fivetran_seeds/sap_ska1_data.csv').accounts[0]?.key).toBe('0000111000')
})
