// The words around several accounts in Swedish.
import type { Text } from './en.ts';
import type { enAccountKeyNames, enAccounts } from './en-accounts.ts';
import { number, plural } from './sv-numbers.ts';

export const svAccounts: Pick<Text, keyof typeof enAccounts> = {
  accounts: {
    title: 'Konton',
    all: 'Alla konton',
    one: 'Konto',
    unnamed: (position) => `Konto ${position}`,
    states: {
      starting: 'Startar',
      'signed-in': 'Inloggat',
      'signed-out': 'Utloggat',
      'keychain-locked': 'Nyckelringen är låst',
    },
    colour: 'Färg',
    colours: {
      blue: 'Blå',
      green: 'Grön',
      amber: 'Bärnsten',
      rose: 'Rosa',
      violet: 'Lila',
      teal: 'Turkos',
      orange: 'Orange',
      slate: 'Grå',
    },
    name: 'Namn',
    nameSays: 'Bara du ser det: i listan, vid svar och i aviseringar.',
    notKept: 'Det gick inte att spara. Det du skrev finns kvar här.',
    nameNotKept: 'Kontots namn gick inte att spara.',
    add: 'Lägg till konto',
    addSays: 'En annan kund hos HostUp, med en egen nyckel. Inget sparas om HostUp nekar nyckeln.',
    added: (name) => `${name} har lagts till.`,
    keyNeeded: 'Ange nyckeln som du fick i HostUps panel.',
    keyTooLong: 'Det är för långt för att vara en API-nyckel.',
    alreadyHere: 'Nyckeln hör till ett konto som redan finns här.',
    sameCustomer: (name) =>
      `Nyckeln ser samma ärenden som ${name}, som redan finns här. Ska ${name} använda den väljer du ”Byt nyckel” där.`,
    onlyOne: 'Den här körningen har bara ett konto: nyckeln gavs av miljön.',
    newKeyFor: (name) => `Ny nyckel för ${name}`,
    otherCustomer: 'Nyckeln måste vara samma kunds; lägg till ett konto för en annan kund.',
    signOutOf: (name) => `Logga ut ${name}`,
    signOutAsk: (name) => `Logga ut ${name} och ta bort kontot från datorn?`,
    signOutSays:
      'Kontots nyckel, sparade ärenden, utkast och svar som inte skickats tas bort; de andra kontona påverkas inte. HostUp behåller ärendena.',
    signedOut: (name) => `${name} är utloggat och borttaget från datorn.`,
    signOutAll: 'Logga ut alla konton',
    signOutAllAsk: 'Logga ut alla konton och ta bort allt från datorn?',
    signOutAllSays: (names) =>
      `Nycklarna, sparade ärenden, utkast och svar som inte skickats för ${names} tas bort. HostUp behåller ärendena.`,
    stillSignedIn: (names) => `Inte utloggat: ${names}.`,
    beingSent: (count) => `${number(count)} skickas just nu och kan ändå komma fram till HostUp.`,
    show: 'Visa konton',

    of: (name) => `konto ${name}`,
    needYou: (count) => `${plural(count, 'ärende', 'ärenden')} väntar på dig`,
    unread: (count) => plural(count, 'oläst', 'olästa'),
    replyAs: (name) => `Svara som ${name}`,
    sendsAs: (name) => `Svaret skickas genom kontot ${name} och inget annat.`,
    sameNumber: (number) => `Flera konton har #${number}. Välj ett av dem.`,
    foundIn: (name) => `Hittades i kontot ${name}.`,
    within: (view, name) => `${view} · ${name}`,

    choose: 'Välj konto',
    chooseFirst: 'Välj konto först; varje konto har egna avdelningar.',

    inTrouble: (count) => `${number(count)} konton har problem`,
    isSignedOut: (names, count) => `${names} är ${count === 1 ? 'utloggat' : 'utloggade'}.`,
    isLocked: (names) => `Nyckelringen lämnar inte ut nyckeln för ${names}.`,
    lockedSays: 'Ärendena finns här igen när den har låsts upp.',
    isReadOnly: (names) => `Du kan läsa ärenden för ${names}, men inte svara.`,
    troubles: {
      offline: (names) => `${names}: HostUp kan inte nås.`,
      error: (names) => `${names}: något är fel hos HostUp.`,
      paused: (names) => `${names}: HostUp har bett om en paus.`,
    },
    othersGoOn: 'De andra kontona fungerar som vanligt.',
    howEach: 'Hur det står till med varje konto',
    someWork: (count, of) => `${number(count)} av ${number(of)} aktuella`,
    cannotReply: (name) => `Du kan inte svara som ${name}.`,
    signedOutReply: (name) =>
      `${name} är utloggat. Ditt svar sparas här och skickas när kontot har fått en ny nyckel.`,
  },
};

export const svAccountKeyNames: typeof enAccountKeyNames = {
  nextAccount: 'Nästa konto, eller alla',
};
