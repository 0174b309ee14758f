# Felmeddelanden på svenska. Varje kod har ett meddelande, ett råd (hint) och ofta en etikett vid stället (label).
# Ett argument som får saknas (near, help, suggestion, min, max) är talet 0 när det saknas: därav [0].

severity-error = fel
severity-warning = varning
severity-note = not
severity-hint = tips

summary-errors = { $count } fel
summary-warnings = { $count ->
    [one] { $count } varning
   *[other] { $count } varningar
 }
summary-notes = { $count ->
    [one] { $count } not
   *[other] { $count } noter
 }
summary-none = inga fel
more = { $count } till av samma slag visas inte
empty = tomt

# Vad ett fält ska innehålla. Fortsätter "skriv …".
type-text = text på en rad, med citattecken om den är ett tal: "1480"
type-texts = en lista med text: [ett, två]
type-prose = löpande text
type-local = text på varje språk: sv: … och en: …
type-number = ett tal, till exempel 12 eller 37,8
type-bool = ja eller nej
type-date = ett datum, till exempel 2021-06-18
type-period = en period, till exempel 2021-2022 eller 2020-09-24/2020-10-16
type-deadline = en tidsgräns, till exempel 2020-12-31, oktober 2020, 2021 kv 2 eller fortlöpande
type-duration = en tid, till exempel 1 år, 6 månader eller 2 veckor
type-choice = ett av valen i samlingens beskrivning
type-url = en webbadress som börjar med https://
type-email = en e-postadress, till exempel namn@example.se
type-phone = ett telefonnummer, till exempel 114 14
type-file = namnet på en fil som ligger vid sidan
type-ref = sökvägen till ett dokument, utan filändelse
type-refs = en lista med sökvägar till dokument, utan filändelse
type-list = en lista, där varje rad börjar med ett bindestreck
type-group = indragna rader med nyckel: värde
type-place = en plats med namn och adress på indragna rader
type-decision = ett beslut med organ, datum och paragraf på indragna rader
type-validity = en giltighet, till exempel 2021-2022 eller tills vidare
type-goals = en lista med mål, vart och ett med id och text
type-commitments = en lista med åtaganden, vart och ett med id, rubrik, ansvarig, senast och status
type-questions = en lista med frågor, var och en med id, text och svar
type-series = en lista med serier, var och en med id, rubrik, enhet och värden
type-schedule = en lista med tillfällen, vart och ett med id, rubrik och datum
type-members = en lista med medlemmar, var och en med roll och organisation
type-findings = en lista med slutsatser, var och en med id, text och slag
type-steps = en lista med steg, vart och ett med id, när och text
type-log = en lista med loggrader, var och en med datum och text, äldst först
type-sources = en lista med källor, var och en med källa och ställe
type-changes = en lista med ändringar, var och en med datum och text
type-files = en lista med bilagor, var och en med fil och titel
type-withdrawn = datum och skäl på indragna rader

# Varför en inställning behövs. Fortsätter "lägg till den i `insyn.yaml`: ".
why-base-url = flöden, webbplatskarta och delade länkar behöver hela adressen
why-title = varje sidas rubrik i webbläsaren slutar med webbplatsens namn
why-publisher = besökaren ska se vem som ansvarar för webbplatsen
why-organisation-number = öppna data ska ange utgivarens organisationsnummer
why-feedback = besökaren ska kunna säga till om fel på en sida
why-accessibility = tillgänglighetsredogörelsen behöver den
why-privacy = sidan om personuppgifter behöver en ansvarig att vända sig till

I0001 = filen kan inte läsas: { $reason }
    .hint = kontrollera att filen finns kvar och att du får läsa den
I0002 = filen är inte sparad som `UTF-8` (byte { $byte } går inte att tolka)
    .hint = öppna filen i redigeraren och spara om den med teckenkodningen UTF-8
    .label = här blir tecknen fel
I0003 = filen är { $size }, men får vara högst { $limit }
    .hint = dela upp filen, eller spara en mindre version av den
