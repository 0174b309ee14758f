# The interface texts in English. The keys are the same as in sv.ftl.
# Templates read the texts under "Templates" as t.key_with_underscores.
# The texts under "Engine" have conditions or values: the engine resolves them before the template is drawn.

## Templates: frame, menu, footer

skip-link = Skip to content
main-menu = Main menu
menu = Menu
close-menu = Close menu
breadcrumb = Breadcrumb
languages = Languages
scope-label = Municipality
scope-all = All municipalities
footer-menu = About the website
quick-exit = Leave this page quickly
quick-exit-keys = You can also press the Escape key three times.
quick-exit-url = https://www.smhi.se/
page-error-heading = Something wrong on this page?
page-error-text = Tell us if something is wrong or missing, and we will correct it.
page-error-link = Tell us what is wrong
licence-label = Licence for texts and data
built-label = As of
print-address = Address of this page

## Templates: search and A–Z

search = Search
search-label = Search the website
search-placeholder = For example graffiti
many-search = Many search for:
search-hits = Matches in the list:
search-none = No matches in the list. Try another word, or look through the list below.
# In these texts # is a number and … the words searched for, or the second number.
search-wait = Searching …
search-failed = The search could not be loaded. Check your connection.
search-retry = Try again
search-found-one = 1 match for “…”
search-found-many = # matches for “…”
search-found-none = No matches for “…”
search-suggestion = Did you mean
search-sort = Sort by
search-by-relevance = Relevance
search-by-date = Date
search-clear = Clear filters
search-rest = Show # more
search-more = Show more
search-shown = Showing # of …
search-fewer = Use fewer words, or try another word.
search-in-list = Look further down the page:
search-begin = Or begin here:
search-ask = Still not found?
search-offers = Suggestions
search-offers-count = Suggestions: #. Choose with the arrow keys.
az-heading = Everything from A to Ö
letters = Letters
az-choose = Choose the letter that the page begins with.

## Templates: home page and municipality page

doors-heading = Who are you?
promised-now = What is promised
all-pledges = All pledges
how-it-goes = How it is going
who-to-call = Whom do I call?
all-contacts = All contacts
what-happened = What has happened?
scopes-heading = Municipalities
latest = Latest changes
no-changes = No changes have been published
missing-heading = What we do not know yet
missing-lead = Information that nobody has given is shown as “Not provided”. All of it is listed here, so that those who know can fill it in.
missing-count-label = pieces of information not provided
nothing-missing = No information is missing.
everything-heading = Everything here
nothing-promised = No pledges have been published

## Templates: a document

answer-until-when = Is it in force?
answer-progress = How is it going?
answer-why = What is it built on?
answer-ask = Whom do I ask?
on-this-page = On this page
facts = Facts
parts = Parts
whole = The whole document
walk = Move between the parts
previous = Previous
next = Next
page = Page
pages = Pages
further = further
trail = The trail
more-about = More about this
files = Files
file-not-accessible = The file is not accessible. The most important content is on this page.
belongs-to = Belongs to
audiences = Audiences
subjects = Subjects
places = Places
sources = Sources
source = Source
source-errors = Errors in the source
source-errors-lead = Errors that we have found in the sources themselves. We have not changed the source, only noted the error.
about-page = About this page
owner = Responsible for this page
published = Published
updated = Updated
reviewed = Last reviewed
review-due = To be reviewed by
short-url = Short address
changes = Changes
major-change = Major change
missing = Not provided
read-more = Read more
more = More
not-published = Not published
stands-in = Stated in

## Templates: commitments, goals and log

responsible = Responsible
deadline = Deadline
deferred-to = Deferred to
measure = Measure
target = Target
actual = Outcome
goal = Goal
prevention-level = Level
prevention-kind = Kind
depends-on = Depends on
log = What has happened
log-missing = Nothing has been noted about what has happened
evidence = Evidence
noted-by = Noted by

## Templates: surveys, statistics, times, people

answer = Answer
share = Share
period = Period
group = Group
value = Value
series-break = Break in the series
date-missing = Date not provided
role = Role
organisation = Organisation
person = Person

## Templates: audits

number = Number
finding-about = Concerns
answer-from = from
answer-missing = No answer has been published

## Templates: steps and contacts

steps-missing = The steps have not been published
national = National
national-advice = National advice
phone = Phone
email = E-mail
web = Web
hours = Hours

## Templates: an audience's page

applies-to-you = What applies to you
promised-to-you = What is promised

## Templates: lists, state, glossary, errors

filter = Filter
list-empty = Nothing has been published here yet
states-lead = Every state on this website is decided in a fixed way. This page tells how.
states-statuses = How a commitment is going
states-statuses-lead = A status is always written by somebody responsible. The site never works out that anything is late. When the last day has passed and nobody has told how it went, it says just that. When something is under way and nothing has been noted for six months, it says since when.
states-validity = Whether a document is in force
states-validity-lead = The state is computed from the document’s own dates.
not-same-as = Not to be confused with
not-found-lead = The page does not exist, or it has moved. Search, or start from the home page.
to-home = To the home page
moved-heading = The page has moved
moved-text = It is now here:

