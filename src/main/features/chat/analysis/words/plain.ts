/**
 * Words of everyday speech that are spelt right and name nobody: no slip is seen in them, and one alone never stands for a longer name
 * ("fire" is no "Fire alarm servicing"). Verbs, people, the world; nothing that can be bought. Folded, English and German.
 */
const WORDS = `
work works worked working worker workers live lives lived living eat eats eaten sleep think feel felt like liked love loved hate hated want wanted play played playing drink drank drunk walk walked talk talked speak
read reading write wrote written watch watched watching listen wear wore carry carried climb climbed sing sang sit sat sell sold teach taught learn learnt learned build built drive drives drove ride fly
flew swim win wins won lose winning laugh cry smile believe hope hoped imagine dream worry worried fear trust trusted agree agreed argue fight fought marry married born die died kill dead alive
meet met join joined follow leave left arrive arrived stay stayed wait waited hurry rest relax study studied invent invented discover discovered create created design designed draw drew paint painted
fix fixed broke broken crash crashed fail failed open opened close closed lock locked unlock click press turn turned switch switched connect connected log mark marked label split merge merged move moved shift
delete deleted remove removed erase copy paste undo cancel cancelled approve approved reject rejected reverse reversed release released raise raised cut hire hired fire fired sack sacked resign retire retired
send sent call called ring rang phone phoned text texted ask asked answer answered reply replied tell told say said says explain describe mention speak spoke translate spell spelling pronounce define
buy sell borrow borrowed lend lent owe owed owes owing afford deserve steal stole cheat cheated lie lied
manage manages managed managing manager managers lead leads led leader leaders own owns owned owner owners belong belongs belonged found founder run runs boss bosses chief head heads heading headed director directors president minister queen king
teacher teachers doctor lawyer nurse nurses engineer plumber plumbers builder builders roofer farmer driver drivers actor singer footballer footballers player players artist author student students pupil pupils
tenant tenants landlord landlords resident residents customer customers client clients colleague colleagues employee employees staffing visitor visitors guest guests friend friends neighbour neighbours
husband wife mother father brother sister son daughter uncle aunt cousin baby man men woman women boy girl people person persons everyone everybody somebody nobody human humans family families
dog dogs cat animal animals horse bird birds fish tree trees flower flowers planet planets star stars moon sun sky earth world ocean sea river mountain country countries city cities town towns village
weather rain raining snow snowing sunny wind storm temperature hot cold warm cool wet dry
game games match team league teams goal score film films movie movies song songs story stories joke jokes poem riddle music news newspaper
heat map maps chart charts pie donut tree bar bars computer screen window windows mouse button menu setting settings password program programme app website page pages font colour color colours size language
health healthy sick ill tired hungry thirsty happy sad angry bored funny beautiful ugly nice lovely awful terrible great perfect clever stupid smart honest polite brave famous rich poor young old
tall short wide narrow deep heavy light dark bright loud quiet soft hard sharp round square flat empty full clean dirty safe dangerous legal illegal true false real fake wrong
satisfied satisfaction responsible responsibility possible impossible important useful necessary available ready busy free
satisfy respond response complain complaint complaints question questions problem problems solution idea ideas opinion opinions advice tip tips trick hint secret reason truth fact facts history science maths
politics election government parliament law laws war peace police army church god religion philosophy meaning life death love friendship
morning afternoon evening night tonight tomorrow clock hour hours minute minutes second seconds birthday party wedding
name names address number age height weight speed distance length width
peer peers competitor competitors rival rivals benchmark regulator regulators sector industry market economy
lease leasing contract contracts agreement policy policies rule rules terms clause covenant
arbeiten arbeitet leben lebt essen schlafen denken fuhlen wissen wollen spielen trinken laufen sprechen lesen schreiben sehen horen tragen lernen bauen fahren fliegen schwimmen gewinnen gewinnt verlieren
glauben hoffen helfen hilft fragen antworten sagen erzahlen erklaren gehort gehoren leitet leiten besitzt kennt kennen heisst heissen bedeutet wohnt wohnen mieter vermieter kunde kunden mitarbeiter lehrer arzt anwalt
chef chefin mann frau kind bruder schwester mutter vater sohn tochter freund freunde nachbar nachbarn mensch menschen leute wetter regen schnee sonne welt himmel meer land stadt dorf spiel mannschaft film lied witz
gedicht geschichte bildschirm fenster programm passwort sprache farbe grosse gesund krank mude hungrig glucklich traurig reich arm jung alt zufrieden zustandig verantwortlich wahr falsch morgen abend nacht
`
export const PLAIN: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))