I0004 = filen är tom
    .hint = skriv sidans uppgifter i filen, eller ta bort den
I0005 = namnet `{ $name }` har andra tecken än a–z, 0–9 och bindestreck
    .hint = { $suggestion ->
        [0] döp om med små bokstäver a–z, siffror och bindestreck
       *[other] döp om till `{ $suggestion }`
     }
I0006 = genvägen leder ut ur innehållet, till `{ $target }`
    .hint = ersätt genvägen med filen själv
I0007 = mappen `{ $name }` är varken en samling eller ett område med egen sida
    .hint = { $near ->
        [0] lägg `_index.md` i mappen, eller beskriv samlingen i `content/_collections/{ $name }.yaml`
       *[other] menade du `{ $near }`?
     }
I0008 = mappen `{ $path }` saknas
    .hint = kör kommandot i webbplatsens mapp, eller skapa en ny webbplats med `insyn init`
I0009 = adressen `{ $address }` används redan av `{ $other }`
    .hint = byt namn på en av filerna, eller ändra `kort` eller `tidigare`
I0010 = adressen börjar med `{ $segment }`, som webbplatsen själv använder
    .hint = byt namn på filen eller mappen, eller ändra `kort` eller `tidigare`
I0011 = filen `{ $name }` är av ett slag som inte känns igen och kommer inte med
    .hint = spara den som `.md` eller `.yaml` om den är en sida, ta annars bort den
I0012 = varianten `{ $name }` saknar sitt original `{ $original }`
    .hint = skapa originalet, eller rätta variantens namn

I0101 = filen börjar inte med `---` och sidans uppgifter
    .hint = börja filen med raden `---`, sedan uppgifterna och sedan en rad `---` till
I0102 = uppgifterna överst avslutas aldrig med `---`
    .hint = skriv en rad med bara `---` efter den sista uppgiften
    .label = börjar här
I0103 = uppgifterna går inte att läsa på den här raden
    .hint = skriv varje uppgift som `nyckel: värde`, med lika stort indrag som raderna runt om
    .label = här tar det stopp
I0104 = raden är indragen med en tabb
    .hint = byt tabben mot två blanksteg
    .label = tabb
I0105 = värdet i fältet `{ $key }` innehåller ett kolon
    .hint = sätt citattecken om värdet: { $quote }{ $value }{ $quote }
    .label = läses som början på ett nytt fält
I0106 = `{ $quote }` får aldrig något slut
    .hint = skriv `{ $closing }` där värdet slutar
    .label = öppnas här
I0107 = fältet `{ $key }` lästes som talet { $written }
    .hint = sätt citattecken om värdet: "{ $written }"
    .label = ska vara text
I0108 = fältet `{ $key }` står två gånger, första gången på rad { $first }
    .hint = behåll den ena raden och ta bort den andra
    .label = står redan på rad { $first }
I0109 = fältet `{ $key }` finns inte här
    .hint = { $near ->
        [0] rätta stavningen, ta bort raden eller lägg till fältet i samlingens beskrivning
       *[other] menade du `{ $near }`?
     }
    .label = okänt fält
I0110 = fältet `{ $key }` kan inte vara `{ $written }`
    .hint = skriv { $expected }
    .label = fel slags värde
I0111 = datumet `{ $written }` i fältet `{ $key }` finns inte
    .hint = kontrollera dag och månad
    .label = finns inte i kalendern
I0112 = datumet `{ $written }` i fältet `{ $key }` går inte att läsa
    .hint = skriv år, månad och dag, till exempel 2021-06-18
    .label = ska vara ett datum
I0113 = perioden i fältet `{ $key }` slutar { $to }, innan den börjar { $from }
    .hint = rätta datumen, så att det tidigare står först
    .label = slutar före sin början
I0114 = perioden `{ $written }` i fältet `{ $key }` går inte att läsa
    .hint = skriv till exempel 2021-2022 eller 2020-09-24/2020-10-16
    .label = ska vara en period
