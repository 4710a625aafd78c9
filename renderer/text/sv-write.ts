// The words around writing in Swedish.
import { limits } from '../../electron/contract/calls.ts';
import type { Text } from './en.ts';
import type { enWrite } from './en-write.ts';
import { number } from './sv-numbers.ts';

export const svWrite: Pick<Text, keyof typeof enWrite> = {
  outgoing: {
    queued: 'Väntar på att skickas',
    sending: 'Skickar…',
    unknown: 'Kontrollerar om det kom fram',
    'needs-user': 'Kunde inte bekräftas',
    rejected: 'Avvisat',
    sent: 'Skickat',
    discarded: 'Kastat',
  },
  stored: (time) => `Mottaget av HostUp ${time}`,
  nextAttempt: (time) => `Nästa försök ${time}`,
  alertReply: (number) => `Ditt svar på #${number} kunde inte bekräftas`,
  alertCreate: 'Ditt nya ärende kunde inte bekräftas',
  alertSays:
    'Anslutningen bröts efter att det skickats, och det syns inte hos HostUp. Det kan fortfarande komma fram.',
  alertUnseen: 'Anslutningen bröts efter att det skickats, och det gick inte att se om det kom fram.',
  alertRecovered:
    'Det räddades efter en skada på datorn. Kontrollera om det kom fram innan du skickar det igen.',
  showLess: 'Visa mindre',
  notSentYet: 'Inte skickat än',
  notSentYetSays: 'HostUp känner inte till ärendet. Det skickas av sig självt när HostUp går att nå.',
  notSentCall: 'Inte skickat än – ring HostUp',
  notSentCallSays:
    'HostUp känner inte till det kritiska ärendet. Det skickas av sig självt när HostUp går att nå, men vänta inte på det.',
  notSentSignedOut: 'HostUp känner inte till ärendet. Det skickas av sig självt när du har loggat in.',
  notSentCallSignedOut:
    'HostUp känner inte till det kritiska ärendet. Det skickas av sig självt när du har loggat in, men vänta inte på det.',
  goesWithKey: 'skickas när du har loggat in',
  goesAfterOther: 'skickas när det är klart vad som hände med svaret före',
  callHostUp: (host) =>
    `Det är kritiskt: ring HostUp. Numret står på ${host}: öppna den från en annan enhet om den här är offline.`,
  rejectedReply: (number) => `Ditt svar på #${number} avvisades`,
  rejectedCreate: 'Ditt nya ärende avvisades',
  heldCreate: 'Ditt nya ärende är inte skickat',
  heldCreateSays: 'Det togs tillbaka för att ändras och ligger kvar här tills du skickar det.',
  createdAs: (number) => `Skapat som #${number}`,
  replyTo: (number) => `Svar på #${number}`,
  sendAgain: 'Skicka igen',
  checkAgain: 'Kontrollera igen',
  copyText: 'Kopiera text',
  strandedDraft: 'Det du skrev finns kvar här, men kan inte skickas från det här ärendet.',
  discard: 'Kasta',
  discardAsk: 'Kasta texten för gott?',
  keepText: 'Behåll',
  edit: 'Redigera',
  reopenAndSend: 'Öppna igen och skicka',
  encryptedReply: 'Krypterat svar',
  queuedSince: (when) => `skrivet ${when}`,

  reply: 'Svar',
  replyPlaceholder: 'Skriv ett svar…',
  encrypted: 'Krypterad',
  encryptedSays: 'Märks som känsligt: döljs här och tas inte med i sökning och aviseringar.',
  send: 'Skicka',
  draftSaved: 'Utkast sparat',
  draftSaving: 'Sparar…',
  draftFailed: 'Utkastet är inte sparat',
  tooLong: (over) => `${number(over)} tecken för långt. HostUp tar emot ${number(limits.text)}.`,
  tooLongToKeep: (over) =>
    `Texten är också för lång för att sparas: korta den med ${number(over)} tecken, annars försvinner den när sidan stängs.`,
  left: (count) => `${number(count)} tecken kvar`,
  overtaken: (name) => `${name} svarade medan du skrev.`,
  secretLooks: {
    password: 'Det här ser ut att innehålla ett lösenord.',
    'private-key': 'Det här ser ut att innehålla en privat nyckel.',
    token: 'Det här ser ut att innehålla en API-nyckel eller en token.',
    card: 'Det här ser ut att innehålla ett kortnummer.',
    'connection-string': 'Det här ser ut att innehålla en adress med ett lösenord i.',
  },
  markEncrypted: 'Kryptera svaret',
  notSecret: 'Ingen hemlighet',
  closedSendReopens: 'Ärendet är stängt. Det öppnas igen när du skickar ett svar.',
  cannotReply: 'Du kan inte svara med den här nyckeln.',
  checkSignedOut: 'Du är utloggad: ange en nyckel först, sedan kan HostUp tillfrågas.',
  closeKeepsDraft: 'Det du har skrivit men inte skickat sparas som utkast.',
  closeManyKeepsDrafts: 'Det du har skrivit men inte skickat i dem sparas som utkast.',
  signedOutReply: 'Du är utloggad. Ditt svar sparas här och skickas när du har loggat in.',

  newTicketTitle: 'Nytt ärende',
  department: 'Avdelning',
  departmentsPartial:
    'Nyckeln får inte lista alla avdelningar (behörigheten read:account); de här är kända från dina ärenden.',
  departmentsNone:
    'Inga avdelningar är kända: nyckeln saknar behörigheten read:account, och det finns inga ärenden än.',
  subject: 'Rubrik',
  message: 'Meddelande',
  priorityLabel: 'Prioritet',
  criticalReason: 'Varför är det kritiskt?',
  criticalReasonSays:
    'HostUp kräver det vid den här prioriteten. Det ska förklara hur kunden påverkas: vad ligger nere, och vilka drabbas?',
  ccLabel: 'Kopia till',
  ccSays: 'E-postadresser; Enter eller ett kommatecken avslutar en',
  serviceType: 'Typ av tjänst',
  noService: 'Ingen',
  serviceId: 'Tjänstens id',
  optional: 'valfritt',
  createTicket: 'Skapa ärende',
  clearForm: 'Rensa',
  clearFormAsk: 'Rensa allt du fyllt i?',
  formInUse: 'Formuläret innehåller ett annat ärende. Skapa eller rensa det först.',
  olderWent: 'En tidigare version är redan på väg. Det du har ändrat sedan dess finns kvar här.',
  fieldProblems: {
    required: 'Fyll i det här.',
    'too-long': 'Det här är för långt.',
    'too-many': 'Högst 20 adresser.',
    address: 'En av dem är ingen e-postadress.',
  },
  notSecretHere:
    'Ett nytt ärende kan inte krypteras: utelämna det här och skicka det som ett krypterat svar efteråt.',
};
