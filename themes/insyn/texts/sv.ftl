# Gränssnittets texter på svenska. Nycklarna är desamma i en.ftl.
# Mallarna läser texterna under "Mallar" som t.nyckel_med_understreck.
# Texterna under "Motorn" har villkor eller värden: motorn löser dem innan mallen ritas.

## Mallar: ram, meny, sidfot

skip-link = Hoppa till innehållet
main-menu = Huvudmeny
menu = Meny
close-menu = Stäng menyn
breadcrumb = Brödsmulor
languages = Språk
scope-label = Kommun
scope-all = Alla kommuner
footer-menu = Om webbplatsen
quick-exit = Lämna sidan snabbt
quick-exit-keys = Du kan också trycka tre gånger på tangenten Escape.
quick-exit-url = https://www.smhi.se/
page-error-heading = Fel på sidan?
page-error-text = Säg till om något är fel eller saknas, så rättar vi det.
page-error-link = Berätta vad som är fel
licence-label = Licens för texter och data
built-label = Läget per
print-address = Sidans adress

## Mallar: sök och A–Ö

search = Sök
search-label = Sök på webbplatsen
search-placeholder = Till exempel klotter
many-search = Många söker:
search-hits = Träffar i listan:
search-none = Inga träffar i listan. Pröva ett annat ord, eller leta i listan nedan.
# I de här texterna är # ett antal och … orden som söks, eller det andra antalet.
search-wait = Söker …
search-failed = Sökningen kunde inte hämtas. Kontrollera uppkopplingen.
search-retry = Försök igen
search-found-one = 1 träff på ”…”
search-found-many = # träffar på ”…”
search-found-none = Inga träffar på ”…”
search-suggestion = Menade du
search-sort = Ordna efter
search-by-relevance = Relevans
search-by-date = Datum
search-clear = Rensa filter
search-rest = Visa # till
search-more = Visa fler
search-shown = Visar # av …
search-fewer = Skriv färre ord, eller pröva ett annat ord.
search-in-list = Leta längre ner på sidan:
search-begin = Eller börja här:
search-ask = Hittar du ändå inte?
search-offers = Förslag
search-offers-count = Förslag: #. Välj med piltangenterna.
az-heading = Allt från A till Ö
letters = Bokstäver
az-choose = Välj den bokstav som sidan börjar på.

## Mallar: startsidan och kommunens sida

doors-heading = Vem är du?
promised-now = Det här är lovat
all-pledges = Alla löften
how-it-goes = Så går det
who-to-call = Vem ringer jag?
all-contacts = Alla kontakter
what-happened = Vad har hänt?
scopes-heading = Kommuner
latest = Senast ändrat
no-changes = Inga ändringar är publicerade
missing-heading = Det här vet vi inte än
missing-lead = Uppgifter som ingen har lämnat visas som ”Uppgift saknas”. Här står alla, så att den som vet kan fylla i.
missing-count-label = uppgifter saknas
nothing-missing = Inga uppgifter saknas.
everything-heading = Allt som finns här
nothing-promised = Inga löften är publicerade

## Mallar: ett dokument

answer-until-when = Gäller det nu?
answer-progress = Hur går det?
answer-why = Vad bygger det på?
answer-ask = Vem frågar jag?
on-this-page = På den här sidan
facts = Fakta
parts = Delar
whole = Hela dokumentet
walk = Bläddra mellan delarna
previous = Föregående
next = Nästa
page = Sida
pages = Sidor
further = till
trail = Spåret
more-about = Mer om detta
files = Filer
file-not-accessible = Filen är inte tillgänglighetsanpassad. Det viktigaste står på den här sidan.
belongs-to = Hör till
audiences = Målgrupper
subjects = Ämnen
places = Platser
sources = Källor
source = Källa
source-errors = Fel i källan
source-errors-lead = Fel som vi har hittat i källorna själva. Vi har inte ändrat källan, bara noterat felet.
about-page = Om sidan
owner = Ansvarig för sidan
published = Publicerad
updated = Uppdaterad
reviewed = Senast granskad
review-due = Ska granskas senast
short-url = Kort adress
changes = Ändringar
major-change = Större ändring
missing = Uppgift saknas
read-more = Läs mer
more = Mer
not-published = Publiceras inte
stands-in = Står i

## Mallar: åtaganden, mål och logg

responsible = Ansvarig
deadline = Senast
deferred-to = Framflyttat till
measure = Mått
target = Mål
actual = Utfall
goal = Mål
prevention-level = Nivå
prevention-kind = Slag
depends-on = Beror på
log = Det här har hänt
log-missing = Ingenting är antecknat om vad som har hänt
evidence = Underlag
noted-by = Antecknat av

