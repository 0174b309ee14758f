// What a protocol says when it says nothing: the idle part of the texts that distractors.mjs makes.

export const months = [
  'januari', 'februari', 'mars', 'april', 'maj', 'juni',
  'juli', 'augusti', 'september', 'oktober', 'november', 'december',
];

export const bodies = [
  'brottsförebyggande rådet', 'socialnämnden', 'kommunstyrelsen', 'tekniska nämnden', 'barn- och utbildningsnämnden',
  'fritidsnämnden', 'ungdomsrådet', 'pensionärsrådet', 'trygghetsgruppen', 'krisledningens samråd',
];

export const headings = [
  'Föregående protokoll', 'Anmälningar', 'Information', 'Läget i kommunen', 'Rapporter', 'Ekonomi', 'Remisser',
  'Skrivelser', 'Frågor', 'Lägesrunda', 'Uppföljning', 'Kommande möten', 'Delegationsbeslut', 'Övrigt',
];

/** `%` is the title of a topic, with a small first letter. */
export const mentions = [
  'Gruppen påminns om %.',
  'En ledamot frågar hur det går med %.',
  'Under punkten nämns också %.',
  'Kort information ges om %.',
  'En fråga om % sköts upp till nästa möte.',
  'Underlaget om % bifogas inte.',
];

export const closings = [
  'Ordföranden tackar de närvarande och avslutar mötet.',
  'Protokollet justeras digitalt och anslås efter justering.',
  'Nästa möte hålls enligt den plan som redan är beslutad.',
  'Mötet avslutas utan ytterligare yrkanden.',
];

export const fillers = [
  'Ordföranden öppnar mötet och hälsar alla välkomna.',
  'Dagordningen godkänns med ett tillägg under övriga frågor.',
  'Föregående protokoll läggs till handlingarna.',
  'Tjänstepersonen redogör för ärendet och svarar på frågor.',
  'Informationen noteras till protokollet.',
  'Förvaltningen får i uppdrag att återkomma med ett förslag.',
  'Ärendet bordläggs.',
  'Beslutet skickas till berörda förvaltningar för kännedom.',
  'Ingen avvikande mening redovisas.',
  'Frågan har varit uppe tidigare och kommer att följas upp under hösten.',
  'Polisen ger en kort bild av läget den senaste månaden.',
  'Skolan berättar att terminen har börjat lugnt.',
  'Socialtjänsten beskriver att inflödet är ungefär som vanligt.',
  'Räddningstjänsten har inget särskilt att rapportera.',
  'Bostadsbolaget framför att samarbetet fungerar bra.',
  'Föreningarna vill gärna bli inbjudna till nästa träff.',
  'Gruppen konstaterar att mer tid behövs för en gemensam analys.',
  'Det är viktigt att informationen når ut till dem som berörs.',
  'En arbetsgrupp med deltagare från flera förvaltningar tillsätts.',
  'Arbetsgruppen ska lämna en skriftlig redovisning.',
  'Kostnaden ryms inom ram.',
  'Medel har inte avsatts i årets budget.',
  'Ledamöterna diskuterar hur ansvaret bör fördelas.',
  'Några ledamöter efterfrågar ett tydligare underlag.',
  'Det lyfts att invånarnas synpunkter bör tas till vara.',
  'Samtliga verksamheter lämnar en muntlig rapport.',
  'Sammanställningen skickas ut i efterhand.',
  'Kommunikatören uppdaterar texterna på webbplatsen vid behov.',
  'Deltagarna är överens om att fortsätta på det sätt som har påbörjats.',
  'Ett studiebesök planeras till våren.',
  'Tidplanen justeras med hänsyn till andra uppdrag.',
  'Frågan bereds vidare av presidiet.',
  'Utvärderingen visar både styrkor och sådant som behöver utvecklas.',
  'Säkerhetschefen sammanfattar diskussionen.',
  'Erfarenheter från andra kommuner ska samlas in.',
  'Samverkan med regionen beskrivs som god.',
  'Representanten för näringslivet instämmer.',
  'Pensionärernas företrädare ställer en fråga om tillgänglighet.',
  'Ungdomsrådet har lämnat ett yttrande som delas ut på mötet.',
  'Ersättare närvarar men deltar inte i beslutet.',
  'Det noteras att två deltagare anslöt på distans.',
  'Remissvaret lämnas utan erinran.',
  'Delegationsbesluten redovisas enligt lista.',
  'Revisorernas frågor besvaras skriftligt.',
  'Redovisningen omfattar tiden sedan förra sammanträdet.',
  'Flera åtgärder är redan genomförda och andra pågår.',
  'Bilden är att läget är stabilt, men att det kan ändras snabbt.',
  'Ärendet har ingen påverkan på barns rättigheter utöver vad som redan är beskrivet.',
  'Nämnden ställer sig bakom inriktningen.',
  'En lägesrapport lämnas igen om tre månader.',
  'Kontaktlistan ska ses över av sekreteraren.',
  'Det finns behov av att öva tillsammans.',
  'Handläggaren kompletterar ärendet inför beslut.',
  'Mötet ajourneras i tio minuter.',
  'Diskussionen fortsätter i mindre grupper.',
  'Den som har fler synpunkter kan lämna dem till sekreteraren.',
];
