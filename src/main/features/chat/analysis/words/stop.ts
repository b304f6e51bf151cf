/** Words that carry nothing by themselves in a question about money. Folded, English and German. */
const WORDS = `
weg aller erfasst group groups gruppe gruppen wert betrugen betragen belief beliefen belaufen belauft neues neue neuen lies lay behind
full gegessen geschickt geliefert gesendet getan
name nenn enumerate remind state present supply deliver quantify tally crunch analyse analyze examine inspect review investigate explore dig zoom filter highlight outline illustrate track trace verify untersuche analysiere prufe beschreibe berechne ermittle
getting becoming eating remain remains remained remaining left bleibt bleiben verbleibt verbleibend verbleibende rest rundown walk talk slice dice drill gist lowdown snapshot glance picture statement general ledger
kannst konntest liegen lag lagen geworden gestellt kam kamen starksten treibt pfund gebucht wurdest lauft lief laufen hattest warst willst mochte mochten wurden brauche brauchen gern bleib nimmt nehmen entfallen entfallt prozentual prozentualer
movement movements outturn
a an mehr weniger mindestens hochstens genau etwa ungefahr immer nie oft manchmal schon erst bereits bisher dabei dann deshalb dort eben einfach etwas
euch euer eure falls ganz gegen genug gern gerne gewesen gleich hier hinter ihn ihm ihnen ihre ihrem ihren jetzt jemand jene kam kommen konnte konnten mache machen macht
muss mussen musste nachdem neben nichts nie niemand nun ob oben ohne seit selbst sehr seine seinem seinen sicher sobald sogar solche soll sollen sollte sonst statt trotz
unten viele vielen vielleicht voll vorher wahrend waren weil weiter welchem wenig weniger werde wirklich wissen wollen wollte wohin woher zeit ziemlich zwar zuletzt zusammen
damals darauf davon dazu daran darin daraus dessen deren dadurch irgendwelche irgendwas moglich moglichst sortiert geordnet aufgelistet angezeigt ausgegeben hinweg beim
cheaper pricier dearer costlier fewer heavier poorer richer lighter teurere billigere
rely relies uses keeps holds land lands
buy place placed hit fill booked fahrt twice zweimal einkaufen
stack stacks stacked steckt hinter dahinter summed aggregated arranged organised organized separated tally trying herein teuer teurer billiger gunstiger unterteilt getrennt gegliedert verschiedene verschiedener verschiedenen anstieg
leave leaving taking set setting put keep keeping aside lass basis level ebene individual
excess exceeding exceeds upwards beyond greater above thousand grand hundred million range ranging oberhalb unterhalb wenigstens hochstens maximal tausend
inclusive inclusively einschliesslich inklusive periode zeitraums calendar kalender
able accordingly according almost alone along although always amongst anyhow anyway apart appear asked away became because become behind believe below beside besides best better
came cannot certain clearly concerning consider considering could couldn't described despite different doesn't done each either else enough especially etc even exact
far few following followed former found further get given going gets had hardly hence herself himself hopefully however immediate indeed inside instead keep kept kindly knows
known last lately later latter least liked likely looking mainly maybe meanwhile merely might mine myself namely near nearly necessary neither nevertheless next none nor obviously often
ones otherwise ought ourselves outside overall particular particularly perhaps placed plus presumably probably provides quite rather really reasonably regardless regards relatively
respectively right said saw second seeing seemed seen self sensible sent several since somehow somebody somewhat somewhere soon specified specify specifying still sure taken tell tends
thank their themselves thereby therefore third thorough thoroughly though three together tried tries truly try trying twice two unfortunately unless unlikely until upon useful usually
via wants was way welcome went were whatever whenever whereas wherever whether whole whose willing wish within without wonder yes yet gibt heute wen wem inform incurred regarding concerning respect needful revert share wise a an the actual actuals ist mind kindly nicely far versus a the this that these those it its is are was were be been being am do does did done doing have has had having i we me us my our ours mine you your
he she they them their his her one ones of in on at to for from by with without about as into onto over under per and or but not no nor so than then
also too please pls plz kindly can could would will shall should may might must let lets get got give gave given gives show shows shown showing tell
display want wants wanted like need know see look looking wonder wondering help hi hello hey dear thanks thank thx ok okay well just only really
actually much many how what which who whom whose when where there here all any some each every both other others another same such own very quite
more most less least few lot lots total totals overall altogether sum sums amount amounts figure figures value values number numbers whole entire
across between among within during while since until till up down out off again further once ever never always often usually still yet already
now today's go goes going gone went take takes taken took make makes made put come comes came seem seems use used using uses include includes
including included individual single sort sorted order ordered rank ranked ranking show me us would's furs frs beim ins zur zum aufs vom ans bekommen bekam provide provided please kindly wat cost im ive id were theyre whats hows whos
day days week weeks month months quarter quarters year years period periods time times long far date dates
money cash pounds pound euro euros eur gbp usd dollars quid pence worth cost's because due if whether happen happened happens happening
against toward towards through throughout end ended ending start started beginning begin data ledger books book account's question answer
it's that's we're i'm let's don't doesn't didn't haven't hasn't isn't aren't wasn't weren't can't part parts rest back next last previous past before after ago
main major biggest largest highest smallest lowest top bottom big small high low higher lower larger smaller bigger expensive cheap good bad
new old recent latest current currently so-called approximately roughly around about circa exactly detailed detail details report reports item items
thing things stuff anything something everything nothing everyone anyone someone side kind kinds type types sort way ways level levels
spot detect detection identify flag flagged check checks checking any possible possibly potential compared comparing comparison compare say said think thought mean means
look looks like similar versus vs term terms view list listing find finds found search run pull plot chart graph draw bar line pie visualise visualize
der die das den dem des ein eine einen einem einer eines ich wir mir uns mich mein meine meinen meiner unser unsere unseren unserer du sie er es ihr
ist sind war waren sein wird werden wurde wurden hat haben hatte hatten habe kann konnen bitte zeig zeige zeigen mal gib gebe sag sage nenne wie viel
wieviel was welche welcher welches welchen wer wo wann fur von vom zu zum zur im am an auf aus bei mit nach seit bis um uber unter pro je und oder
aber nicht kein keine nur auch noch schon denn doch so als also alle alles allen jeder jede jedes insgesamt gesamt summe hoch hohe hoher gross grosse
meisten wenigsten dieser diese dieses diesem diesen letzte letzten letzter letztes jahr jahre monat monate woche wochen quartal tag tage zeitraum
ausgegeben gegeben gekostet gezahlt geld betrag betrage kosten dass wenn ob man sich gab geben geht gehen ging liegt stand laufenden laufende sowie hallo danke
`
export const STOP: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))
