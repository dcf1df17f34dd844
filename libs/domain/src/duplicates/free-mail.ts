import { mailProviders } from './mail-providers';

/**
 * Domains where anybody can have an address, by whoever gives them out: mailbox providers, portals, and access providers, whose customers
 * are as strange to each other. Each was found in a public list of such domains (npm `free-email-domains` 1.12, MIT; `email-providers`
 * 2.26 and `freemail` 1.7, ISC), but for some thirty that were added from knowledge. The lists themselves hold thousands of throw-away domains, which nobody keeps
 * long enough to matter here. A domain that is missing lets namesakes there be suggested; one too many only keeps a suggestion back.
 */
const givenOut: Readonly<Record<string, string>> = {
  'yahoo.com': `
    yahoo.com ymail.com rocketmail.com myyahoo.com yahoo.at yahoo.be yahoo.ca yahoo.cl yahoo.co.id yahoo.co.in yahoo.co.jp yahoo.co.kr yahoo.co.nz
    yahoo.co.th yahoo.co.uk yahoo.co.za yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.cn yahoo.com.co yahoo.com.hk yahoo.com.mx yahoo.com.my
    yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.tw yahoo.com.vn yahoo.cz yahoo.de yahoo.dk yahoo.es yahoo.fi yahoo.fr yahoo.gr yahoo.hu yahoo.ie
    yahoo.in yahoo.it yahoo.nl yahoo.no yahoo.pl yahoo.pt yahoo.ro yahoo.se`,
  'aol.com': 'aol.com aim.com aol.co.uk aol.de aol.fr aol.it verizon.net netscape.net',
  'outlook.com': `
    windowslive.com hotmail.co.il hotmail.co.kr hotmail.co.nz hotmail.co.th hotmail.co.za hotmail.com.au hotmail.com.hk hotmail.com.mx hotmail.com.tr
    hotmail.com.tw hotmail.dk hotmail.fi hotmail.gr hotmail.hu hotmail.jp hotmail.my hotmail.no hotmail.ph hotmail.sg live.co.kr live.com.my live.com.sg
    live.hk`,
  'icloud.com': 'privaterelay.appleid.com',
  'gmx.net': 'gmx.net gmx.de gmx.at gmx.ch gmx.com gmx.org gmx.info gmx.biz gmx.eu gmx.fr gmx.es gmx.it gmx.co.uk gmx.us caramail.com',
  'web.de': 'web.de email.de',
  'mail.com': `
    mail.com email.com usa.com myself.com consultant.com post.com europe.com asia.com iname.com writeme.com dr.com engineer.com cheerful.com
    accountant.com techie.com linuxmail.org activist.com adexec.com allergist.com alumni.com chemist.com contractor.net doctor.com execs.com
    hairdresser.net insurer.com journalist.com lawyer.com minister.com musician.org photographer.net programmer.net workmail.com`,
  'zoho.com': 'zoho.com zohomail.com zoho.eu zohomail.eu zoho.in zohomail.in',
  'tuta.com': 'tuta.com tutanota.com tutanota.de tutamail.com tuta.io keemail.me',
  'hey.com': 'hey.com',
  'fastmail.com': `
    123mail.org airpost.net eml.cc fastmail.co.uk fastmail.de fastmail.es fastmail.in fastmail.jp fastmail.net fastmail.org fastmail.to fastmail.us
    fmail.co.uk imap.cc mailbolt.com mailcan.com mm.st myfastmail.com speedymail.org warpmail.net xsmail.com pobox.com`,
  'other mailboxes': `
    posteo.de posteo.net posteo.org posteo.at posteo.ch posteo.eu mailfence.com runbox.com hushmail.com hush.com disroot.org riseup.net startmail.com
    duck.com mozmail.com relay.firefox.com simplelogin.com anonaddy.com anonaddy.me addy.io lycos.com excite.com inbox.com inbox.lv inbox.lt juno.com
    netzero.net usa.net lavabit.com safe-mail.net cock.li freemail.hu`,
  'mail.ru': 'mail.ru bk.ru inbox.ru list.ru mail.ua',
  'yandex.ru': 'yandex.ua yandex.uz yandex.com.tr',
  'other Russian and Ukrainian': 'rambler.ru lenta.ru autorambler.ru myrambler.ru ro.ru qip.ru pochta.ru ukr.net i.ua meta.ua bigmir.net email.ua tut.by',
  Germany: 't-online.de freenet.de arcor.de online.de vodafonemail.de kabelmail.de unitybox.de onlinehome.de mail.de',
  Austria: 'aon.at chello.at a1.net utanet.at',
  Switzerland: 'bluewin.ch',
  France: 'orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net aliceadsl.fr club-internet.fr voila.fr noos.fr',
  'Belgium and Luxembourg': 'skynet.be telenet.be voo.be',
  Netherlands: 'ziggo.nl kpnmail.nl planet.nl home.nl upcmail.nl hetnet.nl casema.nl xs4all.nl chello.nl quicknet.nl tele2.nl zonnet.nl solcon.nl online.nl',
  'United Kingdom': `
    btinternet.com btopenworld.com sky.com talktalk.net talk21.com tiscali.co.uk virginmedia.com virgin.net ntlworld.com blueyonder.co.uk freeserve.co.uk
    orange.net o2.co.uk`,
  Ireland: 'eircom.net',
  Italy: 'libero.it virgilio.it alice.it tin.it tiscali.it inwind.it iol.it blu.it email.it katamail.com supereva.it',
  'Spain and Portugal': 'telefonica.net terra.es sapo.pt iol.pt',
  Nordic: 'spray.se online.no broadpark.no start.no getmail.no mail.dk jubii.dk elisanet.fi kolumbus.fi luukku.com pp.inet.fi suomi24.fi',
  Baltic: 'mail.ee hot.ee apollo.lv',
  Poland: 'wp.pl o2.pl onet.pl onet.eu op.pl vp.pl poczta.onet.pl interia.pl interia.eu poczta.fm tlen.pl gazeta.pl autograf.pl spoko.pl',
  'Czechia and Slovakia': 'seznam.cz email.cz post.cz centrum.cz centrum.sk atlas.cz azet.sk post.sk pobox.sk',
  'Hungary and Balkans': 'citromail.hu vipmail.hu t-online.hu abv.bg mail.bg forthnet.gr',
  Turkey: 'mynet.com',
  'Israel and Arabia': 'walla.com walla.co.il netvision.net.il maktoob.com',
  'North America': `
    comcast.net att.net sbcglobal.net bellsouth.net ameritech.net pacbell.net swbell.net prodigy.net cox.net charter.net rr.com roadrunner.com
    earthlink.net mindspring.com optonline.net optimum.net windstream.net frontier.com frontiernet.net centurylink.net embarqmail.com q.com cableone.net
    wowway.com tds.net hughes.net peoplepc.com rogers.com shaw.ca telus.net bell.net sympatico.ca videotron.ca cogeco.ca`,
  'Latin America': `
    uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com r7.com oi.com.br zipmail.com.br prodigy.net.mx terra.com terra.cl fibertel.com.ar
    arnet.com.ar speedy.com.ar`,
  China: `
    163.com 126.com yeah.net vip.163.com 188.com qq.com vip.qq.com foxmail.com sina.com sina.cn vip.sina.com sohu.com tom.com 139.com 189.cn aliyun.com
    21cn.com`,
  Korea: 'naver.com daum.net hanmail.net hanmail2.net nate.com kakao.com korea.com dreamwiz.com lycos.co.kr freechal.com',
  Japan: `
    docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp vodafone.ne.jp ymobile.ne.jp uqmobile.jp rakuten.jp excite.co.jp nifty.com biglobe.ne.jp
    ocn.ne.jp so-net.ne.jp plala.or.jp dion.ne.jp infoseek.jp`,
  'India and South Asia': 'rediffmail.com rediff.com indiatimes.com sify.com',
  'South-East Asia': 'singnet.com.sg plasa.com telkom.net',
  'Australia and New Zealand': `
    bigpond.com bigpond.net.au bigpond.com.au optusnet.com.au iinet.net.au westnet.com.au tpg.com.au dodo.com.au internode.on.net adam.com.au
    ozemail.com.au xtra.co.nz clear.net.nz`,
  Africa: 'webmail.co.za',
};

const free: ReadonlySet<string> = new Set([
  ...mailProviders.flatMap(({ domains }) => domains),
  ...Object.values(givenOut).flatMap((list) => list.trim().split(/\s+/)),
]);

/** Whether anybody can have an address at this domain (in ASCII, lower case): then it says nothing of who two people are to each other. */
export const isFreeMail = (domain: string): boolean => free.has(domain);
