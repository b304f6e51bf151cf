/** Invented messages; names and accounts are nobody's. */

const document = (version: string, message: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${version}">
<${message}>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2024-02-01T06:00:00</CreDtTm></GrpHdr>
${body}
</${message}>
</Document>
`

const balance = (code: string, amount: string, direction: string, date: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`

export const STATEMENT = document(
  'camt.053.001.02',
  'BkToCstmrStmt',
  `<Stmt>
<Id>S-1</Id>
<Acct><Id><IBAN>DE02 1203 0000 0000 2020 51</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Muster GmbH</Nm></Ownr></Acct>
${balance('PRCD', '100.00', 'CRDT', '2024-01-30')}
${balance('CLBD', '62.50', 'CRDT', '2024-01-31')}
${balance('CLAV', '62.50', 'CRDT', '2024-01-31')}
<TxsSummry><TtlNtries><NbOfNtries>3</NbOfNtries><Sum>187.50</Sum></TtlNtries><TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>75</Sum></TtlCdtNtries><TtlDbtNtries><NbOfNtries>2</NbOfNtries><Sum>112.50</Sum></TtlDbtNtries></TxsSummry>
<Ntry><NtryRef>1</NtryRef><Amt Ccy="EUR">75.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2024-01-31</Dt></BookgDt><ValDt><Dt>2024-02-01</Dt></ValDt><AcctSvcrRef>B-1</AcctSvcrRef>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn><Prtry><Cd>NTRF+166</Cd></Prtry></BkTxCd>
<NtryDtls><TxDtls><Refs><EndToEndId>RE-4711</EndToEndId><MndtId>M-1</MndtId></Refs>
<RltdPties><Dbtr><Nm>Käufer &amp; Söhne</Nm></Dbtr><DbtrAcct><Id><IBAN>DE02500105170137075030</IBAN></Id></DbtrAcct><UltmtDbtr><Nm>Holding</Nm></UltmtDbtr><Cdtr><Nm>Muster GmbH</Nm></Cdtr></RltdPties>
<RltdAgts><DbtrAgt><FinInstnId><BIC>TESTDE88XXX</BIC></FinInstnId></DbtrAgt></RltdAgts>
<RmtInf><Ustrd>Rechnung</Ustrd><Ustrd>4711</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">100</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2024-01-31T23:30:00+02:00</DtTm></BookgDt><BkTxCd><Prtry><Cd>FEE</Cd></Prtry></BkTxCd>
<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Cdtr><Pty><Nm>Vermieter</Nm></Pty></Cdtr><CdtrAcct><Id><Othr><Id>9-1</Id></Othr></Id></CdtrAcct></RltdPties><RmtInf><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">12.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><Sts>BOOK</Sts><ValDt><Dt>2024-01-31</Dt></ValDt><AddtlNtryInf>Storno</AddtlNtryInf></Ntry>
<Ntry><Amt Ccy="EUR">9.99</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>PDNG</Sts><ValDt><Dt>2024-02-02</Dt></ValDt></Ntry>
</Stmt>`,
)

const part = (amount: string, name: string, end: string): string =>
  `<TxDtls><Refs><EndToEndId>${end}</EndToEndId></Refs><Amt Ccy="CHF">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><RltdPties><Cdtr><Nm>${name}</Nm></Cdtr></RltdPties></TxDtls>`

/** Prefixed names; a batch whose parts sum to it and one whose parts do not. */
export const BATCH = document(
  'camt.053.001.08',
  'BkToCstmrStmt',
  `<Stmt><Id>S-2</Id><Acct><Id><IBAN>CH9300762011623852957</IBAN></Id></Acct>
<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries><Sum>31.00</Sum></TtlNtries></TxsSummry>
<Ntry><Amt Ccy="CHF">30.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2024-03-01</Dt></BookgDt><AcctSvcrRef>Z-1</AcctSvcrRef>
<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch>${part('10.00', 'Anna', 'E1')}${part('12.50', 'Beat', 'E2')}
${part('7.50', 'Carla', 'E3')}</NtryDtls></Ntry>
<Ntry><Amt Ccy="CHF">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2024-03-01</Dt></BookgDt>
<NtryDtls>${part('0.40', 'Dora', 'E4')}${part('0.50', 'Emil', 'E5')}</NtryDtls></Ntry></Stmt>`,
).replaceAll(/<(\/?)(?=[A-Z])/g, '<$1ns:')

export const NOTIFICATION = document(
  'camt.054.001.04',
  'BkToCstmrDbtCdtNtfctn',
  `<Ntfctn><Id>N</Id><Acct><Id><Othr><Id>0123</Id></Othr></Id></Acct>
<Ntry><Amt Ccy="SEK">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2024-04-01</Dt></BookgDt><NtryDtls><TxDtls><RmtInf><Ustrd><![CDATA[a < b]]></Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
</Ntfctn>
<Ntfctn><Id>N2</Id><Acct><Id><Othr><Id>0456</Id></Othr></Id></Acct>
<Ntry><Amt Ccy="SEK">6</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2024-04-01</Dt></BookgDt></Ntry>
</Ntfctn>`,
)