I0115 = fältet `{ $key }` saknas
    .hint = { $help ->
        [0] lägg till raden `{ $key }: …`, eller `{ $key }: okänt` om uppgiften saknas
       *[other] lägg till raden `{ $key }: …`, eller `{ $key }: okänt` om uppgiften saknas. Om fältet: { $help }
     }
I0116 = texten i fältet `{ $key }` är { $length } tecken, men får vara högst { $limit }
    .hint = korta texten
    .label = för lång
I0117 = fältet `{ $key }` har { $count ->
        [one] { $count } värde
       *[other] { $count } värden
     }, men ska ha minst { $limit }
    .hint = lägg till det som fattas
    .label = för få
I0118 = fältet `{ $key }` har { $count ->
        [one] { $count } värde
       *[other] { $count } värden
     }, men får ha högst { $limit }
    .hint = ta bort det som är för mycket
    .label = för många
I0119 = fältet `{ $key }` kan inte vara `{ $written }`
    .hint = { $near ->
        [0] välj något av: { $choices }
       *[other] menade du `{ $near }`? Det går att välja: { $choices }
     }
    .label = finns inte bland valen
I0120 = uppgifterna upprepar sig själva för många gånger med `*`
    .hint = skriv ut värdena i stället för att hänvisa med `&` och `*`
    .label = upprepas härifrån
I0121 = uppgifterna är indragna i för många nivåer
    .hint = flytta uppgifterna närmare vänsterkanten, eller dela upp sidan
    .label = för djupt
I0122 = uppgifterna överst är inte skrivna som `nyckel: värde`
    .hint = skriv varje uppgift på en egen rad, till exempel `titel: Sidans namn`
    .label = ska vara nyckel: värde
I0123 = tiden `{ $written }` i fältet `{ $key }` går inte att läsa
    .hint = skriv till exempel 1 år, 6 månader eller 2 veckor
    .label = ska vara en tid
I0124 = tidsgränsen `{ $written }` i fältet `{ $key }` går inte att läsa
    .hint = skriv till exempel 2020-12-31, oktober 2020, 2021 kv 2, 2020 eller fortlöpande
    .label = ska vara en tidsgräns
I0125 = `{ $written }` i fältet `{ $key }` är ingen webbadress
    .hint = skriv hela adressen, med https:// först
    .label = ska vara en webbadress
I0126 = `{ $written }` i fältet `{ $key }` är ingen e-postadress
    .hint = skriv adressen med @, till exempel namn@example.se
    .label = ska vara en e-postadress
I0127 = `{ $written }` i fältet `{ $key }` är inget telefonnummer
    .hint = skriv bara siffror, mellanslag, bindestreck och ett + först, till exempel 114 14
    .label = ska vara ett telefonnummer
I0128 = talet { $written } i fältet `{ $key }` ligger utanför gränserna
    .hint = { $max ->
        [0] skriv ett tal som är minst { $min }
       *[other] { $min ->
            [0] skriv ett tal som är högst { $max }
           *[other] skriv ett tal från { $min } till { $max }
         }
     }
    .label = utanför gränserna
I0129 = `{ $id }` är redan id för något annat, på rad { $first }
    .hint = ge det ena ett eget id
    .label = står redan på rad { $first }
I0130 = id `{ $id }` har andra tecken än a–z, 0–9 och bindestreck
    .hint = { $suggestion ->
        [0] skriv det med små bokstäver a–z, siffror och bindestreck
       *[other] skriv `{ $suggestion }`
     }
    .label = otillåtna tecken
I0131 = fältet `{ $key }` får inte stå i en översättning eller lättläst version
    .hint = ta bort raden: uppgiften hämtas från originalet
    .label = hör till originalet
I0132 = adressen `{ $written }` i fältet `{ $key }` går inte att använda
    .hint = skriv den med små bokstäver a–z, siffror, bindestreck och snedstreck
    .label = ska vara en adress på webbplatsen
