# What the command line says in English. The words of diagnostics stand in src/diagnostic/en.ftl.
# An argument that may be missing (near) is the number 0 when it is: hence [0].

error = error
tip = hint
working = Building

heading-usage = Usage
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options
heading-examples = Examples

about-insyn = insyn makes a website of a municipality's and the police's pledges, plans and guidelines on safety.
usage-insyn = insyn [options] <command>
examples-insyn =
    {"  "}insyn init our-site        begin a new site
    {"  "}insyn serve                show the site while you write
    {"  "}insyn build                build the finished site in the folder public
    {"  "}insyn new --help           read about a command

about-build = Builds the site. When anything is wrong nothing is written, and the errors are shown.
usage-build = insyn build [options]
examples-build =
    {"  "}insyn build
    {"  "}insyn build --strict --out /srv/web
    {"  "}insyn build --compress         compress what the web server sends
    {"  "}insyn build --format json > errors.json

about-check = Looks the site through without writing anything.
usage-check = insyn check [options]
examples-check =
    {"  "}insyn check
    {"  "}insyn check --strict
    {"  "}insyn check --against main    has anybody changed an old log entry?

about-serve = Builds the site, shows it in the browser and builds it anew when you save.
usage-serve = insyn serve [options]
examples-serve =
    {"  "}insyn serve
    {"  "}insyn serve --drafts          show drafts as well
    {"  "}insyn serve --port 8080

about-new = Makes a new document with every field, and explains them.
usage-new = insyn new <collection> <title> [options]
examples-new =
    {"  "}insyn new medborgarloften "Tryggare centrum 2027" --scope exempelkommun
    {"  "}insyn new contacts "Växeln" --scope exempelkommun --name vaxeln

about-init = Makes a small site to begin with. The folder must be empty.
usage-init = insyn init [folder]
examples-init =
    {"  "}insyn init our-site

about-view = Shows as JSON what the template of a page is given.
usage-view = insyn view <address> [options]
examples-view =
    {"  "}insyn view /exempelkommun/

about-completions = Writes completions of commands for your shell.
usage-completions = insyn completions <shell>
examples-completions =
    {"  "}insyn completions bash > ~/.local/share/bash-completion/completions/insyn

about-man = Writes a page for the system's manual.
usage-man = insyn man [command]
examples-man =
    {"  "}insyn man > insyn.1
    {"  "}insyn man build > insyn-build.1

help-root = The site's folder [else: where you stand, or the nearest above with insyn.yaml]
help-out = The folder that the site is built in [else: public in the site's folder; with --drafts .insyn-utkast]
help-today = The day that the site is built for, such as 2026-11-22 [else: today]
help-lang = The language of the program [else: that of the machine, or Swedish]
help-strict = Warnings count as errors
help-drafts = Show drafts and what is to be published later
help-compress = Put a compressed twin (.br and .gz) beside each text file, for web servers that send such
help-format = How errors and warnings are written: human for people, json for programs
help-color = Colours on the screen: auto, always or never
help-help = Show this help
help-version = Show the version of the program
help-against = Compare logs and pages with an earlier revision in Git
help-port = The port that the site is shown on [else: 1111]
help-address = The address to listen on [else: 127.0.0.1, this machine alone]
help-collection = The kind of document: the collection's folder or name, such as medborgarloften
help-title = The heading of the page, in quotes
help-scope = The municipality's folder in content [else: common to the whole site]
help-name = The name of the file, of a–z, 0–9 and hyphens [else: made from the title]
help-folder = The folder of the site [else: where you stand]
help-path = The address of the page, such as /exempelkommun/
help-shell = bash, zsh, fish, elvish or powershell
help-command = The command that the page is about [else: the whole program]

built = { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    }, { $outputs ->
        [one] { $outputs } file
       *[other] { $outputs } files
    }: { $written } written, { $unchanged } unchanged, { $removed } removed in { $seconds } s
not-built = Nothing was written: { $counts }.
checked = { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    } looked through in { $seconds } s: { $counts }

serving = The site is shown on { $url }  (end with Ctrl-C)
serving-broken = The site is shown on { $url } once the errors are mended  (end with Ctrl-C)

created = Made { $path }
created-next = Fill in what is okänt. See the page with insyn serve on { $address }
started = Made a site in { $path }
started-next =
    Go on like this:
    {"  "}cd { $path }
    {"  "}insyn serve
started-next-here =
    Go on like this:
    {"  "}insyn serve

scaffold-required = Fields that are needed. Write okänt where nobody has told.
scaffold-choices = Choose: { $choices }
scaffold-references = The path of a document in { $collections }, without its ending.
scaffold-instead = Or like this, instead of the line above:
scaffold-optional = Optional fields. Remove the sign # before those that you want to use.
scaffold-common = Fields that every page may have.

fail-machine = { $path }: { $reason }
    .hint = check that the folder is there, that you may write in it and that the disk has room
fail-root = there is no folder `{ $path }`
    .hint = write the path of the folder that holds insyn.yaml
fail-command = there is no command `{ $written }`
    .hint = { $near ->
        [0] write insyn --help to see the commands
       *[other] did you mean `{ $near }`?
    }
fail-argument = there is no option `{ $written }`
    .hint = { $near ->
        [0] add --help to see the options; titles with spaces need quotes
       *[other] did you mean `{ $near }`?
    }
fail-value = `{ $name }` cannot be `{ $written }`
    .hint = { $near ->
        [0] write { $expected }
       *[other] did you mean `{ $near }`?
    }
fail-value-missing = `{ $name }` needs a value
    .hint = add --help to see an example
fail-missing = something is missing: { $names }
    .hint = add --help to see an example
fail-twice = `{ $name }` cannot be given like that
    .hint = write the option once
fail-arguments = the command cannot be understood: { $reason }
    .hint = add --help to see an example
expected-today = a date like this: 2026-11-22
expected-port = a number between 0 and 65535
expected-address = an IP address, such as 127.0.0.1

fail-collection = there is no collection `{ $written }`
    .hint = { $near ->
        [0] choose one of: { $choices }
       *[other] did you mean `{ $near }`?
    }
fail-scope = there is no municipality `{ $written }`
    .hint = { $near ->
        [0] { $choices ->
            [0] make content/<municipality>/_index.md first
           *[other] choose one of: { $choices }
        }
       *[other] did you mean `{ $near }`?
    }
fail-name = `{ $written }` cannot be the name of a file
    .hint = { $near ->
        [0] give a name with --name, such as --name tryggare-centrum
       *[other] write --name { $near }
    }
fail-exists = `{ $path }` is already there
    .hint = change that file, or give another name with --name
fail-not-empty = the folder `{ $path }` is not empty
    .hint = choose a new folder, such as insyn init our-site
fail-page = there is no page at `{ $path }`
    .hint = write the address of the page as the browser shows it
fail-no-git = the program git cannot be run: { $reason }
    .hint = install Git, or check without --against
fail-git = `{ $revision }` cannot be read in Git: { $reason }
    .hint = write a branch, a tag or a revision that exists, such as main
fail-serve = { $address } cannot be used: { $reason }
    .hint = choose another port with --port
