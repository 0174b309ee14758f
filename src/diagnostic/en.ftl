# Messages in English. Each code has a message, a piece of advice (hint) and often a label at the spot.
# An argument that may be missing (near, help, suggestion, min, max) is the number 0 when it is: hence [0].

severity-error = error
severity-warning = warning
severity-note = note
severity-hint = help

summary-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
 }
summary-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
 }
summary-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
 }
summary-none = no errors
more = { $count } more of the same kind are not shown
empty = empty

# What a field should hold. Continues "write …".
type-text = text on one line, in quotes if it is a number: "1480"
type-texts = a list of texts: [one, two]
type-prose = running text
type-local = text in each language: sv: … and en: …
type-number = a number, such as 12 or 37.8
type-bool = yes or no (ja, nej)
type-date = a date, such as 2021-06-18
type-period = a period, such as 2021-2022 or 2020-09-24/2020-10-16
type-deadline = a deadline, such as 2020-12-31, oktober 2020, 2021 kv 2 or fortlöpande
type-duration = a length of time, such as 1 år, 6 månader or 2 veckor
type-choice = one of the choices in the collection's description
type-url = a web address that begins with https://
type-email = an e-mail address, such as name@example.se
type-phone = a phone number, such as 114 14
type-file = the name of a file beside the page
type-ref = the path to a document, without its suffix
type-refs = a list of paths to documents, without suffixes
type-list = a list, where each line begins with a hyphen
type-group = indented lines of key: value
type-place = a place with name and address (namn, adress) on indented lines
type-decision = a decision with body, date and section (organ, datum, paragraf) on indented lines
type-validity = a validity, such as 2021-2022 or tills vidare
type-goals = a list of goals, each with id and text
type-commitments = a list of commitments, each with id, rubrik, ansvarig, senast and status
type-questions = a list of questions, each with id, text and svar
type-series = a list of series, each with id, rubrik, enhet and värden
type-schedule = a list of occasions, each with id, rubrik and datum
type-members = a list of members, each with roll and organisation
type-findings = a list of findings, each with id, text and slag
type-steps = a list of steps, each with id, när and text
type-log = a list of log entries, each with datum and text, oldest first
type-sources = a list of sources, each with källa and ställe
type-changes = a list of changes, each with datum and text
type-files = a list of files, each with fil and titel
type-withdrawn = datum and skäl on indented lines

# Why a setting is needed. Continues "add it to `insyn.yaml`: ".
why-base-url = feeds, the sitemap and shared links need the full address
why-title = each page's title in the browser ends with the name of the site
why-publisher = visitors should see who answers for the site
why-organisation-number = open data should state the publisher's registration number
why-feedback = visitors should be able to report a mistake on a page
why-accessibility = the accessibility statement needs it
why-privacy = the privacy page needs somebody to turn to

I0001 = the file cannot be read: { $reason }
    .hint = check that the file is still there and that you may read it
I0002 = the file is not saved as `UTF-8` (byte { $byte } makes no sense)
    .hint = open the file in the editor and save it again in the encoding UTF-8
    .label = letters go wrong here
I0003 = the file is { $size }, but may be at most { $limit }
    .hint = divide the file, or save a smaller version of it
I0004 = the file is empty
    .hint = write the page's particulars in the file, or remove it
I0005 = the name `{ $name }` has other signs than a–z, 0–9 and hyphen
    .hint = { $suggestion ->
        [0] rename it with small letters a–z, digits and hyphens
       *[other] rename it to `{ $suggestion }`
     }
I0006 = the link leads out of the content, to `{ $target }`
    .hint = replace the link by the file itself
I0007 = the folder `{ $name }` is neither a collection nor an area with a page of its own
    .hint = { $near ->
        [0] put `_index.md` in the folder, or describe the collection in `content/_collections/{ $name }.yaml`
       *[other] did you mean `{ $near }`?
     }
I0008 = the folder `{ $path }` is missing
    .hint = run the command in the site's folder, or make a new site with `insyn init`
