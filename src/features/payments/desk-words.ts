import type { Phrase } from '#lib/i18n.ts'
import type { DifferenceKind } from './check-rules.ts'

/** What differs, and what there is to do about it. */
export const DIFFERENCES: Record<DifferenceKind, { title: Phrase; text: Phrase }> = {
  no_order: {
    title: { fr: 'Payé chez Stripe, sans commande ici', en: 'Paid at Stripe, no order here' },
    text: {
      fr: 'La commande n’est plus dans la boutique. Retrouvez l’acheteur dans Stripe, puis servez-le ou remboursez-le là-bas.',
      en: 'The order is no longer in the shop. Find the buyer in Stripe, then serve them or refund them there.',
    },
  },
  not_paid: {
    title: {
      fr: 'Payé chez Stripe, pas encore ici',
      en: 'Paid at Stripe, not here yet',
    },
    text: {
      fr: 'La boutique n’a pas pu noter ce paiement. Ouvrez la commande\u00a0; elle dit pourquoi.',
      en: 'The shop could not note this payment. Open the order: it says why.',
    },
  },
  twice: {
    title: { fr: 'Payée deux fois chez Stripe', en: 'Paid twice at Stripe' },
    text: {
      fr: 'Cette commande était déjà payée autrement. Retrouvez ce paiement-ci dans Stripe, puis remboursez-le là-bas.',
      en: 'This order was paid another way already. Find this payment in Stripe, then refund it there.',
    },
  },
  amount: {
    title: { fr: 'Le montant n’est pas le même', en: 'The amount is not the same' },
    text: {
      fr: 'Stripe a encaissé une autre somme que celle de la commande. Ne l’expédiez pas avant d’avoir compris\u00a0: elle s’annule et se rembourse depuis sa page.',
      en: 'Stripe took another sum than the order’s. Do not send it before you know why: its page lets you cancel and refund it.',
    },
  },
  not_at_stripe: {
    title: { fr: 'Payée ici, inconnue de Stripe', en: 'Paid here, unknown to Stripe' },
    text: {
      fr: 'Stripe n’a pas ce paiement. Vérifiez que la clé de la boutique est bien celle de votre compte.',
      en: 'Stripe does not have this payment. Check that the shop’s key is the one of your account.',
    },
  },
  not_told: {
    title: { fr: 'Une nouvelle de Stripe reste incomprise', en: 'News from Stripe not understood' },
    text: {
      fr: 'Elle parle d’une commande que la boutique ne voit pas. La boutique réessaie chaque nuit.',
      en: 'It speaks of an order that the shop does not see. The shop tries again every night.',
    },
  },
}

export const words = {
  title: { fr: 'Paiements', en: 'Payments' },
  place: {
    fr: 'Ce que Stripe a encaissé, comparé aux commandes',
    en: 'What Stripe took, compared with the orders',
  },
  text: {
    fr: 'Tous les quarts d’heure, la boutique demande à Stripe ce que sont devenus les paiements en attente. Chaque nuit, elle compare tout ce que Stripe a encaissé avec vos commandes. Une différence vous est écrite.',
    en: 'Every quarter of an hour the shop asks Stripe what became of the payments that wait. Every night it compares all that Stripe took with your orders. A difference is mailed to you.',
  },
  agree: {
    fr: 'Stripe et la boutique comptent pareil.',
    en: 'Stripe and the shop count the same.',
  },
  oneOpen: { fr: 'Une différence', en: 'One difference' },
  open: { fr: '{count} différences', en: '{count} differences' },
  lists: { fr: 'Différences', en: 'Differences' },
  listOpen: { fr: 'À regarder', en: 'To look at' },
  listAll: { fr: 'Toutes', en: 'All' },
  none: { fr: 'Aucune différence n’a jamais été trouvée.', en: 'No difference was ever found.' },
  order: { fr: 'Commande {number}', en: 'Order {number}' },
  seeOrder: { fr: 'Voir la commande', en: 'See the order' },
  atStripe: { fr: 'Chez Stripe\u00a0: {session}', en: 'At Stripe: {session}' },
  settled: { fr: 'Réglé {when}', en: 'Settled {when}' },
  found: { fr: 'Trouvé {when}', en: 'Found {when}' },
  runs: { fr: 'Dernières vérifications', en: 'Latest checks' },
  waitingRun: { fr: 'Paiements en attente', en: 'Payments that wait' },
  dayRun: { fr: 'Comparaison avec Stripe', en: 'Comparison with Stripe' },
  never: { fr: 'Pas encore', en: 'Not yet' },
  waitingDone: {
    fr: '{when}\u00a0: {asked} demandés, {settled} réglés',
    en: '{when}: {asked} asked for, {settled} settled',
  },
  dayDone: {
    fr: '{when}\u00a0: {sessions} paiements, {orders} commandes, {differences} différences',
    en: '{when}: {sessions} payments, {orders} orders, {differences} differences',
  },
  failed: {
    fr: '{when}\u00a0: Stripe n’a pas répondu. La boutique réessaie la nuit prochaine.',
    en: '{when}: Stripe did not answer. The shop tries again tomorrow night.',
  },
  askNow: { fr: 'Demander maintenant', en: 'Ask now' },
  compareNow: { fr: 'Comparer les 30 derniers jours', en: 'Compare the last 30 days' },
  doneAsked: { fr: 'Demandé à Stripe.', en: 'Stripe was asked.' },
  doneCompared: { fr: 'Comparé avec Stripe.', en: 'Compared with Stripe.' },
  down: {
    fr: 'Stripe ne répond pas. Rien n’a changé\u00a0; réessayez dans un moment.',
    en: 'Stripe does not answer. Nothing has changed: try again in a moment.',
  },
} satisfies Record<string, Phrase>
