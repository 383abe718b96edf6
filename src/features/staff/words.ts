import type { Phrase } from '#lib/i18n.ts'

/** The words of getting in. */
export const words = {
  hello: { fr: 'Bonjour.', en: 'Hello.' },
  signIn: { fr: 'Entrer', en: 'Sign in' },
  signInText: {
    fr: 'Votre doigt, votre visage ou le code de votre appareil suffit.',
    en: 'Your finger, your face or your device’s code is enough.',
  },
  signInAct: { fr: 'Entrer avec la clé d’accès', en: 'Sign in with the passkey' },
  noKey: { fr: 'Pas de clé sur cet appareil\u00a0?', en: 'No passkey on this device?' },
  code: { fr: 'Code de secours', en: 'Recovery code' },
  codeHint: {
    fr: 'Il ne sert qu’une fois, et ferme vos autres sessions.',
    en: 'It works once, and ends your other sessions.',
  },
  codeAct: { fr: 'Entrer avec un code', en: 'Sign in with a code' },
  wrong: {
    fr: 'Cela n’ouvre pas la porte. Vérifiez, puis recommencez.',
    en: 'That does not open the door. Check it, then try again.',
  },
  tooMany: {
    fr: 'Cinq codes refusés en une heure\u00a0: on attend une heure avant le prochain. La clé d’accès marche toujours.',
    en: 'Five codes were refused within an hour: wait an hour before the next one. The passkey still works.',
  },
  noScript: {
    fr: 'Une clé d’accès a besoin de JavaScript, que ce navigateur n’exécute pas.',
    en: 'A passkey needs JavaScript, which this browser does not run.',
  },
  cancelled: {
    fr: 'L’appareil n’a pas confirmé\u00a0: geste annulé, ou trop tard. Recommencez quand vous voulez.',
    en: 'The device did not confirm: cancelled, or too late. Try again whenever you like.',
  },
  unsupported: {
    fr: 'Ce navigateur ne connaît pas les clés d’accès. Essayez-en un plus récent.',
    en: 'This browser does not know passkeys. Try a more recent one.',
  },
  noAuthenticator: {
    fr: 'Cet appareil ne peut pas garder de clé. Activez son verrouillage, ou prenez une clé de sécurité.',
    en: 'This device cannot keep a passkey. Turn on its screen lock, or use a security key.',
  },
  known: {
    fr: 'Cet appareil a déjà votre clé\u00a0: prenez-en un autre.',
    en: 'This device already has your passkey: use another one.',
  },
  failed: {
    fr: 'La boutique n’a pas répondu. Rechargez la page, puis recommencez.',
    en: 'The shop did not answer. Reload the page, then try again.',
  },
  waiting: { fr: 'L’appareil vous demande…', en: 'Your device is asking…' },
  setUp: { fr: 'Faites votre clé.', en: 'Make your key.' },
  setUpText: {
    fr: 'Pas de mot de passe ici\u00a0: votre appareil garde une clé, que votre doigt ou votre visage débloque.',
    en: 'There is no password here: your device keeps a key, which your finger or your face unlocks.',
  },
  name: { fr: 'Votre nom', en: 'Your name' },
  nameHint: {
    fr: 'Celui que l’équipe lit dans le registre.',
    en: 'The one that the team reads in the log.',
  },
  keyName: { fr: 'Nom de la clé', en: 'Name of the key' },
  keyNameHint: {
    fr: 'Pour la reconnaître\u00a0: «\u00a0Téléphone\u00a0», «\u00a0Atelier\u00a0».',
    en: 'To tell it from others: “Phone”, “Workshop”.',
  },
  setUpAct: { fr: 'Créer la clé d’accès', en: 'Make the passkey' },
  setUpWrong: {
    fr: 'La clé n’a pas pu être vérifiée. Recommencez.',
    en: 'The key could not be checked. Try again.',
  },
  overTitle: { fr: 'Ce lien n’ouvre plus rien.', en: 'This link opens nothing any more.' },
  overText: {
    fr: 'Il a servi, ou il a plus de sept jours. Demandez-en un autre à qui tient la boutique.',
    en: 'It was used, or it is more than seven days old. Ask whoever keeps the shop for another.',
  },
  codesTitle: { fr: 'Huit codes, au cas où.', en: 'Eight codes, just in case.' },
  codesText: {
    fr: 'Si vous perdez tous vos appareils, un de ces codes vous fait entrer. Chacun sert une fois.',
    en: 'If you lose every device, one of these codes lets you in. Each works once.',
  },
  codesAdvice: {
    fr: 'Ils ne seront plus jamais affichés. Imprimez cette page ou recopiez-les, loin de vos appareils.',
    en: 'They will never be shown again. Print this page or copy them, away from your devices.',
  },
  codesNext: {
    fr: 'Ensuite, ajoutez une deuxième clé\u00a0: un appareil se perd plus vite qu’on ne croit.',
    en: 'Then add a second key: a device is lost sooner than one thinks.',
  },
  addSecond: { fr: 'Ajouter une deuxième clé', en: 'Add a second key' },
  done: { fr: 'C’est noté', en: 'I have them' },
} satisfies Record<string, Phrase>

