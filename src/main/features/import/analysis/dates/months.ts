/** Month names and their short forms, without accents and full stops, in the languages banks write: en, de, fr, es, it, nl, pt, da/sv/no. */
const NAMES: readonly string[] = [
  'jan january januar janner jaenner janvier janv enero ene gennaio gen januari janeiro',
  'feb february februar fevrier fevr fev febrero febbraio februari fevereiro',
  'mar march marz maerz mrz mars marzo maart mrt marco marts',
  'apr april avril avr abril abr aprile',
  'may mai mayo maggio mag mei maio maj',
  'jun june juni juin junio giugno giu junho',
  'jul july juli juillet juil juill julio luglio lug julho',
  'aug august aout agosto ago augustus agustus augusti',
  'sep sept september septembre septiembre settembre set setembro',
  'oct october oktober okt octobre octubre ottobre ott outubro out',
  'nov november novembre noviembre novembro',
  'dec december dezember dez decembre diciembre dic dicembre dezembro',
]

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, i) => names.split(' ').map(name => [name, i + 1] as const)),
)

/** Month 1–12 of a name in any of those languages; undefined where it is none. */
export function monthOfName(name: string): number | undefined {
  return MONTHS.get(
    name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f.]/g, ''),
  )
}
