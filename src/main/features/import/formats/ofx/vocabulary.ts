// Names of OFX 1.0.2 to 2.3 (specification, chapters 2, 8, 11, 13) that say how a file without end tags is built.

const LEAVES = new Set(
  (
    'ACCTID ACCTKEY ACCTTYPE AVAILCASH AVGCOSTBASIS BALAMT BALTYPE BANKID BRANCHID BROKERID BUYTYPE BUYPOWER CATEGORY CHECKNUM CITY CLTCOOKIE ' +
    'CODE COMMISSION CORRECTACTION CORRECTFITID COUNTRY CURDEF CURRATE CURSYM DENOMINATOR DESC DTACCTUP DTASOF DTAVAIL DTEND DTPOSTED ' +
    'DTPRICEASOF DTPROFUP DTSERVER DTSETTLE DTSTART DTTRADE DTTRAN DTUSER EXTDNAME FEES FID FITID FIID FRACCASH GAIN HELDINACCT INCOMETYPE ' +
    'INV401KSOURCE LANGUAGE LOAD LOANTRNAMT MARGINBALANCE MARKDOWN MARKUP MEMO MESSAGE MKTVAL NAME NEWUNITS NUMERATOR OLDUNITS ' +
    'OPTACTION OPTBUYTYPE OPTSELLTYPE ORG PAYEEID PENALTY PHONE POSTALCODE POSTYPE REFNUM REINVCG REINVDIV RELFITID RELTYPE RESTRICT ' +
    'SECNAME SECURED SELLREASON SELLTYPE SERVERTID SESSCOOKIE SEVERITY SHORTBALANCE SHPERCTRCT SIC SRVRTID STATE STATEWITHHOLDING ' +
    'SUBACCTFROM SUBACCTFUND SUBACCTSEC SUBACCTTO TAXES TAXEXEMPT TFERACTION TICKER TOTAL TRNAMT TRNTYPE TRNUID UNIQUEID UNIQUEIDTYPE ' +
    'UNITPRICE UNITS USERKEY VALUE VALUEDATE WITHHOLDING'
  ).split(' '),
)

/** Never a value of its own, whatever text stands in it. */
const AGGREGATES = new Set(
  'OFX STATUS SONRS FI BANKACCTFROM BANKACCTTO CCACCTFROM CCACCTTO INVACCTFROM LOANACCTFROM CURRENCY ORIGCURRENCY PAYEE SECID INVTRAN INVBUY INVSELL SECINFO BAL'.split(
    ' ',
  ),
)

/** Transactions of an investment account (chapter 13.9). */
export const INVESTMENTS: ReadonlySet<string> = new Set(
  'BUYDEBT BUYMF BUYOPT BUYOTHER BUYSTOCK CLOSUREOPT INCOME INVEXPENSE JRNLFUND JRNLSEC MARGININTEREST REINVEST RETOFCAP SELLDEBT SELLMF SELLOPT SELLOTHER SELLSTOCK SPLIT TRANSFER'.split(
    ' ',
  ),
)

const LISTS = new Set(
  'BANKTRANLIST BANKTRANLISTP INVTRANLIST LOANTRANLIST LEDGERBAL AVAILBAL INVPOSLIST INVBAL INVOOLIST INV401K INV401KBAL'.split(
    ' ',
  ),
)
const SECURITIES = new Set('DEBTINFO MFINFO OPTINFO OTHERINFO STOCKINFO'.split(' '))
const ACCOUNTS = new Set('BANKACCTFROM CCACCTFROM INVACCTFROM LOANACCTFROM'.split(' '))

const STATEMENTS = new Set(['STMTRS', 'CCSTMTRS', 'INVSTMTRS', 'LOANSTMTRS'])

export const isLeaf = (name: string): boolean => LEAVES.has(name)
export const isAccount = (name: string): boolean => ACCOUNTS.has(name)
export const isSecurity = (name: string): boolean => SECURITIES.has(name)
/** STMTTRN, LOANSTMTTRN: a movement of cash. STMTTRNP is one that the bank has not booked. */
export const isMovement = (name: string): boolean => name === 'STMTTRN' || name === 'LOANSTMTTRN'
/** The response that holds one account's statement. */
export const isStatement = (name: string): boolean => STATEMENTS.has(name)

/**
 * How deep an aggregate lies in the tree: one of the same depth, or of less, ends it, which is how a missing end tag is found. Undefined
 * for all that may stand anywhere.
 */
export function depthOf(name: string, inStatement: boolean): number | undefined {
  if (name === 'OFX') return 0
  if (/MSGSRSV\d$/.test(name)) return 1
  if (name.endsWith('TRNRS') || name === 'SONRS') return 2
  if (isStatement(name) || name === 'SECLIST' || name === 'ACCTINFORS') return 3
  if (LISTS.has(name) || (ACCOUNTS.has(name) && inStatement)) return 4
  if (INVESTMENTS.has(name) || name === 'INVBANKTRAN' || SECURITIES.has(name)) return 5
  if (isMovement(name) || name === 'STMTTRNP') return 6
  return undefined
}

export const isAggregate = (name: string): boolean => AGGREGATES.has(name)

/** Values in which other people's text stands, which may hold what looks like a tag. */
export const isFreeText = (name: string): boolean =>
  /^(?:NAME|MEMO|DESC|MESSAGE|EXTDNAME|SECNAME)$/.test(name)
const HTML = /^(?:A|B|BR|DIV|EM|FONT|HR|I|P|SPAN|STRONG|SUB|SUP|U)$/

/** A tag within such a value that is none of OFX: banks' own tags are in capitals. `raw` is the tag as it stands in the file. */
export const isTextInDisguise = (name: string, raw: string): boolean =>
  HTML.test(name) ||
  (/[a-z]/.test(raw) && !isLeaf(name) && !isAggregate(name) && depthOf(name, true) === undefined)