## Engine: headings of pages

title-home = Home
title-changes = New
title-missing = Missing information
title-errors = Errors in sources
title-states = How the state is decided
title-board = How it is going
title-findings = Findings of the audits
title-az = Search and A to Ö
title-not-found = Page not found
title-accessibility = Accessibility
title-privacy = Personal data
title-in-scope = { $title } in { $scope }
title-facet = { $title }, { $facet }: { $value }
title-page = { $title }, page { $number }
title-values = { $title } by { $facet }
title-letter = From A to Ö: { $letter }
title-with-site = { $title } – { $site }

## Engine: counts

all-values = All { $count }
shown-of = Showing { $shown } of { $all }
documents-count = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
answers-count = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
missing-count = { $count ->
    [0] No information is missing
    [one] { $count } piece of information not provided
   *[other] { $count } pieces of information not provided
}
meetings-a-year = { $count ->
    [one] once a year
   *[other] { $count } times a year
}
file-size-kb = { $size }{"\u00A0"}kB
percent = { $value }{"\u00A0"}%

## Engine: how far the commitments have come, a piece for each status

progress-planned = { $count ->
    [one] { $count }{"\u00A0"}planned
   *[other] { $count }{"\u00A0"}planned
}
progress-ongoing = { $count ->
    [one] { $count }{"\u00A0"}ongoing
   *[other] { $count }{"\u00A0"}ongoing
}
progress-done = { $count ->
    [one] { $count }{"\u00A0"}done
   *[other] { $count }{"\u00A0"}done
}
progress-partly-done = { $count ->
    [one] { $count }{"\u00A0"}partly done
   *[other] { $count }{"\u00A0"}partly done
}
progress-delayed = { $count ->
    [one] { $count }{"\u00A0"}late
   *[other] { $count }{"\u00A0"}late
}
progress-stopped = { $count ->
    [one] { $count }{"\u00A0"}stopped
   *[other] { $count }{"\u00A0"}stopped
}
progress-deferred = { $count ->
    [one] { $count }{"\u00A0"}deferred
   *[other] { $count }{"\u00A0"}deferred
}
progress-unknown = { $count ->
    [one] { $count }{"\u00A0"}not reported
   *[other] { $count }{"\u00A0"}not reported
}
progress-text = { $total ->
    [one] { $total } commitment: { $parts }
   *[other] { $total } commitments: { $parts }
}

## Engine: status of a commitment

status-planned = Planned
status-ongoing = Ongoing
status-done = Done
status-partly-done = Partly done
status-delayed = Late
status-stopped = Stopped
status-deferred = Deferred
status-unknown = Not provided
status-planned-explained = Those responsible have written that the work is to begin.
status-ongoing-explained = Those responsible have written that the work is going on.
status-done-explained = Those responsible have written that what was promised has been done.
status-partly-done-explained = Those responsible have written that some of what was promised has been done.
status-delayed-explained = Those responsible have themselves written that it is late. The website never computes that.
status-stopped-explained = Those responsible have written that the work has been stopped.
status-deferred-explained = Those responsible have written that the work has been moved to a later period.
status-unknown-explained = Nobody has published how it is going. That does not say whether the work has been done.

## Engine: state of a document

state-in-force = In force
state-expiring = Expires soon
state-expired = No longer in force
state-review-overdue = No review known
state-superseded = Superseded
state-withdrawn = Withdrawn
state-undated = Validity not provided
state-not-yet = Not yet in force
state-in-force-until = In force until { $date }
state-in-force-until-further-notice = In force until further notice
state-expiring-date = Expires { $date }
state-expired-date = Was in force until { $date }
state-review-overdue-date = Review expected { $date } is not known
state-superseded-by = Superseded by { $title }
state-withdrawn-date = Withdrawn { $date }
state-not-yet-date = In force from { $date }
state-in-force-explained = Today is within the document’s validity.
state-expiring-explained = The validity ends within 90 days.
state-expired-explained = The last day of the validity has passed.
state-review-overdue-explained = A new review was expected before today and none is known. The time comes from the document itself, or from what the site asks of that kind of document.
state-superseded-explained = A newer document says that it supersedes this one.
state-withdrawn-explained = The owner of the document has withdrawn it. The page remains, with the reason.
state-undated-explained = The document does not say how long it is in force.
state-not-yet-explained = The first day of the validity has not come.

## Engine: notices on pages