I0009 = the address `{ $address }` is already used by `{ $other }`
    .hint = rename one of the files, or change `kort` or `tidigare`
I0010 = the address begins with `{ $segment }`, which the site uses itself
    .hint = rename the file or the folder, or change `kort` or `tidigare`
I0011 = the file `{ $name }` is of an unknown kind and is left out
    .hint = save it as `.md` or `.yaml` if it is a page, else remove it
I0012 = the variant `{ $name }` has no original `{ $original }`
    .hint = make the original, or correct the name of the variant

I0101 = the file does not begin with `---` and the page's particulars
    .hint = begin the file with a line `---`, then the particulars, then one more line `---`
I0102 = the particulars at the top are never ended by `---`
    .hint = write a line with only `---` after the last of them
    .label = begins here
I0103 = the particulars cannot be read on this line
    .hint = write each as `key: value`, indented like the lines around it
    .label = stops here
I0104 = the line is indented with a tab
    .hint = replace the tab by two spaces
    .label = tab
I0105 = the value of the field `{ $key }` holds a colon
    .hint = put quotes around the value: { $quote }{ $value }{ $quote }
    .label = is read as the start of a new field
I0106 = `{ $quote }` never ends
    .hint = write `{ $closing }` where the value ends
    .label = opened here
I0107 = the field `{ $key }` was read as the number { $written }
    .hint = put quotes around the value: "{ $written }"
    .label = should be text
I0108 = the field `{ $key }` stands twice, first on line { $first }
    .hint = keep one of the lines and remove the other
    .label = already on line { $first }
I0109 = there is no field `{ $key }` here
    .hint = { $near ->
        [0] correct the spelling, remove the line or add the field to the collection's description
       *[other] did you mean `{ $near }`?
     }
    .label = unknown field
I0110 = the field `{ $key }` cannot be `{ $written }`
    .hint = write { $expected }
    .label = wrong kind of value
I0111 = the date `{ $written }` in the field `{ $key }` does not exist
    .hint = check the day and the month
    .label = not in the calendar
I0112 = the date `{ $written }` in the field `{ $key }` cannot be read
    .hint = write year, month and day, such as 2021-06-18
    .label = should be a date
I0113 = the period in the field `{ $key }` ends { $to }, before it begins { $from }
    .hint = correct the dates, so that the earlier stands first
    .label = ends before its beginning
I0114 = the period `{ $written }` in the field `{ $key }` cannot be read
    .hint = write for example 2021-2022 or 2020-09-24/2020-10-16
    .label = should be a period
I0115 = the field `{ $key }` is missing
    .hint = { $help ->
        [0] add the line `{ $key }: …`, or `{ $key }: okänt` if nobody knows
       *[other] add the line `{ $key }: …`, or `{ $key }: okänt` if nobody knows. About the field: { $help }
     }
I0116 = the text in the field `{ $key }` has { $length } characters, but may have at most { $limit }
    .hint = shorten the text
    .label = too long
I0117 = the field `{ $key }` has { $count ->
        [one] { $count } value
       *[other] { $count } values
     }, but should have at least { $limit }
    .hint = add what is missing
    .label = too few
I0118 = the field `{ $key }` has { $count ->
        [one] { $count } value
       *[other] { $count } values
     }, but may have at most { $limit }
    .hint = remove what is too much
    .label = too many
I0119 = the field `{ $key }` cannot be `{ $written }`
    .hint = { $near ->
        [0] choose one of: { $choices }
       *[other] did you mean `{ $near }`? The choices are: { $choices }
     }
    .label = not one of the choices
I0120 = the particulars repeat themselves too many times with `*`
    .hint = write the values out instead of referring with `&` and `*`
    .label = repeated from here
I0121 = the particulars are indented in too many levels
    .hint = move them closer to the left edge, or divide the page
    .label = too deep
I0122 = the particulars at the top are not written as `key: value`
    .hint = write each on a line of its own, such as `titel: Name of the page`
    .label = should be key: value
