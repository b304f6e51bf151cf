/** What comes behind it is left out. */
export const NEGATION =
  /\b(?:without|w o|(?:leav(?:e|ing)|tak(?:e|ing)|set(?:ting)?|put(?:ting)?|keep(?:ing)?|lass\w*|rechne) (?=(?:[\w'&-]+ ){1,6}?(?:out|aside|away|off|weg|aussen vor|heraus|raus)\b)|with the exception of|exclusive of|barring|bar (?!charts?|graphs?|diagram)|save for|skip(?:ping)?|disregard(?:ing)?|discounting|outside(?: of)?|(?:do not|don't|dont|not) (?:include|count|counting|including|show|consider|considering)|never mind|abgesehen von|exklusive|exkl|mit ausnahme (?:von|der|des)|unberucksichtigt|ausschliesslich der|excluding|excl|exclude|except(?: for)?|not counting|not including|apart from|other than|aside from|but not|ignoring|ignore|leaving out|leave out|omit(?:ting)?|minus|remove|drop|less(?! than)|ohne|ausser|abzuglich|ausgenommen|bis auf|all but|everything but|anything but|alles ausser|alle bis auf|ex(?= )|net of|(?:is|are|was|were|that's) not|isn't|aren't|not (?:on|at|from|for|with|related to)|nicht)\b/
/** What ends what is left out. */
export const SCOPE_END =
  /^(?:in|for|during|since|at|on|by|per|last|this|between|from|within|of|to|fur|im|seit|nach|pro|bei|how|what|show)$/
/** What stands before it is left out: "fuel excluded", "Brightwell aside", "Abos ausgenommen". */
export const LEFT_OUT =
  /\b(?:(?:is |are |was |were |being )?(?:excluded|excepted|exempted|omitted|removed|disregarded|ignored|left out|taken out)|(?:not|nicht) (?:included|counted|counting|considered|mitgerechnet|mitgezahlt|eingerechnet|enthalten|berucksichtigt)|aside|ausgenommen|ausgeschlossen|aussen vor|unberucksichtigt)\b/g