## Mallar: undersökningar, statistik, tider, personer

answer = Svar
share = Andel
period = Period
group = Grupp
value = Värde
series-break = Brott i serien
date-missing = Datum saknas
role = Roll
organisation = Organisation
person = Person

## Mallar: granskningar

number = Nummer
finding-about = Gäller
answer-from = från
answer-missing = Inget svar är publicerat

## Mallar: steg och kontakter

steps-missing = Stegen är inte publicerade
national = Nationellt
national-advice = Nationellt råd
phone = Telefon
email = E-post
web = Webb
hours = Tider

## Mallar: målgruppens sida

applies-to-you = Det här gäller dig
promised-to-you = Det här är lovat

## Mallar: listor, läget, ordlista, fel

filter = Filtrera
list-empty = Inget är publicerat här än
states-lead = Varje läge på webbplatsen avgörs på ett bestämt sätt. Här står hur.
states-statuses = Hur det går med ett åtagande
states-statuses-lead = Status skrivs alltid av någon som ansvarar. Webbplatsen räknar aldrig fram att något är försenat. Har sista dagen gått utan att någon har berättat hur det gick står det ”Tiden har gått ut, resultat saknas”. Pågår något och ingenting har antecknats på sex månader står det sedan när.
states-validity = Om ett dokument gäller
states-validity-lead = Läget räknas fram ur dokumentets egna datum.
not-same-as = Ska inte förväxlas med
not-found-lead = Sidan finns inte, eller så har den flyttat. Sök, eller börja från startsidan.
to-home = Till startsidan
moved-heading = Sidan har flyttat
moved-text = Den finns nu här:

## Motorn: sidors rubriker

title-home = Start
title-changes = Nytt
title-missing = Uppgifter som saknas
title-errors = Fel i källor
title-states = Så avgörs läget
title-board = Så går det
title-findings = Granskningarnas slutsatser
title-az = Sök och A till Ö
title-not-found = Sidan finns inte
title-accessibility = Tillgänglighet
title-privacy = Personuppgifter
title-in-scope = { $title } i { $scope }
title-facet = { $title }, { $facet }: { $value }
title-page = { $title }, sida { $number }
title-values = { $title } efter { $facet }
title-letter = Från A till Ö: { $letter }
title-with-site = { $title } – { $site }

## Motorn: antal

all-values = Alla { $count }
shown-of = Visar { $shown } av { $all }
documents-count = { $count ->
    [one] { $count } dokument
   *[other] { $count } dokument
}
answers-count = { $count ->
    [one] { $count } svar
   *[other] { $count } svar
}
missing-count = { $count ->
    [0] Inga uppgifter saknas
    [one] { $count } uppgift saknas
   *[other] { $count } uppgifter saknas
}
meetings-a-year = { $count ->
    [one] { $count } gång per år
   *[other] { $count } gånger per år
}
file-size-kb = { $size }{"\u00A0"}kB
percent = { $value }{"\u00A0"}%

## Motorn: hur långt åtagandena har kommit, en bit för varje status

progress-planned = { $count ->
    [one] { $count }{"\u00A0"}planerat
   *[other] { $count }{"\u00A0"}planerade
}
progress-ongoing = { $count ->
    [one] { $count }{"\u00A0"}pågår
   *[other] { $count }{"\u00A0"}pågår
}
progress-done = { $count ->
    [one] { $count }{"\u00A0"}klart
   *[other] { $count }{"\u00A0"}klara
}
progress-partly-done = { $count ->
    [one] { $count }{"\u00A0"}delvis klart
   *[other] { $count }{"\u00A0"}delvis klara
}
progress-delayed = { $count ->
    [one] { $count }{"\u00A0"}försenat
   *[other] { $count }{"\u00A0"}försenade
}
progress-stopped = { $count ->
    [one] { $count }{"\u00A0"}avbrutet
   *[other] { $count }{"\u00A0"}avbrutna
}
progress-deferred = { $count ->
    [one] { $count }{"\u00A0"}framflyttat
   *[other] { $count }{"\u00A0"}framflyttade
}
progress-unknown = { $count ->
    [one] { $count }{"\u00A0"}utan uppgift
   *[other] { $count }{"\u00A0"}utan uppgift
}
progress-text = { $total ->
    [one] { $total } åtagande: { $parts }
   *[other] { $total } åtaganden: { $parts }
}

