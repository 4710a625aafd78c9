// Words that follow "password is …" or "lösenord: …" in ordinary sentences, so that they are no passwords.

const english = `
a about accepted access account accepted active actually added admin after again all allowed almost already also
always an and another any anyway apparently are as asked at attached authentication available back bad based be
because been before below best better blank blocked both box broken but by bytes can cannot can't case caused
changed changes character characters check checked clear cleared client compromised comes completely confidential
configured confirm confirmation confirmed correct corrupt correctly could created credential credentials
cracked current currently customer data date days default definitely deleted denied device did didn't different disabled
disappeared does doesn't don't done down due each easy easily eight either else email empty enabled encrypted enforced
enough enter entered error even ever every everyone exactly exceeded exists expire expired expires expiring exposed
false failed failing fails failure field field's fine first five fixed for forced forgot forgotten form format found
four free from fully generated get gets getting given gives go goes going gone good got guessable had handled has hash
hashed have having haven't help here hidden hint how however human i i'd i'll i'm i've identical if ignored illegal immediately
impossible in inactive incorrect indeed instead insecure input intact invalid irrelevant is isn't issue it it's its itself just keep kept
keeps known knows last later leaked least left length less let like likely link list literally locked log logged login long
longer looks lost lower lowercase mail mailed make makes mandatory manager many match matched matches matching maybe me
meant message might minimum mine mismatch missing mixed more most much must my name needed needs never new newer next nine no nobody
none nope normal normally not noted nothing now null number numbers obsolete of off ok okay old on once one online only
open optional or other our out outdated over overridden part per perhaps permanent permitted personal phone plain plaintext please policy
possible possibly present preserved pretty private probably problem prompt protected provided public question quite random
re really reason received recently recovery recognised recognized recovery refused rejected related remembered reminder
removed renewed repeated replaced request requested required requirements requires reset resets resetting restricted
revoked right rotated rule rules safe same saved says secure see seems sensitive send sending sensible sent separate separately server set
seven settings shared sharing short should show shown shows similar simple since six skipped so some someone something
somewhere soon special specified still stolen stored string strong stuff submitted succeeded successful such sufficient support
supported supposed sure symbols synced taken technically temporary ten text than that that's the their them then there these they
they're thing this three through ticket time timeout to together token tomorrow too true try turned two typed under unchanged undefined
under unencrypted unique unknown unless unlocked unsafe until unusable updated updating upon upper uppercase us use used user
username using usual valid validated verified version very via visible want was wasn't way we we'll weak week well were
what whatever when where which while who whole why will with within without won't word work worked working works worse would
wrong yes yesterday yet you you'll your yours zero withheld lost change error issue compat files systemd unset path accepting being internally externally value values case-sensitive read-only auto-generated two-factor
one-time self-service plain-text well-known up-to-date long-lived vault lastpass bitwarden keepass keepassxc dashlane onepassword passkey`;

const swedish = `
aktivt aldrig alla allt alltid alltså anges angetts annan annat använd användas används användaren att av avstängt avslaget
bad bara behöver behövs bekräftat bekräftas beror beställt bifogas bifogat blankt blev bli blir blivit blockerat bodde borde
borta bra bruten byt byta bytas byts bytt bytte bättre båda både check de del dem den denna dessa det detta dig din ditt
direkt dock dolt dom du där därför då dåligt efter eget egentligen ej eller en endast enkelt enligt er ert ersatt ett extra
fanns fast fel felaktig felaktigt finns flera flyttat fortfarande fram framgår från fråga fungerade fungera fungerar fyll
fyllas få får fått fältet fel för föråldrat förfallit förlorat först förstås genererat genererades ges gick giltig giltigt
gissningsbart gjort glömd glömdes glömt godkänd godkänt godkänns gäller gå går ha hade han har hackat helt hemlig hemligt hennes hittas
hittat hos hur i icke ifyllt igen igenom ihop in inaktivt inget ingen ingenting inklistrat inlagt innan innehåller inställt inte inskrivet intakt jag ju
just kan kanske kasserat klart knas knäckt knappt kom komma kommer kommit kopierat kort korrekt krav krypterad krypterat krypteras
kräver krävs kunde kunna känd känt känsligt lagrad lagras lagrat likadant ligger långt lång länk lätt läckt läggs löst man mask maskerat matas matar matchar med
medan mejlas mejlat mejl men mellan mer meddelande min mindre minst mitt mycket många måste möjligt namn ni nog nollställt
nollställs nollställ nu ny nya nyss nytt något någon några när obligatorisk obligatoriskt oförändrat ogiltig ogiltigt ok okej okänt olika om omöjligt ord också
per personligt planerat privat på raderat raderades redan rensat respektive rätt röjt roterat samma sant satt satts separat sedan
ses saknas sig sin sitt se sist ska skall skapat skapades skicka skickad skickade skickades skickar skickas skickats skickat skiftlägeskänsligt
skrev skriv skrivs skulle skyddat slumpat slumpmässigt slut sms snart som sparat sparas sparats spelar spärrat starkt stulet står stämde stämmer svagt
support synligt syns system sätta sätts så tack tagits tar taget telefon testa tidigare till tillbaka tillfälligt tillsvidare tillsammans tillåtet tom tomt tror trots två
tydligen tyvärr unikt uppdaterat upp uppgifter upprepat utan utgånget utgått ute uteslutet utloggad ändra ändrad ändrades ändras ändrat ändrats utfärdat
vad var vara varit vem verkar vet vi via vid vilket vill visas visst väldigt välj väl vänligen väntar är även återställ återställs återställt återställa åtkomst
översatt över överst krypterat hjälp byte problem ändring begäran önskas återställning skyddad ifylld utelämnat bortglömt kontot kommer okänd ogiltig separat muntligt muntligen telefonledes strular krånglar saknar brev ärende ärendet`;

/** what is said of passwords in Norwegian, Danish and German */
const neighbours =
  'feil forkert glemt ukorrekt riktig rigtigt ugyldig utløpt endret falsch richtig abgelaufen ungültig vergessen unbekannt geändert';

const all = `${english} ${swedish} ${neighbours}`.normalize('NFC').trim().split(/\s+/);
const words = new Set(all);

/** Endings of adjectives and participles: "rejected", "editable", "felaktigt", "nollställd". */
const describes =
  /(?:[^e]ed|ing|able|ible|less|ful|ory|ative|ized|ised|ades|ats|igt|ligt|klippt|bart|iskt|ande|ende|erat|erad|eras|löst|ställd|ställt)$/;

/** Whether a word (letters, no digit) says something about a password instead of being one. */
export function isOrdinaryWord(word: string): boolean {
  const lower = fold(word);
  return words.has(lower) || (lower.length > 5 && describes.test(lower));
}

/** Whether the word may still become an ordinary one while it is being typed. */
export function mayBecomeOrdinary(start: string): boolean {
  const lower = fold(start);
  return all.some((word) => word.startsWith(lower));
}

const fold = (word: string): string => word.toLowerCase().normalize('NFC').replaceAll('’', "'");