I0134 = det fattas ett mellanslag efter kolonet i `{ $key }`
    .hint = skriv `{ $key }: { $value }`, med ett vanligt mellanslag efter kolonet
    .label = mellanslag här
I0135 = värdet i fältet `{ $key }` börjar med `{ $sign }`, som har en egen betydelse här
    .hint = sätt citattecken om värdet: { $quote }{ $value }{ $quote }
    .label = läses inte som text
I0136 = raden är inte skriven som `nyckel: värde`
    .hint = skriv fältets namn och ett kolon först på raden, eller dra in raden med två mellanslag om den hör till texten ovanför
I0137 = raden är inte indragen som raden ovanför
    .hint = dra in raden med vanliga mellanslag, lika många som de andra raderna i samma grupp
    .label = börjar på fel ställe
I0138 = raden i listan börjar med `{ $sign }` i stället för ett bindestreck
    .hint = börja varje rad i listan med ett bindestreck och ett mellanslag: `- `
    .label = ska vara ett bindestreck
I0139 = citattecknet i fältet `{ $key }` tar slut mitt i värdet
    .hint = byt de inre citattecknen mot ” eller ’, så att bara det första och det sista är `{ $quote }`
    .label = här tar citatet slut
I0140 = texten efter `#` i fältet `{ $key }` kommer inte med på sidan: { $lost }
    .hint = sätt citattecken om hela värdet, eller skriv anteckningen på en egen rad som börjar med #
    .label = läses som en anteckning
I0141 = filen är inte skriven som en lista
    .hint = börja varje post med ett bindestreck och ett mellanslag, till exempel `- lika: [sprej, spray]` eller `- situation: hotad`
    .label = ska vara en lista

I0201 = inställningarna `{ $path }` saknas
    .hint = kör kommandot i webbplatsens mapp, eller skapa en ny webbplats med `insyn init`
I0202 = rollen `{ $written }` finns inte
    .hint = { $near ->
        [0] välj någon av: { $choices }
       *[other] menade du `{ $near }`? Det går att välja: { $choices }
     }
    .label = okänd roll
I0203 = typen `{ $written }` finns inte
    .hint = { $near ->
        [0] välj någon av: { $choices }
       *[other] menade du `{ $near }`? Det går att välja: { $choices }
     }
    .label = okänd typ
I0204 = samlingen `{ $name }` finns inte
    .hint = { $near ->
        [0] rätta namnet, eller beskriv samlingen i `content/_collections/{ $name }.yaml`
       *[other] menade du `{ $near }`?
     }
    .label = okänd samling
I0205 = fältet `{ $key }` beskrivs två gånger
    .hint = behåll den ena beskrivningen och ta bort den andra
    .label = finns redan
I0206 = temats fil går inte att läsa: { $reason }
    .hint = rätta raden som anges
I0207 = sidmallen fungerar inte på sidan `{ $page }`: { $reason }
    .hint = rätta raden som anges, eller sidan om uppgiften saknas där
I0208 = sidmallen `{ $name }` finns inte
    .hint = { $near ->
        [0] rätta namnet, eller lägg mallen i temats mapp `templates`
       *[other] menade du `{ $near }`?
     }
    .label = okänd mall
I0209 = texten `{ $key }` saknas på språket `{ $language }`
    .hint = lägg till raden `{ $key } = …` i temats fil `texts/{ $language }.ftl`
I0210 = färgen `{ $key }` ({ $written }) har kontrasten { $ratio } mot sin bakgrund, men { $required } krävs
    .hint = välj en färg som skiljer sig mer från bakgrunden i ljushet
    .label = för svag kontrast
I0211 = inställningen `{ $key }` saknas
    .hint = lägg till den i `insyn.yaml`: { $why }
I0212 = fältet `{ $key }` finns redan på alla sidor, med typen `{ $kind }`
    .hint = välj ett annat namn på fältet, eller skriv `typ: { $kind }`
    .label = upptaget namn
