//! The table of all diagnostic codes: number, severity and what each message needs.
//! The words stand in `sv.ftl` and `en.ftl` beside this file (`I0107` and `I0107.hint`); `docs/koder.md` is made from both.
//! A code never changes its meaning; a retired number is not used again.

use super::Severity;

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident = $number:literal $severity:ident;)*) => {
        /// What a diagnostic is about. The doc comment of each names the arguments of its message.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $doc])* $name,)* }

        impl Code {
            /// Every code, in order of number.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The stable number that editors see and search for, such as `I0107`.
            pub fn number(self) -> &'static str {
                match self { $(Code::$name => $number,)* }
            }

            /// What is said of it in this file, with the arguments that it takes between backticks.
            fn described(self) -> &'static str {
                match self { $(Code::$name => concat!($($doc, " "),*),)* }
            }

            /// How grave it is before `--strict`.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }
        }
    };
}

impl Code {
    /// What the program ends with when this is an error: 1 for the site's own files, 2 for folders that cannot be used
    /// together, 3 for the machine.
    pub fn exit_code(self) -> u8 {
        match self {
            Code::FoldersNested => 2,
            Code::ForeignFile | Code::WriteFailed | Code::BuildRunning => 3,
            _ => 1,
        }
    }

    /// The code of a number.
    pub(super) fn numbered(number: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.number() == number)
    }

    /// The name of an argument as the program holds it: this code's own, or that of any other.
    pub(super) fn argument(self, name: &str) -> Option<&'static str> {
        let named = |code: Code| code.described().split('`').skip(1).step_by(2).find(|known| *known == name);
        named(self).or_else(|| Self::ALL.iter().find_map(|code| named(*code)))
    }
}