I0123 = the length of time `{ $written }` in the field `{ $key }` cannot be read
    .hint = write for example 1 år, 6 månader or 2 veckor
    .label = should be a length of time
I0124 = the deadline `{ $written }` in the field `{ $key }` cannot be read
    .hint = write for example 2020-12-31, oktober 2020, 2021 kv 2, 2020 or fortlöpande
    .label = should be a deadline
I0125 = `{ $written }` in the field `{ $key }` is not a web address
    .hint = write the full address, with https:// first
    .label = should be a web address
I0126 = `{ $written }` in the field `{ $key }` is not an e-mail address
    .hint = write the address with @, such as name@example.se
    .label = should be an e-mail address
I0127 = `{ $written }` in the field `{ $key }` is not a phone number
    .hint = write only digits, spaces, hyphens and a + first, such as 114 14
    .label = should be a phone number
I0128 = the number { $written } in the field `{ $key }` is out of its limits
    .hint = { $max ->
        [0] write a number that is at least { $min }
       *[other] { $min ->
            [0] write a number that is at most { $max }
           *[other] write a number from { $min } to { $max }
         }
     }
    .label = out of its limits
I0129 = `{ $id }` is already the id of something else, on line { $first }
    .hint = give one of them an id of its own
    .label = already on line { $first }
I0130 = the id `{ $id }` has other signs than a–z, 0–9 and hyphen
    .hint = { $suggestion ->
        [0] write it with small letters a–z, digits and hyphens
       *[other] write `{ $suggestion }`
     }
    .label = signs not allowed
I0131 = the field `{ $key }` may not stand in a translation or easy-read version
    .hint = remove the line: the value comes from the original
    .label = belongs in the original
I0132 = the address `{ $written }` in the field `{ $key }` cannot be used
    .hint = write it with small letters a–z, digits, hyphens and slashes
    .label = should be an address on the site
I0134 = a space is missing after the colon of `{ $key }`
    .hint = write `{ $key }: { $value }`, with an ordinary space after the colon
    .label = space here
I0135 = the value of the field `{ $key }` begins with `{ $sign }`, which has a meaning of its own here
    .hint = put quotes around the value: { $quote }{ $value }{ $quote }
    .label = is not read as text
I0136 = the line is not written as `key: value`
    .hint = begin the line with the name of the field and a colon, or indent it by two spaces if it belongs to the text above
I0137 = the line is not indented like the one above
    .hint = indent the line with ordinary spaces, as many as the other lines of the same group
    .label = begins at the wrong place
I0138 = the line of the list begins with `{ $sign }` instead of a hyphen
    .hint = begin each line of the list with a hyphen and a space: `- `
    .label = should be a hyphen
I0139 = the quote of the field `{ $key }` ends in the middle of the value
    .hint = change the inner quotes to ” or ’, so that only the first and the last is `{ $quote }`
    .label = the quote ends here
I0140 = the text after `#` in the field `{ $key }` does not come to the page: { $lost }
    .hint = put quotes around the whole value, or write the remark on a line of its own that begins with #
    .label = is read as a remark
I0141 = the file is not written as a list
    .hint = begin each item with a hyphen and a space, such as `- lika: [sprej, spray]` or `- situation: hotad`
    .label = should be a list

I0201 = the settings `{ $path }` are missing
    .hint = run the command in the site's folder, or make a new site with `insyn init`
I0202 = there is no role `{ $written }`
    .hint = { $near ->
        [0] choose one of: { $choices }
       *[other] did you mean `{ $near }`? The choices are: { $choices }
     }
    .label = unknown role
I0203 = there is no type `{ $written }`
    .hint = { $near ->
        [0] choose one of: { $choices }
       *[other] did you mean `{ $near }`? The choices are: { $choices }
     }
    .label = unknown type
I0204 = there is no collection `{ $name }`
    .hint = { $near ->
        [0] correct the name, or describe the collection in `content/_collections/{ $name }.yaml`
       *[other] did you mean `{ $near }`?
     }
    .label = unknown collection
