import { all, find, textAt, textsAt, type Node } from './node.ts'

const NONE = /^(?:NOTPROVIDED|NOT PROVIDED|NOTAVAIL|NOT AVAILABLE|NONREF|-*)$/i

/** Without the empty ones. */
export const tidy = (extra: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(extra).filter(([, value]) => value !== ''))

/** 'PMNT/RCDT/ESCT', else the bank's own code. */
export function typeOf(node: Node | undefined): string {
  const code = find(node, 'BkTxCd')
  const parts = [textAt(code, 'Domn/Cd'), textAt(code, 'Domn/Fmly/Cd'), textAt(code, 'Domn/Fmly/SubFmlyCd')]
  return parts.filter(text => text !== '').join('/') || textAt(code, 'Prtry/Cd', 'Prtry')
}

interface Parties {
  payee: string
  extra: Record<string, string>
}

/**
 * The other side of a transaction: that whose account is not ours, else the debtor of a credit and the creditor of a debit. `credit` is
 * the direction of the payment itself: a reversal has that of the payment reversed.
 */
export function partiesOf(node: Node, credit: boolean, account: string): Parties {
  const parties = find(node, 'RltdPties')
  const accounts = { Dbtr: accountOf(find(parties, 'DbtrAcct')), Cdtr: accountOf(find(parties, 'CdtrAcct')) }
  let side: 'Dbtr' | 'Cdtr' = credit ? 'Dbtr' : 'Cdtr'
  if (account !== '' && accounts.Dbtr === account && accounts.Cdtr !== account) side = 'Cdtr'
  else if (account !== '' && accounts.Cdtr === account && accounts.Dbtr !== account) side = 'Dbtr'
  const bank = find(node, `RltdAgts/${side}Agt/FinInstnId`)
  const ultimate = nameOf(find(parties, `Ultmt${side}`))
  const name = nameOf(find(parties, side))
  return {
    payee: name || ultimate,
    extra: tidy({
      counterAccount: accounts[side],
      counterBank: textAt(bank, 'BICFI', 'BIC', 'ClrSysMmbId/MmbId', 'Nm', 'CmbndId/BIC'),
      ultimateParty: name === '' ? '' : ultimate,
      creditorId: textAt(parties, 'Cdtr/Id/PrvtId/Othr/Id', 'Cdtr/Pty/Id/PrvtId/Othr/Id'),
      endToEndId: given(textAt(node, 'Refs/EndToEndId')),
      mandate: textAt(node, 'Refs/MndtId'),
      transactionId: given(textAt(node, 'Refs/TxId')),
      uetr: textAt(node, 'Refs/UETR'),
      instructionId: given(textAt(node, 'Refs/InstrId')),
      paymentInformationId: given(textAt(node, 'Refs/PmtInfId')),
      charges: textAt(node, 'Chrgs/TtlChrgsAndTaxAmt', 'Chrgs/Rcrd/Amt', 'Chrgs/Amt'),
      returnReason: textAt(node, 'RtrInf/Rsn/Cd', 'RtrInf/Rsn/Prtry', 'RtrInf/RtrRsn/Cd'),
      purposeCode: textAt(node, 'Purp/Cd', 'Purp/Prtry'),
      originalAmount: originalAmount(node),
    }),
  }
}

const given = (text: string): string => (NONE.test(text) ? '' : text)

/** Newer versions put a party or a bank one level deeper. */
const nameOf = (party: Node | undefined): string =>
  textAt(party, 'Nm', 'Pty/Nm', 'Agt/FinInstnId/Nm', 'FinInstnId/Nm')

/** IBAN or number of an Acct-like element, of any version. */
export const accountOf = (node: Node | undefined): string => {
  const iban = textAt(node, 'Id/IBAN').replaceAll(' ', '').toUpperCase()
  return iban || textAt(node, 'Id/Othr/Id', 'Id/BBAN', 'Id/UPIC', 'Id/PrtryAcct/Id')
}

function originalAmount(node: Node): string {
  const amount = find(node, 'AmtDtls/InstdAmt/Amt')
  return amount ? `${amount.text.trim()} ${amount.currency}`.trim() : ''
}

export function referenceOf(node: Node): { reference: string } {
  const endToEnd = given(textAt(node, 'Refs/EndToEndId'))
  const [structured = ''] = textsAt(node, 'RmtInf/Strd/CdtrRefInf/Ref').concat(
    textsAt(node, 'RmtInf/Strd/CdtrRefInf/CdtrRef'),
  )
  return { reference: endToEnd || structured || textAt(node, 'Refs/ChqNb') }
}

/** Everything said about what the payment is for; 140 characters are the width at which free text is cut. */
export function purposeOf(node: Node): string {
  let free = ''
  let full = true
  for (const found of all(node, 'RmtInf/Ustrd')) {
    const text = found.text.replaceAll(/\s+/g, ' ').trim()
    if (text === '') continue
    free += full ? text : ` ${text}`
    full = found.text.length >= 140
  }
  const structured = [
    ...textsAt(node, 'RmtInf/Strd/CdtrRefInf/Ref'),
    ...textsAt(node, 'RmtInf/Strd/AddtlRmtInf'),
    ...textsAt(node, 'RmtInf/Strd/RfrdDocInf/Nb'),
  ]
  return [free, ...structured].filter(text => text !== '').join(' ') || textAt(node, 'AddtlTxInf')
}
