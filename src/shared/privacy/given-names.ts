/** Given names that are common in the languages whose files are imported, folded: what tells "Anna Weber" from "Costa Coffee". */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `adam adrian agnes ahmed alan albert alessandro alessia alex alexander alexandra alfred ali alice alicia alina alison amanda amelia amir
amy ana anders andre andrea andreas andrew andy angela angelika anja ann anna anne annette annika anthony antje anton antonia antonio
arthur astrid axel ayse barbara bastian beate beatrice ben benjamin bernd bernhard bettina bill birgit bjorn bob brian brigitte bruno
camille carl carla carlos carmen carol carolin caroline catherine cecile charles charlotte chiara chloe chris christa christian christiane
christina christine christoph christopher claire clara claudia claus colin corinna cornelia cristina dagmar daniel daniela danielle david
dave deborah denis dennis diana diego dieter dirk dominik donald dorothea doris edith eduardo edward eileen elena eleonora elias elif
elisabeth elizabeth elke ella ellen emil emilia emily emma emre enrico eric erica erich erik ernst esther eva evelyn fabian fatima
federica felix fernando fiona florian francesca francesco francis franck frank franz fred friedrich fritz gabriel gabriela gabriele
georg george gerald gerd gerhard gertrud giovanni gisela giulia giuseppe graham greg gregor guido gunther gustav hanna hannah hannelore
hans harald harry hartmut hassan heather heidi heike heinrich heinz helen helena helga helmut henri henrik henry herbert hermann holger
horst hubert hugo ian ibrahim ida ilse ines inga ingeborg ingo ingrid ion irene iris irma isabel isabella isabelle ivan jack jacqueline
jakob james jan jana jane janet janina jasmin jason javier jean jeanne jeffrey jennifer jens jeremy jessica jessie jim joachim joan joanna
joao jochen joe johann johanna johannes john jonas jonathan jorg jorge jose josef joseph joshua juan judith julia julian juliane julie
julien jurgen justin jutta kai karen karin karl karla karsten katarzyna kate katharina katherine kathleen kathrin katja katrin keith
kelly ken kenneth kerstin kevin kim kirsten klara klaus konrad kristin kristina kurt lara larry lars laura laurent lea leah lena leo leon
leonard leonie leopold liam lina linda linus lisa lorenzo lothar louis louisa louise luca lucas lucia lucy ludwig luigi luis luisa lukas
lutz lydia magdalena maja malte manfred manuel manuela marc marcel marco marcus mareike margaret margarete maria marianne marie marina
mario marion marius mark markus marlene marta martha martin martina mary mathias matthew matthias maurice max maximilian mehmet mia
michael michaela michel michele michelle miguel mike mirjam mohamed mohammed monica monika moritz murat mustafa nadia nadine nancy natalia
natalie natascha nathalie neil nele nicholas nick nicola nicolas nicole niklas nils nina noah nora norbert ola olaf oliver olivia
olivier oscar oskar otto pablo pamela paola paolo pascal patricia patrick patrizia paul paula pauline pedro petra peter philip philipp
philippe pia pierre pietro piotr rachel rainer ralf ralph raphael rebecca regina reinhard renate rene ricardo riccardo richard rita robert
roberto robin roger roland rolf roman ronald rosa rosemarie rudolf rupert ruth ryan sabine sabrina salvatore sam samantha samuel sandra
sara sarah sascha scott sean sebastian selina sergio sharon sibylle siegfried sigrid silke silvia simon simone sofia sofie sonja sophia
sophie stefan stefanie stefano steffen stephan stephanie stephen steve steven stuart susan susanne suzanne svenja sven sylvia tamara
tanja tara teresa theo theodor theresa thierry thomas thorsten tim timo tina tobias tom tomas torsten tracy udo ulf ulrich ulrike ursula
ute uwe valentin valentina valerie vanessa vera verena veronika victor victoria viktor vincent viola virginia volker walter waltraud wendy
werner wilhelm will william willi wolfgang xavier yannick yasmin yusuf yvonne zoe`.split(/\s+/),
)
