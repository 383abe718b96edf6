import type { Phrase } from '#lib/i18n.ts'

/** What each act of the log says after the name of whoever did it. `{…}` are the facts of the line. */
export const ACTS: Partial<Record<string, Phrase>> = {
  'stock.moved': {
    fr: 'a noté un mouvement de stock ({quantity}, {reason}).',
    en: 'noted a stock movement ({quantity}, {reason}).',
  },
  'stock.counted': {
    fr: 'a compté le stock\u00a0: {pieces} écarts.',
    en: 'counted the stock: {pieces} differences.',
  },
  'stock.threshold': { fr: 'a changé le seuil d’une pièce.', en: 'changed when a piece runs low.' },
  'mail.sent_again': {
    fr: 'a renvoyé un e-mail ({template}).',
    en: 'sent a mail again ({template}).',
  },
  'payments.asked': { fr: 'a demandé des nouvelles à Stripe.', en: 'asked Stripe for news.' },
  'payments.compared': { fr: 'a comparé avec Stripe.', en: 'compared with Stripe.' },
  'mail.tested': { fr: 'a envoyé un e-mail d’essai.', en: 'sent a test mail.' },
  'message.answered': { fr: 'a répondu à un message.', en: 'answered a message.' },
  'message.read': { fr: 'a marqué un message comme lu.', en: 'marked a message as read.' },
  'message.unread': { fr: 'a remis un message à lire.', en: 'marked a message as unread.' },
  'message.deleted': { fr: 'a supprimé un message.', en: 'deleted a message.' },
  'customer.noted': { fr: 'a écrit une note sur un client.', en: 'wrote a note on a customer.' },
  'person.exported': {
    fr: 'a exporté les données d’une personne ({format}).',
    en: 'exported a person’s data ({format}).',
  },
  'person.erased': {
    fr: 'a effacé une personne\u00a0: commandes\u00a0: {orders}, messages\u00a0: {messages}, preuves archivées\u00a0: {kept}.',
    en: 'erased a person: orders: {orders}, messages: {messages}, archived proofs: {kept}.',
  },
  'proof.fetched': {
    fr: 'a pris la preuve archivée de la commande {order}.',
    en: 'took the archived proof of order {order}.',
  },
  'shop.forgot': {
    fr: 'a oublié ce qui ne se garde plus\u00a0: acheteurs sans paiement\u00a0: {unpaid}, messages\u00a0: {messages}, clients\u00a0: {customers}, preuves\u00a0: {proofs}, factures et avoirs\u00a0: {documents}.',
    en: 'forgot what is kept no longer: buyers without payment: {unpaid}, messages: {messages}, customers: {customers}, proofs: {proofs}, invoices and credit notes: {documents}.',
  },
  'backup.made': { fr: 'a sauvegardé la boutique.', en: 'backed the shop up.' },
  'backup.pictures': { fr: 'a sauvegardé les photos.', en: 'backed the pictures up.' },
  'staff.invited': {
    fr: 'a fait une invitation {role}.',
    en: 'made an invitation {role}.',
  },
  'staff.uninvited': {
    fr: 'a repris une invitation {role}.',
    en: 'withdrew an invitation {role}.',
  },
  'staff.joined': { fr: 'a rejoint l’équipe.', en: 'joined the team.' },
  'staff.removed': { fr: 'a retiré {name} de l’équipe.', en: 'removed {name} from the team.' },
  'staff.language': {
    fr: 'lit l’arrière-boutique en {lang}.',
    en: 'reads the back office in {lang}.',
  },
  'session.opened': { fr: 'a ouvert une session avec {by}.', en: 'opened a session with {by}.' },
  'session.ended': { fr: 'a fermé une session.', en: 'ended a session.' },
  'passkey.added': {
    fr: 'a ajouté la clé «\u00a0{name}\u00a0».',
    en: 'added the key “{name}”.',
  },
  'passkey.removed': {
    fr: 'a retiré la clé «\u00a0{name}\u00a0».',
    en: 'removed the key “{name}”.',
  },
  'code.used': {
    fr: 'a utilisé un code de secours\u00a0; les autres sessions sont fermées.',
    en: 'used a recovery code; the other sessions were ended.',
  },
  'codes.renewed': {
    fr: 'a fait de nouveaux codes de secours.',
    en: 'made new recovery codes.',
  },
  'product.made': {
    fr: 'a créé la pièce «\u00a0{piece}\u00a0».',
    en: 'made the piece “{piece}”.',
  },
  'product.saved': {
    fr: 'a modifié la pièce «\u00a0{piece}\u00a0».',
    en: 'changed the piece “{piece}”.',
  },
  'product.published': {
    fr: 'a mis en ligne la pièce «\u00a0{piece}\u00a0».',
    en: 'put the piece “{piece}” in the shop.',
  },
  'product.came_out': {
    fr: 'a sorti à l’heure dite la pièce «\u00a0{piece}\u00a0».',
    en: 'brought out the piece “{piece}” at its hour.',
  },
  'product.options': {
    fr: 'a changé les options de «\u00a0{piece}\u00a0»\u00a0: {variants} déclinaisons.',
    en: 'changed the options of “{piece}”: {variants} variants.',
  },
  'product.file': {
    fr: 'a déposé le fichier {file}.',
    en: 'sent the file {file}.',
  },
  'product.preview_opened': {
    fr: 'a créé un lien d’aperçu.',
    en: 'made a preview link.',
  },
  'product.preview_closed': {
    fr: 'a retiré un lien d’aperçu.',
    en: 'took a preview link back.',
  },
  'order.parcel_sent': {
    fr: 'a expédié un colis de la commande {order}.',
    en: 'sent a parcel of order {order}.',
  },
  'order.in_making': {
    fr: 'a dit la commande {order} en fabrication.',
    en: 'said that order {order} is being made.',
  },
  'order.packed': {
    fr: 'a dit la commande {order} emballée.',
    en: 'said that order {order} is packed.',
  },
  'order.dispute_lost': {
    fr: 'a rendu l’argent de la commande {order} à l’acheteur\u00a0: litige perdu.',
    en: 'gave the money of order {order} back to the buyer: dispute lost.',
  },
  'order.ready': {
    fr: 'a dit la commande {order} prête au retrait.',
    en: 'said that order {order} is ready to collect.',
  },
  'order.delivered': {
    fr: 'a dit la commande {order} livrée.',
    en: 'said that order {order} was delivered.',
  },
  'order.noted': {
    fr: 'a écrit une note sur la commande {order}.',
    en: 'wrote a note on order {order}.',
  },
  'order.address_changed': {
    fr: 'a corrigé l’adresse de la commande {order}.',
    en: 'corrected the address of order {order}.',
  },
  'order.refunded': {
    fr: 'a lancé un remboursement de la commande {order}.',
    en: 'started a refund of order {order}.',
  },
  'order.refund_failed': {
    fr: 'a refusé un remboursement de la commande {order}.',
    en: 'refused a refund of order {order}.',
  },
  'order.late_refunded': {
    fr: 'a encaissé trop tard une commande annulée\u00a0: tout est remboursé.',
    en: 'took the money of a cancelled order too late: all of it goes back.',
  },
  'order.cancelled': {
    fr: 'a annulé la commande {order}.',
    en: 'cancelled order {order}.',
  },
  'order.written': {
    fr: 'a écrit la commande {order} pour un acheteur.',
    en: 'wrote order {order} for a buyer.',
  },
  'order.mail_resent': {
    fr: 'a renvoyé un e-mail de la commande {order}.',
    en: 'sent a mail of order {order} again.',
  },
  'picture.added': { fr: 'a ajouté une photo à {piece}.', en: 'added a picture to {piece}.' },
  'picture.moved': {
    fr: 'a mis une photo de {piece} en place {to}.',
    en: 'put a picture of {piece} in place {to}.',
  },
  'picture.described': {
    fr: 'a décrit une photo de {piece}.',
    en: 'described a picture of {piece}.',
  },
  'picture.removed': { fr: 'a retiré une photo de {piece}.', en: 'removed a picture of {piece}.' },
  'settings.shop': {
    fr: 'a changé l’identité de la boutique.',
    en: 'changed the identity of the shop.',
  },
  'settings.legal': { fr: 'a changé les mentions légales.', en: 'changed the legal notice.' },
  'settings.dispatch': {
    fr: 'a changé les départs et promesses de l’atelier.',
    en: 'changed the dispatch and promises of the workshop.',
  },
  'settings.stock': {
    fr: 'a changé le seuil de stock bas.',
    en: 'changed the threshold of low stock.',
  },
  'settings.carriers': { fr: 'a changé les transporteurs.', en: 'changed the carriers.' },
  'settings.holiday': { fr: 'a changé les congés.', en: 'changed the holiday.' },
  'settings.tax': { fr: 'a changé le régime de TVA.', en: 'changed the VAT regime.' },
  'tax.rate_added': {
    fr: 'a ajouté un taux de TVA\u00a0: {country}, {rate}\u00a0% dès le {from}.',
    en: 'added a VAT rate: {country}, {rate}% from {from}.',
  },
  'tax.rate_removed': {
    fr: 'a retiré un taux de TVA à venir\u00a0: {country}, dès le {from}.',
    en: 'removed a coming VAT rate: {country}, from {from}.',
  },
  'tax.rates_filled': {
    fr: 'a rempli les taux normaux de l’Union européenne.',
    en: 'filled in the standard rates of the European Union.',
  },
  'delivery.added': { fr: 'a ajouté la livraison {title}.', en: 'added the delivery {title}.' },
  'delivery.changed': { fr: 'a changé la livraison {title}.', en: 'changed the delivery {title}.' },
  'delivery.removed': { fr: 'a retiré la livraison {title}.', en: 'removed the delivery {title}.' },
  'delivery.moved': {
    fr: 'a changé l’ordre des livraisons.',
    en: 'changed the order of the deliveries.',
  },
  'post.saved': { fr: 'a enregistré l’article {slug}.', en: 'saved the post {slug}.' },
  'post.removed': { fr: 'a supprimé l’article {slug}.', en: 'deleted the post {slug}.' },
  'page.saved': { fr: 'a enregistré la page {slug}.', en: 'saved the page {slug}.' },
  'page.removed': { fr: 'a supprimé la page {slug}.', en: 'deleted the page {slug}.' },
  'settings.home': { fr: 'a changé l’accueil.', en: 'changed the home page.' },
  'settings.changed': { fr: 'a changé les e-mails.', en: 'changed the mails.' },
  'settings.menus': { fr: 'a changé les menus.', en: 'changed the menus.' },
  'settings.theme': { fr: 'a changé l’apparence.', en: 'changed the look.' },
  'promotion.added': {
    fr: 'a fait l’offre «\u00a0{title}\u00a0».',
    en: 'made the offer “{title}”.',
  },
  'promotion.changed': {
    fr: 'a changé l’offre «\u00a0{title}\u00a0».',
    en: 'changed the offer “{title}”.',
  },
  'promotion.paused': {
    fr: 'a mis l’offre «\u00a0{title}\u00a0» en pause.',
    en: 'paused the offer “{title}”.',
  },
  'promotion.resumed': {
    fr: 'a repris l’offre «\u00a0{title}\u00a0».',
    en: 'resumed the offer “{title}”.',
  },
  'promotion.removed': {
    fr: 'a supprimé l’offre «\u00a0{title}\u00a0».',
    en: 'deleted the offer “{title}”.',
  },
  'bulk.price': {
    fr: 'a changé les prix de {pieces} pièce(s) d’un coup.',
    en: 'changed the prices of {pieces} piece(s) at once.',
  },
  'bulk.state': {
    fr: 'a changé l’état de {pieces} pièce(s) d’un coup.',
    en: 'changed the state of {pieces} piece(s) at once.',
  },
  'bulk.join': {
    fr: 'a rangé {pieces} pièce(s) dans une collection.',
    en: 'put {pieces} piece(s) into a collection.',
  },
  'bulk.leave': {
    fr: 'a retiré {pieces} pièce(s) d’une collection.',
    en: 'took {pieces} piece(s) out of a collection.',
  },
  'bulk.stock': {
    fr: 'a ajouté au stock de {pieces} pièce(s) d’un coup.',
    en: 'added to the stock of {pieces} piece(s) at once.',
  },
  'bulk.undone': {
    fr: 'a annulé une modification de {pieces} pièce(s).',
    en: 'undid a change of {pieces} piece(s).',
  },
  'product.duplicated': {
    fr: 'a dupliqué une pièce en «\u00a0{slug}\u00a0».',
    en: 'duplicated a piece as “{slug}”.',
  },
  'collection.added': {
    fr: 'a créé la collection «\u00a0{slug}\u00a0».',
    en: 'made the collection “{slug}”.',
  },
  'collection.saved': {
    fr: 'a modifié la collection «\u00a0{slug}\u00a0».',
    en: 'changed the collection “{slug}”.',
  },
  'collection.placed': {
    fr: 'a changé l’ordre des collections.',
    en: 'changed the order of the collections.',
  },
  'collection.removed': {
    fr: 'a supprimé la collection «\u00a0{slug}\u00a0».',
    en: 'deleted the collection “{slug}”.',
  },
  'sale.planned': {
    fr: 'a prévu la réduction «\u00a0{title}\u00a0».',
    en: 'planned the sale “{title}”.',
  },
  'sale.begun': {
    fr: 'a commencé la réduction «\u00a0{title}\u00a0».',
    en: 'began the sale “{title}”.',
  },
  'sale.ended': {
    fr: 'a fini la réduction «\u00a0{title}\u00a0».',
    en: 'ended the sale “{title}”.',
  },
  'sale.removed': {
    fr: 'a supprimé la réduction «\u00a0{title}\u00a0».',
    en: 'deleted the sale “{title}”.',
  },
}