export const ROLE_WORDS = {
  owner: { fr: 'tient la boutique', en: 'owner' },
  helper: { fr: 'aide aux commandes et au stock', en: 'helps with orders and stock' },
} satisfies Record<'owner' | 'helper', Phrase>

/** The words of one's own access, and of the team's. */
export const accessWords = {
  account: { fr: 'Mon accès', en: 'My access' },
  accountText: { fr: '{name}, {role}.', en: '{name}, {role}.' },
  keys: { fr: 'Clés d’accès', en: 'Passkeys' },
  oneKey: {
    fr: 'Une seule clé\u00a0: si cet appareil se perd, il ne reste que les codes. Ajoutez-en une sur un autre.',
    en: 'Only one key: if this device is lost, only the codes remain. Add one on another device.',
  },
  made: { fr: 'faite le {day}', en: 'made on {day}' },
  used: { fr: 'servie le {day}', en: 'used on {day}' },
  addKey: { fr: 'Ajouter une clé', en: 'Add a key' },
  remove: { fr: 'Retirer', en: 'Remove' },
  removeKeyText: {
    fr: 'Elle n’ouvrira plus rien. Effacez-la aussi de l’appareil.',
    en: 'It will open nothing any more. Delete it from the device too.',
  },
  removeKeyAct: { fr: 'Retirer cette clé', en: 'Remove this key' },
  sessions: { fr: 'Sessions ouvertes', en: 'Open sessions' },
  here: { fr: 'ici', en: 'here' },
  unknownBrowser: { fr: 'Navigateur inconnu', en: 'Unknown browser' },
  seen: { fr: 'vue {day}', en: 'seen {day}' },
  end: { fr: 'Fermer', en: 'End' },
  codes: { fr: 'Codes de secours', en: 'Recovery codes' },
  codeLeft: { fr: 'Il reste {count} code.', en: '{count} code left.' },
  codesLeft: { fr: 'Il reste {count} codes.', en: '{count} codes left.' },
  newCodes: { fr: 'Faire de nouveaux codes', en: 'Make new codes' },
  newCodesText: {
    fr: 'Les anciens ne serviront plus.',
    en: 'The old ones will not work any more.',
  },
  newCodesAct: { fr: 'Remplacer les codes', en: 'Replace the codes' },
  language: { fr: 'Langue', en: 'Language' },
  change: { fr: 'Changer', en: 'Change' },
  doneKey: { fr: 'La clé est ajoutée.', en: 'The key is added.' },
  doneRemoved: { fr: 'C’est retiré.', en: 'It is removed.' },
  doneEnded: { fr: 'La session est fermée.', en: 'The session is ended.' },
  doneLanguage: { fr: 'La langue est changée.', en: 'The language is changed.' },
  doneCode: {
    fr: 'Vous êtes là grâce à un code, et vos autres sessions sont fermées. Retirez la clé perdue, ajoutez-en une.',
    en: 'A code let you in, and your other sessions are ended. Remove the lost key, add another.',
  },
  refused: { fr: 'Cela ne se peut pas.', en: 'That cannot be done.' },
  lastKey: {
    fr: 'La dernière clé reste\u00a0: ajoutez-en une autre d’abord.',
    en: 'The last key stays: add another one first.',
  },
  staff: { fr: 'Équipe', en: 'Staff' },
  you: { fr: 'vous', en: 'you' },
  since: { fr: 'depuis le {day}', en: 'since {day}' },
  removeStaffText: {
    fr: 'Ses sessions se ferment, ses clés et ses codes n’ouvrent plus rien. Le registre garde ce qui a été fait.',
    en: 'Their sessions end, their keys and codes open nothing. The log keeps what they did.',
  },
  removeStaffAct: { fr: 'Retirer {name}', en: 'Remove {name}' },
  invite: { fr: 'Inviter quelqu’un', en: 'Invite somebody' },
  inviteText: {
    fr: 'Un lien, valable une fois et sept jours, à transmettre vous-même.',
    en: 'A link that works once, for seven days. You pass it on yourself.',
  },
  owner: { fr: 'Tient la boutique', en: 'Owner' },
  helper: { fr: 'Aide', en: 'Helper' },
  role: { fr: 'Son rôle', en: 'Their role' },
  roleOwner: { fr: 'Tient la boutique\u00a0: tout', en: 'Owner: everything' },
  roleHelper: {
    fr: 'Aide\u00a0: commandes et stock, ni réglages ni remboursements',
    en: 'Helper: orders and stock, no settings, no refunds',
  },
  inviteAct: { fr: 'Faire le lien', en: 'Make the link' },
  linkTitle: { fr: 'Voici le lien.', en: 'Here is the link.' },
  linkText: {
    fr: 'Il fait entrer qui l’ouvre en premier, jusqu’au {day}. Il ne sera plus affiché.',
    en: 'It lets in whoever opens it first, until {day}. It will not be shown again.',
  },
  linkLabel: { fr: 'Lien d’invitation', en: 'Invitation link' },
  backToStaff: { fr: 'Équipe', en: 'Staff' },
  waiting: { fr: 'Invitations en attente', en: 'Waiting invitations' },
  until: { fr: 'jusqu’au {day}', en: 'until {day}' },
  withdraw: { fr: 'Reprendre', en: 'Withdraw' },
} satisfies Record<string, Phrase>
