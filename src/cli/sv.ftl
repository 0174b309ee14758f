# Vad kommandoraden säger på svenska. Diagnosernas ord står i src/diagnostic/sv.ftl.
# Ett argument som får saknas (near) är talet 0 när det saknas: därav [0].

error = fel
tip = tips
working = Bygger

heading-usage = Användning
heading-commands = Kommandon
heading-arguments = Argument
heading-options = Inställningar
heading-examples = Exempel

about-insyn = insyn gör en webbplats av kommunens och polisens löften, planer och riktlinjer för trygghet.
usage-insyn = insyn [inställningar] <kommando>
examples-insyn =
    {"  "}insyn init var-webbplats      börja på en ny webbplats
    {"  "}insyn serve                   visa webbplatsen medan du skriver
    {"  "}insyn build                   bygg den färdiga webbplatsen i mappen public
    {"  "}insyn new --help              läs om ett kommando

about-build = Bygger webbplatsen. Är något fel skrivs ingenting, och felen visas.
usage-build = insyn build [inställningar]
examples-build =
    {"  "}insyn build
    {"  "}insyn build --strict --out /srv/webb
    {"  "}insyn build --compress         komprimera det som webbservern skickar
    {"  "}insyn build --format json > fel.json

about-check = Granskar webbplatsen utan att skriva något.
usage-check = insyn check [inställningar]
examples-check =
    {"  "}insyn check
    {"  "}insyn check --strict
    {"  "}insyn check --against main    har någon ändrat en gammal loggrad?

about-serve = Bygger webbplatsen, visar den i webbläsaren och bygger om när du sparar.
usage-serve = insyn serve [inställningar]
examples-serve =
    {"  "}insyn serve
    {"  "}insyn serve --drafts          visa även utkast
    {"  "}insyn serve --port 8080

about-new = Skapar ett nytt dokument med alla fält, och förklaringar till dem.
usage-new = insyn new <samling> <titel> [inställningar]
examples-new =
    {"  "}insyn new medborgarlöfte "Tryggare centrum 2027" --scope exempelkommun
    {"  "}insyn new kontakter "Växeln" --scope exempelkommun --name vaxeln

about-init = Skapar en liten webbplats att börja med. Mappen ska vara tom.
usage-init = insyn init [mapp]
examples-init =
    {"  "}insyn init var-webbplats

about-view = Visar som JSON det som sidans mall får att rita med.
usage-view = insyn view <adress> [inställningar]
examples-view =
    {"  "}insyn view /exempelkommun/

about-completions = Skriver komplettering av kommandon för ditt skal.
usage-completions = insyn completions <skal>
examples-completions =
    {"  "}insyn completions bash > ~/.local/share/bash-completion/completions/insyn

about-man = Skriver en sida till systemets handbok.
usage-man = insyn man [kommando]
examples-man =
    {"  "}insyn man > insyn.1
    {"  "}insyn man build > insyn-build.1

help-root = Webbplatsens mapp [annars: mappen du står i, eller närmast ovanför med insyn.yaml]
help-out = Mappen som webbplatsen byggs i [annars: public i webbplatsens mapp, med --drafts .insyn-utkast]
help-today = Dagen som webbplatsen byggs för, till exempel 2026-11-22 [annars: i dag]
help-lang = Programmets språk [annars: datorns, eller svenska]
help-strict = Varningar räknas som fel
help-drafts = Visa utkast och det som ska publiceras senare
help-compress = Lägg en komprimerad tvilling (.br och .gz) bredvid varje textfil, för webbservrar som skickar sådana
help-format = Hur fel och varningar skrivs: human för människor, json för program
help-color = Färger på skärmen: auto, always (alltid) eller never (aldrig)
help-help = Visa hjälpen
help-version = Visa programmets version
help-against = Jämför loggar och sidor med en tidigare revision i Git
help-port = Porten som webbplatsen visas på [annars: 1111]
help-address = Adressen att lyssna på [annars: 127.0.0.1, bara den här datorn]
help-collection = Slag av dokument: samlingens mapp eller namn, till exempel medborgarlöfte
help-title = Sidans rubrik, inom citattecken
help-scope = Kommunens mapp i content [annars: gemensamt för hela webbplatsen]
help-name = Filens namn, med a–z, 0–9 och bindestreck [annars: gjort av titeln]
help-folder = Mappen för webbplatsen [annars: mappen du står i]
help-path = Sidans adress, till exempel /exempelkommun/
help-shell = bash, zsh, fish, elvish eller powershell
help-command = Kommandot som sidan ska handla om [annars: hela programmet]

