// What the words of a sentence say about the word that comes next: a password, or the place, the user or the thing it
// belongs to. Knows no shape of passwords; "left" is always the line up to the word.

/** Words that point straight at what is typed, so that a name with a number behind it is the password */
const points =
  /(?:\b(?:it's|its|it is|is now|make it|(?:type|enter|try|got|use)s?|tried|(?:set|changed?|reset|switched)(?: it| back| that)? to)|(?<!\p{L})(?:(?:jag|vi|alla) (?:skriver|anger|testar|provar|använder|fick)|det är|(?:sätt|satte?s?|byta?|byt(?:t|te|tes)|ändrad?e?s?|ändrat)(?: det| den)? till)) (?:now |nu )?["'“(]?$/iu;
/** only a password is reset to a value, so the word itself may be missing */
const resetsTo =
  /(?:\breset|återställ\p{L}{0,3}|nollställ\p{L}{0,3}) (?:it|that|them|det|den|dem) (?:back |tillbaka )?(?:to|till) ["'“(]?$/iu;
/** what the password belongs to comes next: a place, a user or a thing, which have numbers behind them as well */
const names =
  /(?<!\p{L})(?:for|on|in|at|of|to|from|via|by|user(?:name)?(?: is)?|login(?: is)?|account|domain|site|server|host|database|mailbox|folder|file|version|app|theme|plugin|the|our|my|för|på|i|hos|till|från|av|användar\p{L}{0,6}(?: är)?|konto\p{L}{0,2}|domän\p{L}{0,3}|sid\p{L}{1,3}|databas\p{L}{0,2}|brevlåd\p{L}{1,3}|mapp\p{L}{0,2}|fil\p{L}{0,2}|min|mitt|vår|vårt):? ["'“(]?$/iu;
/** "the same password as always, …" */
const apposed =
  /(?:[,(:=/]|(?<!\p{L})(?:dvs\.?|alltså|nämligen|i\.?e\.?|namely|like|typ|both|både|either|antingen|is|är|var|was|blev|as|som|use|använder)) ?["'“(]?$/iu;
/** "Sommar24" in a sentence about a password, where no user, place or thing is named */
const isChosen = (value: string, left: string): boolean =>
  !names.test(left) && (/\d\d/.test(value) || /[-_.!?*]/.test(value));
/** "change the FTP password from … to …" */
const moves =
  /(?:\b(?:set|change|reset|switch|move)|(?<!\p{L})(?:sätt|satt|byt|ändra|nollställ))\p{L}{0,4} [^\n]{0,80}(?<!\p{L})(?:from|to|från|till) ["'“(]?$/iu;
/** "the file opens with …" */
const opens =
  /(?<!\p{L})(?:låst|krypterad|skydda[dt]|öppnas|lås upp|locked|encrypted|protected|opens?|unlock(?:s|ed)?)(?: \p{L}{1,12}){0,3} (?:med|with|by) ["'“(]?$/iu;

/** Whether only a password can come next. */
export const tellsNext = (left: string): boolean => resetsTo.test(left) || opens.test(left);

/** Whether what is typed, tried or set comes next. */
export const pointsAt = (left: string): boolean => points.test(left);

/** Whether the name of something comes next. */
export const namesNext = (left: string): boolean => names.test(left);

/** Whether the word can be the password that the sentence is about. */
export const mayBeNext = (left: string, value: string): boolean =>
  moves.test(left) || apposed.test(left) || isChosen(value, left);