I0213 = färgen `{ $written }` i `{ $key }` går inte att läsa
    .hint = skriv # och sex tecken, till exempel "#004b87"
    .label = ska vara en färg

I0301 = `{ $written }` i fältet `{ $key }` finns inte
    .hint = { $near ->
        [0] skriv mapp och filnamn utan ändelse, till exempel `mapp/namn`
       *[other] menade du `{ $near }`?
     }
    .label = leder ingenstans
I0302 = `{ $written }` i fältet `{ $key }` hör till `{ $found }`, inte till `{ $expected }`
    .hint = hänvisa till ett dokument i `{ $expected }`
    .label = hör till en annan samling
I0303 = sidorna ersätter varandra i en ring: { $chain }
    .hint = ta bort fältet `ersätter` från den äldsta av sidorna
    .label = går tillbaka till början
I0304 = delen `{ $part }` i `{ $written }` finns inte
    .hint = { $near ->
        [0] skriv ett id som finns på den sidan, eller ta bort allt från och med #
       *[other] menade du `{ $near }`?
     }
    .label = delen finns inte
I0305 = målet `{ $written }` finns inte på sidan
    .hint = { $near ->
        [0] skriv ett id som står under `mål`
       *[other] menade du `{ $near }`?
     }
    .label = okänt mål
I0306 = åtagandet `{ $commitment }` är klart, men loggen visar det inte
    .hint = lägg till en rad i `logg` med datum, status och underlag
    .label = saknar underlag
I0307 = loggraden { $date } står efter { $before }, men är äldre
    .hint = lägg `logg` i tidsordning, med den äldsta raden först
    .label = i fel ordning
I0308 = dagen { $date } i fältet `{ $key }` har inte kommit än
    .hint = rätta datumet, eller vänta med raden tills det har hänt
    .label = efter dagens datum
I0309 = åtagandet `{ $commitment }` är framflyttat, men det står inte vart
    .hint = lägg till raden `framflyttat_till: …`
    .label = framflyttat vart?
I0310 = `{ $id }` är redan id för `{ $other }`
    .hint = ge det ena dokumentet ett eget id
    .label = upptaget id
I0311 = personen `{ $person }` namnges utan grund
    .hint = skriv i `grund` varför personen får namnges, eller ta bort namnet
    .label = saknar grund
I0312 = personen `{ $person }` skulle ha tagits bort senast { $date }
    .hint = ta bort namnet, eller ge en grund och ett nytt datum
    .label = ska tas bort
I0313 = texten innehåller ett personnummer
    .hint = ta bort numret
    .label = personnummer
I0314 = sidan publiceras utan uppgift om vem som har godkänt den
    .hint = skriv vem som har godkänt sidan och när, eller `utkast: ja` tills det är gjort

I0401 = texten innehåller HTML-koden `{ $written }`
    .hint = ta bort koden och skriv med vanliga rubriker, listor och länkar
    .label = HTML-kod
I0402 = länken `{ $written }` är av ett slag som inte tillåts
    .hint = skriv en länk som börjar med https:, mailto: eller tel:
    .label = otillåten länk
I0403 = länken `{ $written }` leder ingenstans
    .hint = { $near ->
        [0] skriv mapp och filnamn utan ändelse, till exempel `mapp/namn`
       *[other] menade du `{ $near }`?
     }
    .label = finns inte
I0404 = `{ $anchor }` finns inte på sidan som länken `{ $written }` leder till
    .hint = { $near ->
        [0] rätta det som står efter #, eller ta bort det
       *[other] menade du `{ $near }`?
     }
    .label = finns inte på sidan
I0405 = bilden `{ $written }` finns inte
    .hint = lägg bilden bredvid sidans fil, eller rätta namnet
    .label = ingen bild här
I0406 = bilden `{ $written }` saknar beskrivning
    .hint = beskriv bilden för den som inte ser den: `![beskrivning]({ $written })`
    .label = saknar beskrivning