## Motorn: status för ett åtagande

status-planned = Planerat
status-ongoing = Pågår
status-done = Klart
status-partly-done = Delvis klart
status-delayed = Försenat
status-stopped = Avbrutet
status-deferred = Framflyttat
status-unknown = Uppgift saknas
status-planned-explained = Den som ansvarar har skrivit att arbetet ska börja.
status-ongoing-explained = Den som ansvarar har skrivit att arbetet pågår.
status-done-explained = Den som ansvarar har skrivit att det som lovades är gjort.
status-partly-done-explained = Den som ansvarar har skrivit att en del av det som lovades är gjort.
status-delayed-explained = Den som ansvarar har själv skrivit att det är försenat. Webbplatsen räknar aldrig fram det.
status-stopped-explained = Den som ansvarar har skrivit att arbetet har avbrutits.
status-deferred-explained = Den som ansvarar har skrivit att arbetet har flyttats till en senare period.
status-unknown-explained = Ingen har publicerat hur det går. Det säger inget om ifall arbetet är gjort.

## Motorn: läget för ett dokument

state-in-force = Gäller
state-expiring = Går snart ut
state-expired = Gäller inte längre
state-review-overdue = Granskning är inte känd
state-superseded = Ersatt
state-withdrawn = Återkallad
state-undated = Giltighet saknas
state-not-yet = Gäller inte än
state-in-force-until = Gäller till { $date }
state-in-force-until-further-notice = Gäller tills vidare
state-expiring-date = Går ut { $date }
state-expired-date = Gällde till { $date }
state-review-overdue-date = Väntad granskning { $date } är inte känd
state-superseded-by = Ersatt av { $title }
state-withdrawn-date = Återkallad { $date }
state-not-yet-date = Gäller från { $date }
state-in-force-explained = Dagens datum ligger inom dokumentets giltighet.
state-expiring-explained = Giltigheten tar slut inom 90 dagar.
state-expired-explained = Giltighetens sista dag har passerat.
state-review-overdue-explained = En ny granskning var väntad före dagens datum och ingen är känd. Tiden kommer ur dokumentet självt, eller ur den tid som webbplatsen har för den sortens dokument.
state-superseded-explained = Ett nyare dokument säger att det ersätter det här.
state-withdrawn-explained = Den som äger dokumentet har återkallat det. Sidan ligger kvar med sin förklaring.
state-undated-explained = Dokumentet säger inte hur länge det gäller.
state-not-yet-explained = Giltighetens första dag har inte kommit.

## Motorn: upplysningar på sidor

notice-period-passed = Perioden är slut sedan { $date }.
notice-period-passed-text = Något resultat har inte publicerats.
notice-expired = Dokumentet gällde till { $date }.
notice-expired-text = Det ligger kvar för att det ska gå att läsa vad som har gällt.
notice-expiring = Dokumentet går ut { $date }.
notice-superseded = Dokumentet är ersatt.
notice-superseded-text = Läs i stället { $title }.
notice-superseded-link = Till det nya dokumentet
notice-withdrawn = Dokumentet återkallades { $date }.
notice-review-overdue = En ny granskning var väntad senast { $date }. Ingen är känd.
notice-not-yet = Dokumentet gäller från { $date }.
notice-source-errors = { $count ->
    [one] Ett fel har hittats i källan.
   *[other] { $count } fel har hittats i källan.
}
notice-source-errors-link = Läs om felen
notice-explained-link = Så avgörs läget
fallback-language = Delar av sidan finns bara på svenska.
fallback-easy = Delar av sidan finns inte på lätt svenska än.

## Motorn: tidsgränser

deadline-passed = Tiden har gått ut, resultat saknas
deadline-continuous = Fortlöpande
deadline-none = Ingen tidsgräns: { $reason }
deadline-quarter = Kvartal { $quarter } { $year }
deadline-year = Under { $year }
log-overdue = Ingenting har antecknats sedan { $date }
validity-until-further-notice = Tills vidare
validity-from-until-further-notice = Från { $from }, tills vidare
validity-from-to = { $from }–{ $to }
validity-from = Från { $from }
validity-to = Till { $to }
duration-years = { $count } år
duration-months = { $count ->
    [one] { $count } månad
   *[other] { $count } månader
}
duration-weeks = { $count ->
    [one] { $count } vecka
   *[other] { $count } veckor
}
duration-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagar
}
yes = Ja
no = Nej

## Motorn: spåret

back-mentioned = Nämns i

## Motorn: fält som alla dokument har

