// Files that the import's specs choose: small and invented.

export const STATEMENT = {
  name: 'current-account-april.csv',
  text: [
    'Date,Description,Amount,Balance',
    '2026-04-01,"Rent, April",-1200.00,3800.00',
    '2026-04-13,Corner shop,-54.20,3745.80',
    '2026-04-13,Corner shop,-54.20,3691.60',
    '2026-04-28,Salary,2500.00,6191.60',
    '',
  ].join('\n'),
}

export const AMBIGUOUS = {
  name: 'which-day.csv',
  text: 'Date,Description,Amount\n03/04/2026,Rent,-1200.00\n05/06/2026,Shop,-54.20\n',
}

export const BROKEN = {
  name: 'broken.csv',
  text: [
    'Date,Description,Amount',
    ...Array.from(
      { length: 60 },
      (_, n) => `2026-04-${String((n % 30) + 1).padStart(2, '0')},Shop ${n},-10.00`,
    ),
    '2026-13-31,Nobody knows the day,-10.00',
    '2026-02-30,Shop,-10.00',
    'Total,,-600.00',
    '',
  ].join('\n'),
}

export const TWO_TABLES = {
  name: 'both-accounts.csv',
  text: [
    'Date,Description,Amount,Balance',
    '2026-04-13,Corner shop,-54.20,3745.80',
    '',
    'Date,Description,Paid out,Paid in',
    '2026-04-14,Interest,,12.34',
    '2026-04-15,Fee,2.00,',
    '',
  ].join('\n'),
}

export const OFX = {
  name: 'april.ofx',
  text: `OFXHEADER:100
DATA:OFXSGML
VERSION:102

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP
<BANKACCTFROM><BANKID>1<ACCTID>12345678<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST>
<STMTTRN><TRNTYPE>OTHER<DTPOSTED>20260413<TRNAMT>-54.20<FITID>A1<NAME>CORNER SHOP</STMTTRN>
<STMTTRN><TRNTYPE>OTHER<DTPOSTED>20260430<TRNAMT>2500.00<FITID>A2<NAME>EMPLOYER</STMTTRN>
</BANKTRANLIST>
<LEDGERBAL><BALAMT>6191.60<DTASOF>20260430</LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`,
}
