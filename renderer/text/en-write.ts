// The words around writing in English: the composer, replies on their way, a new ticket.
import { limits } from '../../electron/contract/calls.ts';
import { number, plural } from './en-numbers.ts';

export const enWrite = {
  // outgoing replies
  outgoing: {
    queued: 'Waiting to be sent',
    sending: 'Sending…',
    unknown: 'Checking whether it arrived',
    'needs-user': 'Could not be confirmed',
    rejected: 'Not accepted',
    sent: 'Sent',
    discarded: 'Discarded',
  },
  stored: (time: string) => `Stored by HostUp ${time}`,
  nextAttempt: (time: string) => `Next try ${time}`,
  alertReply: (number: string) => `Your reply to #${number} could not be confirmed`,
  alertCreate: 'Your new ticket could not be confirmed',
  alertSays: 'The connection broke after it was sent, and HostUp does not show it. It may still arrive.',
  alertUnseen: 'The connection broke after it was sent, and whether it arrived could not be seen.',
  alertRecovered:
    'It was recovered after damage on this computer. Check whether it arrived before you send it again.',
  showLess: 'Show less',
  notSentYet: 'Not sent yet',
  notSentYetSays: 'HostUp does not know of this ticket. It leaves by itself once HostUp can be reached.',
  notSentCall: 'Not sent yet — call HostUp',
  notSentCallSays:
    'HostUp does not know of this critical ticket. It leaves by itself once HostUp can be reached, but do not wait for that.',
  notSentSignedOut: 'HostUp does not know of this ticket. It leaves by itself when you have signed in.',
  notSentCallSignedOut:
    'HostUp does not know of this critical ticket. It leaves by itself when you have signed in, but do not wait for that.',
  goesWithKey: 'goes out when you have signed in',
  goesAfterOther: 'goes out once it is clear what became of the one before',
  callHostUp: (host: string) =>
    `It is critical: call HostUp. The number is at ${host}: open that on another device if this one is offline.`,
  rejectedReply: (number: string) => `Your reply to #${number} was not accepted`,
  rejectedCreate: 'Your new ticket was not accepted',
  heldCreate: 'Your new ticket is not sent',
  heldCreateSays: 'It was taken back to be changed, and stays here until you send it.',
  createdAs: (number: string) => `Created as #${number}`,
  replyTo: (number: string) => `Reply to #${number}`,
  sendAgain: 'Send again',
  checkAgain: 'Check again',
  copyText: 'Copy text',
  strandedDraft: 'What you wrote is kept here, but it cannot be sent from this ticket.',
  discard: 'Discard',
  discardAsk: 'Discard this text for good?',
  keepText: 'Keep it',
  edit: 'Edit',
  reopenAndSend: 'Reopen and send',
  encryptedReply: 'Encrypted reply',
  queuedSince: (when: string) => `written ${when}`,

  // composer
  reply: 'Reply',
  replyPlaceholder: 'Write a reply…',
  encrypted: 'Encrypted',
  encryptedSays: 'Marked as sensitive: masked here, and left out of search and notifications.',
  send: 'Send',
  draftSaved: 'Draft saved',
  draftSaving: 'Saving…',
  draftFailed: 'Draft not saved',
  tooLong: (over: number) =>
    `${plural(over, 'character', 'characters')} too long. HostUp takes ${number(limits.text)}.`,
  tooLongToKeep: (over: number) =>
    `It is also too long to be kept: shorten it by ${plural(over, 'character', 'characters')}, else it is lost when this page closes.`,
  left: (count: number) => `${plural(count, 'character', 'characters')} left`,
  overtaken: (name: string) => `${name} answered while you were writing.`,
  secretLooks: {
    password: 'This looks like it contains a password.',
    'private-key': 'This looks like it contains a private key.',
    token: 'This looks like it contains an API key or token.',
    card: 'This looks like it contains a card number.',
    'connection-string': 'This looks like it contains an address with a password in it.',
  },
  markEncrypted: 'Mark as encrypted',
  notSecret: 'Not a secret',
  closedSendReopens: 'This ticket is closed. Sending a reply opens it again.',
  cannotReply: 'You cannot reply with this key.',
  checkSignedOut: 'You are signed out: enter a key first, then HostUp can be asked.',
  closeKeepsDraft: 'What you have written and not sent is kept as a draft.',
  closeManyKeepsDrafts: 'What you have written and not sent in them is kept as drafts.',
  signedOutReply: 'You are signed out. Your reply is kept here and goes out when you have signed in.',

  // new ticket
  newTicketTitle: 'New ticket',
  department: 'Department',
  departmentsPartial:
    'The key may not list all departments (scope read:account); these are known from your tickets.',
  departmentsNone:
    'No departments are known: the key lacks the scope read:account, and there are no tickets yet.',
  subject: 'Subject',
  message: 'Message',
  priorityLabel: 'Priority',
  criticalReason: 'Why is it critical?',
  criticalReasonSays:
    'HostUp requires it with this priority. It must explain the customer impact: what is down, and who is affected?',
  ccLabel: 'Copy to',
  ccSays: 'E-mail addresses; Enter or a comma ends one',
  serviceType: 'Kind of service',
  noService: 'None',
  serviceId: 'Identity of the service',
  optional: 'optional',
  createTicket: 'Create ticket',
  clearForm: 'Clear',
  clearFormAsk: 'Clear everything you filled in?',
  formInUse: 'The form holds another ticket. Create or clear that one first.',
  olderWent: 'An earlier version of this is already on its way. What you changed since is still here.',
  fieldProblems: {
    required: 'This is needed.',
    'too-long': 'This is too long.',
    'too-many': 'At most 20 addresses.',
    address: 'One of these is not an e-mail address.',
  },
  notSecretHere:
    'A new ticket cannot be encrypted: leave it out here, and send it as an encrypted reply afterwards.',
};