notice-period-passed = The period ended { $date }.
notice-period-passed-text = No result has been published.
notice-expired = The document was in force until { $date }.
notice-expired-text = It remains here so that it can be read what was in force.
notice-expiring = The document expires { $date }.
notice-superseded = The document has been superseded.
notice-superseded-text = Read { $title } instead.
notice-superseded-link = To the new document
notice-withdrawn = The document was withdrawn { $date }.
notice-review-overdue = A new review was expected by { $date }. None is known.
notice-not-yet = The document is in force from { $date }.
notice-source-errors = { $count ->
    [one] An error has been found in the source.
   *[other] { $count } errors have been found in the source.
}
notice-source-errors-link = Read about the errors
notice-explained-link = How the state is decided
fallback-language = Parts of this page are in Swedish only.
fallback-easy = Parts of this page are not in easy Swedish yet.

## Engine: deadlines

deadline-passed = The time has run out, no result published
deadline-continuous = Continuous
deadline-none = No deadline: { $reason }
deadline-quarter = Quarter { $quarter } { $year }
deadline-year = During { $year }
log-overdue = Nothing has been noted since { $date }
validity-until-further-notice = Until further notice
validity-from-until-further-notice = From { $from }, until further notice
validity-from-to = { $from }–{ $to }
validity-from = From { $from }
validity-to = Until { $to }
duration-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
duration-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
duration-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
duration-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
yes = Yes
no = No

## Engine: the trail

back-mentioned = Mentioned in

## Engine: fields that all documents have

field-status = Status
field-responsible = Responsible
field-scope = Municipality

## Engine: audits

finding-conclusion = Conclusion
finding-risk = Risk
finding-recommendation = Recommendation
findings-conclusions = Conclusions
findings-risks = Risks
findings-recommendations = Recommendations
answer-status-ongoing = Ongoing
answer-status-done = Remedied
answer-status-rejected = Rejected
answer-status-unknown = Not provided
unanswered-count = { $count ->
    [one] { $count } finding without a published answer
   *[other] { $count } findings without a published answer
}

## Engine: steps and situations

step-acute = Right now
step-direct = Straight after
step-follow-up = Follow-up
steps-not-published = The municipality’s own steps have not been published.

## Engine: prevention and statistics

level-universal = Universal: directed at everybody
level-selective = Selective: directed at groups at higher risk
level-indicated = Indicated: directed at those who already have problems
prevention-social = Social: strengthens people
prevention-situational = Situational: makes the place harder to commit crime in
polarity-lower-better = Lower is better
polarity-higher-better = Higher is better
polarity-neutral = Neither higher nor lower is better in itself
comparison-higher = Higher than { $with }
comparison-lower = Lower than { $with }
comparison-equal = Equal to { $with }

## Engine: changes

change-new-document = New page

## Engine: poster, share and follow

feedback-subject = Error on the page { $title }
feedback-body = The page: { $url }

## Engine: words in running text, languages and states

table = Table
footnotes = Notes
footnote-back = Back to the text
task-done = Done
task-open = Not done
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
language-swedish = Svenska
language-easy = Lättläst svenska
language-en = English
notice-depends = This depends on { $title }: { $risk }.
field-subject = Subject
title-board-lead = Every commitment, who is responsible, and what has been told of it.
title-az-lead = Every page in alphabetical order. Type in the box to search among them.
title-changes-lead = What has changed on the pages and been noted in the logs, the latest first.
title-missing-lead = What nobody has told, page by page.
title-errors-lead = Errors that we have found in the sources themselves.
title-findings-lead = What audits have found, and what was answered.
title-states-lead = How it is decided whether something is in force, under way or done.
title-accessibility-lead = How accessible the site is, what is lacking, and how to tell us.
title-privacy-lead = What the site knows about you: nothing.

## Engine: the accessibility statement

accessibility-missing = No accessibility statement has been written yet.
accessibility-intro = { $actor } is behind { $service }. Everybody should be able to use the site. Here we tell how it meets the Swedish act on accessibility to digital public services (2018:1937), which defects we know of and how to tell us of more.
accessibility-how = How accessible is the site?
accessibility-compliance = The site is { $compliance } with the act.
accessibility-fully = fully compliant
accessibility-partly = partially compliant
accessibility-not = not compliant
accessibility-defects = Content that is not accessible
accessibility-no-defects = We know of no defects.
accessibility-file = The file { $file } on the page { $page }
accessibility-report = Tell us of defects
accessibility-report-text = Have you found something that does not work for you? Tell us here, so that we can mend it. You need not say who you are.
accessibility-supervision = Supervision
accessibility-supervision-text = The Agency for Digital Government (Digg) supervises the act. If you are not content with how we handle what you tell us, you can [report it to Digg]({ $url }).
accessibility-burden = Disproportionate burden
accessibility-outside = Content outside the act
accessibility-tested = How we have tested the site
accessibility-dates = The latest assessment was made { $assessed }. The statement was last updated { $updated }.
risk-unknown = its state is not known
schedule-passed = Has been
search-kind = Kind
search-scope = Municipality