field-status = Status
field-responsible = Ansvarig
field-scope = Kommun

## Motorn: granskningar

finding-conclusion = Slutsats
finding-risk = Risk
finding-recommendation = Rekommendation
findings-conclusions = Slutsatser
findings-risks = Risker
findings-recommendations = Rekommendationer
answer-status-ongoing = Pågår
answer-status-done = Åtgärdad
answer-status-rejected = Avvisad
answer-status-unknown = Uppgift saknas
unanswered-count = { $count ->
    [one] { $count } slutsats utan publicerat svar
   *[other] { $count } slutsatser utan publicerat svar
}

## Motorn: steg och situationer

step-acute = Akut
step-direct = Direkt efter
step-follow-up = Uppföljning
steps-not-published = Kommunens egna steg är inte publicerade.

## Motorn: förebyggande arbete och statistik

level-universal = Universell: riktas till alla
level-selective = Selektiv: riktas till grupper med högre risk
level-indicated = Indikerad: riktas till dem som redan har problem
prevention-social = Social: stärker människor
prevention-situational = Situationell: gör platsen svårare att begå brott på
polarity-lower-better = Lägre är bättre
polarity-higher-better = Högre är bättre
polarity-neutral = Varken högre eller lägre är bättre i sig
comparison-higher = Högre än { $with }
comparison-lower = Lägre än { $with }
comparison-equal = Lika med { $with }

## Motorn: ändringar

change-new-document = Ny sida

## Motorn: affisch, dela och följ

feedback-subject = Fel på sidan { $title }
feedback-body = Sidan: { $url }

## Motorn: ord i löpande text, språk och lägen

table = Tabell
footnotes = Noter
footnote-back = Tillbaka till texten
task-done = Klart
task-open = Inte klart
alert-note = Observera
alert-tip = Tips
alert-important = Viktigt
alert-warning = Varning
alert-caution = Akta
language-swedish = Svenska
language-easy = Lättläst svenska
language-en = English
notice-depends = Det här beror på { $title }: { $risk }.
field-subject = Ämne
title-board-lead = Alla åtaganden, vem som ansvarar och vad som har berättats om dem.
title-az-lead = Alla sidor i bokstavsordning. Skriv i rutan för att söka bland dem.
title-changes-lead = Det som har ändrats på sidorna och antecknats i loggarna, det senaste först.
title-missing-lead = Uppgifter som ingen har lämnat, sida för sida.
title-errors-lead = Fel som vi har hittat i källorna själva.
title-findings-lead = Vad granskningar har kommit fram till, och vad som har svarats.
title-states-lead = Så avgörs om något gäller, pågår eller är klart.
title-accessibility-lead = Hur tillgänglig webbplatsen är, vad som brister och hur du säger till.
title-privacy-lead = Vad webbplatsen vet om dig: ingenting.

## Motorn: tillgänglighetsredogörelsen

accessibility-missing = Någon tillgänglighetsredogörelse är inte skriven än.
accessibility-intro = { $actor } står bakom { $service }. Alla ska kunna använda webbplatsen. Här berättar vi hur den uppfyller lagen om tillgänglighet till digital offentlig service (2018:1937), vilka brister vi känner till och hur du kan säga till om du hittar fler.
accessibility-how = Hur tillgänglig är webbplatsen?
accessibility-compliance = Webbplatsen är { $compliance } med lagen.
accessibility-fully = helt förenlig
accessibility-partly = delvis förenlig
accessibility-not = inte förenlig
accessibility-defects = Innehåll som inte är tillgängligt
accessibility-no-defects = Vi känner inte till några brister.
accessibility-file = Filen { $file } på sidan { $page }
accessibility-report = Säg till om du hittar brister
accessibility-report-text = Hittar du något som inte fungerar för dig? Säg till här, så att vi kan rätta det. Du behöver inte tala om vem du är.
accessibility-supervision = Tillsyn
accessibility-supervision-text = Myndigheten för digital förvaltning (Digg) har ansvaret för tillsyn över lagen. Är du inte nöjd med hur vi tar hand om dina synpunkter kan du [anmäla det till Digg]({ $url }).
accessibility-burden = Oskäligt betungande anpassning
accessibility-outside = Innehåll som lagen inte omfattar
accessibility-tested = Hur vi har testat webbplatsen
accessibility-dates = Senaste bedömningen gjordes { $assessed }. Redogörelsen uppdaterades senast { $updated }.
risk-unknown = läget är inte känt
schedule-passed = Har varit
search-kind = Typ
search-scope = Kommun