built = { $documents } dokument, { $outputs ->
        [one] { $outputs } fil
       *[other] { $outputs } filer
    }: { $written ->
        [one] { $written } skriven
       *[other] { $written } skrivna
    }, { $unchanged ->
        [one] { $unchanged } oförändrad
       *[other] { $unchanged } oförändrade
    }, { $removed ->
        [one] { $removed } borttagen
       *[other] { $removed } borttagna
    } på { $seconds } s
not-built = Inget skrevs: { $counts }.
checked = { $documents } dokument granskade på { $seconds } s: { $counts }

serving = Webbplatsen visas på { $url }  (avsluta med Ctrl-C)
serving-broken = Webbplatsen visas på { $url } när felen är rättade  (avsluta med Ctrl-C)

created = Skapade { $path }
created-next = Fyll i det som är okänt. Se sidan med insyn serve på { $address }
started = Skapade en webbplats i { $path }
started-next =
    Fortsätt så här:
    {"  "}cd { $path }
    {"  "}insyn serve
started-next-here =
    Fortsätt så här:
    {"  "}insyn serve

scaffold-required = Fält som behövs. Skriv okänt där ingen har berättat.
scaffold-choices = Välj: { $choices }
scaffold-references = Sökväg till ett dokument i { $collections }, utan filändelse.
scaffold-instead = Eller så här, i stället för raden ovanför:
scaffold-optional = Frivilliga fält. Ta bort tecknet # framför dem som du vill använda.
scaffold-common = Fält som alla sidor kan ha.

fail-machine = { $path }: { $reason }
    .hint = kontrollera att mappen finns, att du får skriva i den och att disken har plats
fail-root = mappen `{ $path }` finns inte
    .hint = skriv sökvägen till mappen som har insyn.yaml
fail-command = det finns inget kommando `{ $written }`
    .hint = { $near ->
        [0] skriv insyn --help för att se kommandona
       *[other] menade du `{ $near }`?
    }
fail-argument = det finns ingen inställning `{ $written }`
    .hint = { $near ->
        [0] lägg till --help för att se inställningarna; titlar med mellanslag ska ha citattecken
       *[other] menade du `{ $near }`?
    }
fail-value = `{ $name }` kan inte vara `{ $written }`
    .hint = { $near ->
        [0] skriv { $expected }
       *[other] menade du `{ $near }`?
    }
fail-value-missing = `{ $name }` behöver ett värde
    .hint = lägg till --help för att se ett exempel
fail-missing = det fattas något: { $names }
    .hint = lägg till --help för att se ett exempel
fail-twice = `{ $name }` kan inte ges så
    .hint = skriv inställningen en gång
fail-arguments = kommandot kan inte förstås: { $reason }
    .hint = lägg till --help för att se ett exempel
expected-today = ett datum så här: 2026-11-22
expected-port = ett tal mellan 0 och 65535
expected-address = en IP-adress, till exempel 127.0.0.1

fail-collection = det finns ingen samling `{ $written }`
    .hint = { $near ->
        [0] välj en av: { $choices }
       *[other] menade du `{ $near }`?
    }
fail-scope = det finns ingen kommun `{ $written }`
    .hint = { $near ->
        [0] { $choices ->
            [0] skapa först content/<kommun>/_index.md
           *[other] välj en av: { $choices }
        }
       *[other] menade du `{ $near }`?
    }
fail-name = `{ $written }` kan inte vara namnet på en fil
    .hint = { $near ->
        [0] ge ett namn med --name, till exempel --name tryggare-centrum
       *[other] skriv --name { $near }
    }
fail-exists = `{ $path }` finns redan
    .hint = ändra i den filen, eller ge ett annat namn med --name
fail-not-empty = mappen `{ $path }` är inte tom
    .hint = välj en ny mapp, till exempel insyn init var-webbplats
fail-page = det finns ingen sida på `{ $path }`
    .hint = skriv sidans adress så som den står i webbläsaren
fail-no-git = programmet git går inte att köra: { $reason }
    .hint = installera Git, eller granska utan --against
fail-git = `{ $revision }` kan inte läsas i Git: { $reason }
    .hint = skriv en gren, en tagg eller en revision som finns, till exempel main
fail-serve = { $address } går inte att använda: { $reason }
    .hint = välj en annan port med --port
