// Common first and last names, and sentences that people write to a shop for garden tools. A bar divides a name from how it is written in an address.
const list = (text) => text.split(/\s*,\s*/);

/** By locale: how many of a hundred customers, the region of their telephone, names. */
export const people = {
  fr: {
    share: 52,
    region: 'fr',
    first: list(
      'Camille, Louis, Manon, Théo, Chloé, Lucas, Inès, Hugo, Jade, Nathan, Zoé, Gabriel, Anaïs, Jules, Éloïse, Raphaël, Margaux, Antoine, Françoise, Jean-Luc, Noémie, Bastien, Agnès, Cédric, Solène, Karim, Fatou, Mathis',
    ),
    last: list(
      'Bernard, Dubois, Thomas, Robert, Richard, Petit, Durand, Leroy, Moreau, Simon, Laurent, Lefèvre, Michel, Garcia, David, Bertrand, Roux, Vincent, Fournier, Morel, Girard, André, Mercier, Dupont, Lambert, Bonnet, François, Benali, Diallo, N’Diaye|ndiaye, Le Goff, d’Arcy',
    ),
  },
  en: {
    share: 13,
    region: 'gb',
    first: list('Oliver, Amelia, Jack, Emily, Harry, Isla, Noah, Grace, Arthur, Freya, Siobhán, Priya'),
    last: list('Smith, Jones, Taylor, Brown, Williams, Wilson, Johnson, Davies, Patel, Wright, O’Connor, Campbell'),
  },
  'en-US': {
    share: 6,
    region: 'us',
    first: list('James, Mary, Robert, Linda, Michael, Karen, David, Nancy'),
    last: list('Miller, Anderson, Harris, Clark, Lewis, Walker, Young, Nguyen'),
  },
  de: {
    share: 11,
    region: 'de',
    first: list('Anna, Lukas, Jürgen, Sophie, Björn, Käthe, Jonas, Heike, Leon, Ulrike'),
    last: list('Müller, Schmidt, Schneider, Fischer, Weber, Schäfer, Groß, Köhler, Wagner, Yılmaz'),
  },
  es: {
    share: 4,
    region: 'fr',
    first: list('Lucía, Mateo, José, María, Íñigo, Carmen'),
    last: list('Fernández, Muñoz, Sánchez, Ibáñez, Gómez, Ortiz'),
  },
  it: { share: 3, region: 'fr', first: list('Giulia, Marco, Chiara, Niccolò'), last: list('Rossi, Russo, Ferrari, D’Angelo') },
  pl: { share: 2, region: 'fr', first: list('Zofia, Łukasz, Małgorzata, Paweł'), last: list('Kowalski, Wiśniewska, Wójcik, Zając') },
  ru: { share: 2, region: 'fr', first: list('Анна|anna, Дмитрий|dmitri, Ольга|olga'), last: list('Соколова|sokolova, Волков|volkov, Орлова|orlova') },
  el: { share: 1, region: 'fr', first: list('Ελένη|eleni, Γιώργος|giorgos'), last: list('Παππάς|pappas, Νικολάου|nikolaou') },
  ar: { share: 2, region: 'fr', first: list('ليلى|leila, يوسف|youssef, مريم|mariam'), last: list('حداد|haddad, منصور|mansour, الخطيب|alkhatib') },
  ja: { share: 2, region: 'fr', familyFirst: true, first: list('陽子|yoko, 健太|kenta, 美咲|misaki'), last: list('佐藤|sato, 鈴木|suzuki, 田中|tanaka') },
  'zh-Hans': { share: 1, region: 'fr', familyFirst: true, first: list('丽|li, 伟|wei'), last: list('王|wang, 陈|chen') },
  vi: { share: 1, region: 'fr', familyFirst: true, first: list('Minh Anh, Quốc Bảo'), last: list('Trần, Phạm') },
  hi: { share: 1, region: 'gb', first: list('आरती|aarti, राहुल|rahul'), last: list('शर्मा|sharma, वर्मा|varma') },
};

/** What customers say, by locale; `desk` is what the desk answers. `{order}` is the number of an order. */
export const summaries = {
  fr: [
    'Où en est ma commande {order} ?',
    'Je voudrais renvoyer l’article de la commande {order}.',
    'La facture {order} n’est pas à mon nom.',
    'Le taille-haie ne démarre plus.',
    'Avez-vous des gants en taille 9 ?',
    'Changement d’adresse pour {order}, svp.',
    'Merci, tout est réglé.',
    'Colis {order} abîmé à la livraison 😕',
  ],
  en: [
    'Where is my order {order}?',
    'The shears in {order} are blunt.',
    'Can I change the delivery address of {order}?',
    'Do you ship to the Isle of Wight?',
    'All sorted, thank you!',
  ],
  'en-US': ['Any update on order {order}?', 'Wrong size in {order}, how do I return it?', 'Do you ship to the US?', 'Refund for {order} not received yet.'],
  de: [
    'Wo bleibt meine Bestellung {order}?',
    'Die Gartenschere aus {order} klemmt.',
    'Rechnung zu {order} bitte noch einmal senden.',
    'Passt das Ersatzmesser auf ältere Geräte?',
    'Danke, hat sich erledigt.',
  ],
  es: ['¿Dónde está mi pedido {order}?', 'Quiero devolver las tijeras del pedido {order}.', '¿Hacen envíos a Canarias?'],
  it: ['Dov’è il mio ordine {order}?', 'Il tubo è arrivato bucato, ordine {order}.', 'Grazie, tutto a posto.'],
  pl: ['Gdzie jest moje zamówienie {order}?', 'Proszę o fakturę do {order}.'],
  ru: ['Где мой заказ {order}?', 'Секатор не режет, можно вернуть?'],
  el: ['Πού είναι η παραγγελία {order};', 'Θα ήθελα να αλλάξω διεύθυνση.'],
  ar: ['أين طلبي {order}؟', 'أريد إرجاع المقص.'],
  ja: ['注文{order}はいつ届きますか。', '剪定ばさみの替刃はありますか。'],
  'zh-Hans': ['订单 {order} 什么时候到？', '请帮我修改收货地址。'],
  vi: ['Đơn hàng {order} của tôi đâu rồi?', 'Cảm ơn, tôi đã nhận được hàng.'],
  hi: ['मेरा ऑर्डर {order} कहाँ है?', 'धन्यवाद, मिल गया।'],
  desk: [
    'Votre commande {order} part demain.',
    'Étiquette de retour pour {order} en pièce jointe.',
    'Your order {order} was handed to the carrier.',
    'Rechnung zu {order} im Anhang.',
  ],
};
