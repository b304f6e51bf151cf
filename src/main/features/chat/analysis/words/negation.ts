/** What comes behind it is left out. */
export const NEGATION =
  /\b(?:without|excluding|excl|exclude|except(?: for)?|not counting|not including|apart from|other than|aside from|but not|ignoring|ignore|leaving out|leave out|omitting|minus|remove|drop|less(?! than)|ohne|ausser|abzuglich|ausgenommen|bis auf|all but|everything but|anything but|alles ausser|alle bis auf|ex(?= )|net of|(?:is|are|was|were|that's) not|isn't|aren't|not (?:on|at|from|for|with|related to)|nicht)\b/
/** What ends what is left out. */
export const SCOPE_END =
  /^(?:in|for|during|since|at|on|by|per|last|this|between|from|within|of|to|fur|im|seit|nach|pro|bei|how|what|show)$/