I0407 = rubriken hoppar från nivå { $from } till nivå { $to }
    .hint = gå en nivå i taget: `##`, sedan `###`
    .label = en nivå hoppades över
I0408 = texten har en rubrik med `#`, men överst på sidan står redan titeln
    .hint = skriv rubriken med `##`
    .label = samma nivå som titeln
I0409 = filen `{ $written }` finns inte
    .hint = lägg filen bredvid sidans fil, eller rätta namnet
    .label = ingen fil här
I0410 = länktexten `{ $written }` säger inte vart länken leder
    .hint = skriv namnet på det som länken leder till
    .label = säger för lite
I0411 = tabellen saknar rubrikrad
    .hint = skriv kolumnernas namn på tabellens första rad
    .label = tom rubrikrad
I0412 = länken är inte färdigskriven
    .hint = skriv länken med båda parenteserna, tätt ihop och utan mellanslag i adressen: `[text](mapp/namn)`
    .label = hör till en länk

I0501 = sidan skulle ha granskats senast { $due }
    .hint = läs igenom sidan, rätta den och skriv dagens datum i `granskad`
I0502 = giltigheten gick ut { $date }
    .hint = ändra `giltighet` efter ett nytt beslut, eller skriv `ersätter` på sidan som nu gäller
I0503 = perioden gick ut { $date } och inget resultat är redovisat
    .hint = skriv i `logg` hur det gick, eller `okänt`
I0504 = åtagandet `{ $commitment }`{ $more ->
        [none] {""}
       *[other] {" "}och { $more } till
    } pågår, men loggen har inget nytt sedan { $date }
    .hint = skriv i `logg` vad som har hänt, eller ändra `status`
    .label = inget nytt på sex månader
I0505 = uppgifterna är från { $date } och äldre än { $limit }
    .hint = publicera en ny version, eller skriv varför den gamla ligger kvar
I0506 = sidan bygger på `{ $title }`, som är { $state }
    .hint = skriv på sidan vad det betyder för läsaren
    .label = begränsat underlag
I0507 = sidan säger { $written } möten, men för { $year } finns { $counted }
    .hint = lägg till mötena som saknas, eller rätta antalet
    .label = stämmer inte med mötena
I0508 = ordet `{ $written }` heter `{ $right }` i ordförklaringarna
    .hint = skriv `{ $right }`
    .label = skrivs `{ $right }`
I0509 = texten är svår att läsa: läsbarhetstalet `LIX` är { $lix }, högst { $limit } är önskvärt
    .hint = dela långa meningar och byt långa ord mot kortare
I0511 = sidan `{ $address }` har varit publicerad, men finns inte längre
    .hint = skriv `tidigare: [{ $address }]` på sidan som tar över, eller behåll sidan med `återkallad`
I0512 = bilagan `{ $file }` är inte tillgänglig för alla, och sidan återger den inte
    .hint = skriv innehållet på sidan, eller byt filen mot en tillgänglig och skriv `tillgänglig: ja`
    .label = otillgänglig fil
I0513 = tidsgränsen för åtagandet `{ $commitment }`{ $more ->
        [none] {""}
       *[other] {" "}och { $more } till
    } gick ut { $date } och inget är redovisat
    .hint = skriv i `logg` hur det gick, eller ändra `senast` och `status`
    .label = tiden har gått ut

I0601 = `{ $path }` är inte gjord av insyn och ligger i vägen
    .hint = flytta filen, eller välj en annan mapp med `--out`
I0602 = mapparna `{ $out }` och `{ $content }` ligger i varandra
    .hint = välj en mapp utanför innehållet med `--out`
I0603 = `{ $path }` kan inte skrivas: { $reason }
    .hint = kontrollera att det finns plats på disken och att du får skriva i mappen
I0604 = ett annat bygge skriver redan i `{ $path }`
    .hint = vänta tills det är klart och försök igen
I0605 = loggraden `{ $entry }` har ändrats sedan `{ $revision }`
    .hint = återställ raden, och lägg till en ny rad som rättar den
    .label = får inte ändras