codes! {
    // I00xx: files and folders
    /// The file cannot be read. Arguments: `reason`.
    FileUnreadable = "I0001" Error;
    /// Not UTF-8; probably an old Latin-1 file. Arguments: `byte`.
    FileNotUtf8 = "I0002" Error;
    /// Larger than the limit. Arguments: `size`, `limit` (both with unit).
    FileTooLarge = "I0003" Error;
    /// Nothing in the file. No arguments.
    FileEmpty = "I0004" Error;
    /// A name with other signs than a–z, 0–9 and hyphen. Arguments: `name`, `suggestion`.
    FileName = "I0005" Error;
    /// A symbolic link that leads out of the content. Arguments: `target`.
    LinkOutside = "I0006" Error;
    /// A folder that is neither scope nor declared collection. Arguments: `name`, `near` (may be empty).
    FolderUnknown = "I0007" Error;
    /// `content/` is missing. Arguments: `path`.
    ContentMissing = "I0008" Error;
    /// Two sources with one address. Arguments: `address`, `other`.
    AddressTaken = "I0009" Error;
    /// The first segment is reserved by the engine. Arguments: `segment`.
    AddressReserved = "I0010" Error;
    /// A kind of file that is not understood here. Arguments: `name`.
    FileUnknown = "I0011" Warning;
    /// A variant without its original. Arguments: `name`, `original`.
    VariantAlone = "I0012" Error;

    // I01xx: front matter, YAML, fields
    /// No front matter. No arguments.
    FrontMatterMissing = "I0101" Error;
    /// Front matter that never ends. No arguments.
    FrontMatterUnclosed = "I0102" Error;
    /// YAML that cannot be read, cause not known better. No arguments.
    YamlSyntax = "I0103" Error;
    /// A tab in the indentation. No arguments.
    YamlTab = "I0104" Error;
    /// `titel: Plan: trygghet`. Arguments: `key`, `value`, `quote` (those that fit around it).
    YamlColon = "I0105" Error;
    /// A quote or bracket that never ends. Arguments: `quote`, `closing`.
    YamlQuote = "I0106" Error;
    /// A number where text is meant. Arguments: `key`, `written`.
    NumberForText = "I0107" Error;
    /// The same key twice. Arguments: `key`, `first` (line).
    KeyDuplicate = "I0108" Error;
    /// A key that is not declared. Arguments: `key`, `near` (may be empty).
    KeyUnknown = "I0109" Error;
    /// The value is of the wrong type. Arguments: `key`, `written`, `expected` (a text key such as `type-date`).
    WrongType = "I0110" Error;
    /// A date that does not exist. Arguments: `key`, `written`.
    DateImpossible = "I0111" Error;
    /// A date that cannot be read. Arguments: `key`, `written`.
    DateUnread = "I0112" Error;
    /// A period that ends before it begins. Arguments: `key`, `from`, `to`.
    PeriodReversed = "I0113" Error;
    /// A period that cannot be read. Arguments: `key`, `written`.
    PeriodUnread = "I0114" Error;
    /// A required field is missing. Arguments: `key`, `help`.
    FieldMissing = "I0115" Error;
    /// Text longer than allowed. Arguments: `key`, `length`, `limit`.
    TextTooLong = "I0116" Error;
    /// Fewer than the least number of items. Arguments: `key`, `count`, `limit`.
    TooFew = "I0117" Error;
    /// More than the largest number of items. Arguments: `key`, `count`, `limit`.
    TooMany = "I0118" Error;
    /// Not one of the choices. Arguments: `key`, `written`, `choices`, `near` (may be empty).
    ChoiceUnknown = "I0119" Error;
    /// An alias bomb or too many repetitions. No arguments.
    YamlRepetition = "I0120" Error;
    /// Nested too deeply. No arguments.
    YamlDepth = "I0121" Error;
    /// Not a list of keys and values. No arguments.
    YamlNotMapping = "I0122" Error;
    /// A duration that cannot be read. Arguments: `key`, `written`.
    DurationUnread = "I0123" Error;
    /// A deadline that cannot be read. Arguments: `key`, `written`.
    DeadlineUnread = "I0124" Error;
    /// Not an address on the web. Arguments: `key`, `written`.
    UrlUnread = "I0125" Error;
    /// Not an e-mail address. Arguments: `key`, `written`.
    EmailUnread = "I0126" Error;
    /// Not a phone number. Arguments: `key`, `written`.
    PhoneUnread = "I0127" Error;
    /// A number out of its limits. Arguments: `key`, `written`, `min`, `max`.
    NumberOutside = "I0128" Error;
    /// The same id twice in a document. Arguments: `id`, `first` (line).
    IdDuplicate = "I0129" Error;
    /// An id with other signs than a–z, 0–9 and hyphen. Arguments: `id`, `suggestion`.
    IdUnread = "I0130" Error;
    /// A key that a variant may not set. Arguments: `key`.
    VariantKey = "I0131" Error;
    /// A short or earlier address that cannot be used. Arguments: `key`, `written`.
    AddressUnread = "I0132" Error;
    /// No blank after the colon: `titel:Plan`. Arguments: `key`, `value`.
    YamlSpace = "I0134" Error;
    /// A value that begins with a sign that YAML keeps for itself. Arguments: `key`, `sign`, `value`, `quote`.
    YamlSign = "I0135" Error;
    /// A line without a colon where an entry must stand. No arguments.
    YamlNoColon = "I0136" Error;
    /// A line that is not indented like its neighbours, or with hard blanks. No arguments.
    YamlIndent = "I0137" Error;
    /// A list whose items begin with another sign than a hyphen. Arguments: `sign`.
    YamlBullet = "I0138" Error;
    /// A quote inside a value in quotes. Arguments: `key`, `quote`.
    YamlInnerQuote = "I0139" Error;
    /// Text after ` #`, which YAML takes for a remark. Arguments: `key`, `lost`.
    TextLost = "I0140" Warning;
    /// Not a list of items. No arguments.
    YamlNotList = "I0141" Error;

    // I02xx: settings, collections, theme
    /// `insyn.yaml` is missing. Arguments: `path`.
    SettingsMissing = "I0201" Error;
    /// A role that does not exist. Arguments: `written`, `choices`, `near`.
    RoleUnknown = "I0202" Error;
    /// A field type that does not exist. Arguments: `written`, `choices`, `near`.
    TypeUnknown = "I0203" Error;
    /// A collection that is named but not declared. Arguments: `name`, `near`.
    CollectionUnknown = "I0204" Error;
    /// A field that is declared twice. Arguments: `key`.
    FieldTwice = "I0205" Error;
    /// A template or a text of the theme cannot be read. Arguments: `reason` (the engine's words).
    TemplateBroken = "I0206" Error;
    /// A template fails on a page; told once for each place in it. Arguments: `page`, `reason`.
    TemplateFailed = "I0207" Error;
    /// A template that is named does not exist. Arguments: `name`, `near`.
    TemplateMissing = "I0208" Error;
    /// A text of the theme is missing in a language. Arguments: `key`, `language`.
    TextMissing = "I0209" Error;
    /// A colour that is too weak against its ground. Arguments: `key`, `written`, `ratio`, `required`.
    ColourContrast = "I0210" Error;
    /// A setting that production needs is missing. Arguments: `key`, `why` (a text key).
    SettingNeeded = "I0211" Warning;
    /// A common field that is declared anew with another type. Arguments: `key`, `kind`.
    FieldReserved = "I0212" Error;
    /// A colour that cannot be read. Arguments: `key`, `written`.
    ColourUnread = "I0213" Error;

    // I03xx: references and rules across documents
    /// The target does not exist. Arguments: `key`, `written`, `near` (may be empty).
    ReferenceDangling = "I0301" Error;
    /// The target is of another collection. Arguments: `key`, `written`, `found`, `expected`.
    ReferenceCollection = "I0302" Error;
    /// `ersätter` goes in a circle. Arguments: `chain`.
    SupersedesCycle = "I0303" Error;
    /// The part `#id` does not exist. Arguments: `written`, `part`, `near` (may be empty).
    ReferencePart = "I0304" Error;
    /// A goal id that no goal of the document has. Arguments: `written`, `near`.
    GoalUnknown = "I0305" Error;
    /// Done without an entry in the log that shows it. Arguments: `commitment`.
    DoneWithoutEvidence = "I0306" Error;
    /// Log entries out of order. Arguments: `date`, `before`.
    LogOrder = "I0307" Error;
    /// A log entry or reviewed date after today. Arguments: `key`, `date`.
    DateFuture = "I0308" Error;
    /// `framflyttat` without saying where to. Arguments: `commitment`.
    DeferredWhere = "I0309" Error;
    /// Two documents with the same id. Arguments: `id`, `other`.
    DocumentIdTaken = "I0310" Error;
    /// A person is named without a basis. Arguments: `person`.
    PersonWithoutBasis = "I0311" Error;
    /// The day to remove a person has passed. Arguments: `person`, `date`.
    PersonExpired = "I0312" Warning;
    /// A Swedish personal identity number. No arguments.
    PersonalNumber = "I0313" Error;
    /// A situation picture is published without saying who cleared it. No arguments.
    NotCleared = "I0314" Error;

    // I04xx: Markdown
    /// Raw HTML. Arguments: `written`.
    RawHtml = "I0401" Error;
    /// A link scheme that is not allowed. Arguments: `written`.
    LinkScheme = "I0402" Error;
    /// An internal link to nothing. Arguments: `written`, `near` (may be empty).
    LinkBroken = "I0403" Error;
    /// An anchor that the page does not have. Arguments: `written`, `anchor`, `near`.
    AnchorBroken = "I0404" Error;
    /// An image that does not exist. Arguments: `written`.
    ImageMissing = "I0405" Error;
    /// An image without alternative text. Arguments: `written`.
    ImageAlt = "I0406" Error;
    /// A heading level was skipped. Arguments: `from`, `to`.
    HeadingSkipped = "I0407" Error;
    /// A level-one heading in the body: the title is the page's own. No arguments.
    HeadingTop = "I0408" Error;
    /// A file that is attached does not exist. Arguments: `written`.
    FileMissing = "I0409" Error;
    /// A link text that says nothing (`här`, `läs mer`). Arguments: `written`.
    LinkText = "I0410" Warning;
    /// A table without a heading row. No arguments.
    TableHeader = "I0411" Warning;
    /// A link that was begun and never finished. No arguments.
    LinkUnfinished = "I0412" Error;

    // I05xx: freshness, honesty, language
    /// The review is overdue. Arguments: `due`.
    ReviewOverdue = "I0501" Warning;
    /// The period of validity has passed. Arguments: `date`.
    ValidityPassed = "I0502" Warning;
    /// The period of a pledge has passed and no result is told. Arguments: `date`.
    ResultMissing = "I0503" Warning;
    /// Ongoing without an entry for six months. Arguments: `commitment`, `date`, `more` (how many besides; none as a word).
    OngoingSilent = "I0504" Warning;
    /// A situation picture older than its limit. Arguments: `date`, `limit`.
    PictureOld = "I0505" Warning;
    /// A living pledge depends on something limited. Arguments: `title`, `state`.
    DependsOnLimited = "I0506" Warning;
    /// A council with fewer meetings than it says. Arguments: `written`, `counted`, `year`.
    MeetingsFewer = "I0507" Warning;
    /// A term written in a way that the glossary warns about. Arguments: `written`, `right`.
    TermDrifts = "I0508" Warning;
    /// A text that is hard to read. Arguments: `lix`, `limit`.
    TextHard = "I0509" Note;
    /// A page that was published is gone. Arguments: `address`.
    PageGone = "I0511" Warning;
    /// An attached file that is not accessible and has no HTML text. Arguments: `file`.
    FileInaccessible = "I0512" Warning;
    /// A commitment's deadline has passed and nothing is told. Arguments: `commitment`, `date`, `more` (how many besides; none as a word).
    DeadlinePassed = "I0513" Warning;

    // I06xx: writing and the machine
    /// A file of somebody else stands where a page must be written. Arguments: `path`.
    ForeignFile = "I0601" Error;
    /// The output folder lies in the content, or the reverse. Arguments: `out`, `content`.
    FoldersNested = "I0602" Error;
    /// Writing failed. Arguments: `path`, `reason`.
    WriteFailed = "I0603" Error;
    /// Another build is running on the same folder. Arguments: `path`.
    BuildRunning = "I0604" Error;
    /// The log was changed against an earlier revision. Arguments: `entry`, `revision`.
    LogAltered = "I0605" Error;
}