I0205 = the field `{ $key }` is described twice
    .hint = keep one of the descriptions and remove the other
    .label = already there
I0206 = the file of the theme cannot be read: { $reason }
    .hint = correct the line told
I0207 = the template fails on the page `{ $page }`: { $reason }
    .hint = correct the line told, or the page if something is missing there
I0208 = there is no template `{ $name }`
    .hint = { $near ->
        [0] correct the name, or put the template in the theme's folder `templates`
       *[other] did you mean `{ $near }`?
     }
    .label = unknown template
I0209 = the text `{ $key }` is missing in the language `{ $language }`
    .hint = add the line `{ $key } = …` to the theme's file `texts/{ $language }.ftl`
I0210 = the colour `{ $key }` ({ $written }) has the contrast { $ratio } against its ground, but { $required } is required
    .hint = choose a colour that differs more from the ground in lightness
    .label = contrast too weak
I0211 = the setting `{ $key }` is missing
    .hint = add it to `insyn.yaml`: { $why }
I0212 = the field `{ $key }` is already on all pages, with the type `{ $kind }`
    .hint = choose another name for the field, or write `typ: { $kind }`
    .label = name taken
I0213 = the colour `{ $written }` in `{ $key }` cannot be read
    .hint = write # and six characters, such as "#004b87"
    .label = should be a colour

I0301 = `{ $written }` in the field `{ $key }` does not exist
    .hint = { $near ->
        [0] write folder and file name without suffix, such as `folder/name`
       *[other] did you mean `{ $near }`?
     }
    .label = leads nowhere
I0302 = `{ $written }` in the field `{ $key }` belongs to `{ $found }`, not to `{ $expected }`
    .hint = refer to a document in `{ $expected }`
    .label = belongs to another collection
I0303 = the pages supersede each other in a circle: { $chain }
    .hint = remove the field `ersätter` from the oldest of the pages
    .label = leads back to the start
I0304 = there is no part `{ $part }` in `{ $written }`
    .hint = { $near ->
        [0] write an id that exists on that page, or remove everything from # on
       *[other] did you mean `{ $near }`?
     }
    .label = no such part
I0305 = there is no goal `{ $written }` on the page
    .hint = { $near ->
        [0] write an id that stands under `mål`
       *[other] did you mean `{ $near }`?
     }
    .label = unknown goal
I0306 = the commitment `{ $commitment }` is done, but the log does not show it
    .hint = add an entry to `logg` with datum, status and underlag
    .label = no evidence
I0307 = the log entry { $date } stands after { $before }, but is older
    .hint = put `logg` in order of time, with the oldest entry first
    .label = out of order
I0308 = the day { $date } in the field `{ $key }` has not come yet
    .hint = correct the date, or wait with the line until it has happened
    .label = after today
I0309 = the commitment `{ $commitment }` is deferred, but does not say where to
    .hint = add the line `framflyttat_till: …`
    .label = deferred where to?
I0310 = `{ $id }` is already the id of `{ $other }`
    .hint = give one of the documents an id of its own
    .label = id taken
I0311 = the person `{ $person }` is named without a basis
    .hint = write in `grund` why the person may be named, or remove the name
    .label = no basis
I0312 = the person `{ $person }` should have been removed by { $date }
    .hint = remove the name, or give a basis and a new date
    .label = to be removed
I0313 = the text holds a Swedish personal identity number
    .hint = remove the number
    .label = personal identity number
I0314 = the page is published without saying who cleared it
    .hint = write who cleared the page and when, or `utkast: ja` until it is done

I0401 = the text holds the HTML code `{ $written }`
    .hint = remove the code and use ordinary headings, lists and links
    .label = HTML code
I0402 = the link `{ $written }` is of a kind that is not allowed
    .hint = write a link that begins with https:, mailto: or tel:
    .label = link not allowed
I0403 = the link `{ $written }` leads nowhere
    .hint = { $near ->
        [0] write folder and file name without suffix, such as `folder/name`
       *[other] did you mean `{ $near }`?
     }
    .label = does not exist
I0404 = there is no `{ $anchor }` on the page that the link `{ $written }` leads to
    .hint = { $near ->
        [0] correct what stands after #, or remove it
       *[other] did you mean `{ $near }`?
     }
    .label = not on the page
I0405 = the image `{ $written }` does not exist
    .hint = put the image beside the page's file, or correct the name
    .label = no image here
I0406 = the image `{ $written }` has no description
    .hint = describe the image to those who cannot see it: `![description]({ $written })`
    .label = no description
I0407 = the heading jumps from level { $from } to level { $to }
    .hint = go one level at a time: `##`, then `###`
    .label = a level was skipped
I0408 = the text has a heading with `#`, but the title already stands at the top of the page
    .hint = write the heading with `##`
    .label = same level as the title
I0409 = the file `{ $written }` does not exist
    .hint = put the file beside the page's file, or correct the name
    .label = no file here
I0410 = the link text `{ $written }` does not say where the link leads
    .hint = write the name of what the link leads to
    .label = says too little
I0411 = the table has no heading row
    .hint = write the names of the columns on the first line of the table
    .label = empty heading row
I0412 = the link is not finished
    .hint = write the link with both brackets, close together and without spaces in the address: `[text](folder/name)`
    .label = belongs to a link

I0501 = the page should have been reviewed by { $due }
    .hint = read the page through, correct it and write today's date in `granskad`
I0502 = the validity ended { $date }
    .hint = change `giltighet` after a new decision, or write `ersätter` on the page that now applies
I0503 = the period ended { $date } and no result is told
    .hint = write in `logg` how it went, or `okänt`
I0504 = the commitment `{ $commitment }`{ $more ->
        [none] {""}
       *[other] {" "}and { $more } more
    } is ongoing, but the log has nothing new since { $date }
    .hint = write in `logg` what has happened, or change `status`
    .label = nothing new for six months
I0505 = the information is from { $date } and older than { $limit }
    .hint = publish a new version, or write why the old one remains
I0506 = the page builds on `{ $title }`, which is { $state }
    .hint = write on the page what that means to the reader
    .label = rests on something limited
I0507 = the page says { $written } meetings, but for { $year } there are { $counted }
    .hint = add the meetings that are missing, or correct the number
    .label = contradicts the meetings
I0508 = the word `{ $written }` is `{ $right }` in the glossary
    .hint = write `{ $right }`
    .label = is written `{ $right }`
I0509 = the text is hard to read: its readability index `LIX` is { $lix }, at most { $limit } is desirable
    .hint = divide long sentences and choose shorter words
I0511 = the page `{ $address }` has been published, but is gone
    .hint = write `tidigare: [{ $address }]` on the page that replaces it, or keep the page with `återkallad`
I0512 = the file `{ $file }` is not accessible to all, and the page does not tell what it says
    .hint = write the contents on the page, or put an accessible file instead and write `tillgänglig: ja`
    .label = file not accessible
I0513 = the deadline of the commitment `{ $commitment }`{ $more ->
        [none] {""}
       *[other] {" "}and { $more } more
    } passed { $date } and nothing is told
    .hint = write in `logg` how it went, or change `senast` and `status`
    .label = the time has passed

I0601 = `{ $path }` was not made by insyn and stands in the way
    .hint = move the file, or choose another folder with `--out`
I0602 = the folders `{ $out }` and `{ $content }` lie one in the other
    .hint = choose a folder outside the content with `--out`
I0603 = `{ $path }` cannot be written: { $reason }
    .hint = check that the disk has room and that you may write in the folder
I0604 = another build is already writing in `{ $path }`
    .hint = wait until it is done and try again
I0605 = the log entry `{ $entry }` was changed since `{ $revision }`
    .hint = restore the entry, and add a new one that corrects it
    .label = may not be changed
