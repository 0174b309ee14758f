//! What the preview itself says, in each language. The words of a problem come with it.

use serde::Serialize;

/// What the preview speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Svenska.
    #[default]
    Swedish,
    /// English.
    English,
}

impl Language {
    pub(super) fn texts(self) -> &'static Texts {
        match self {
            Self::Swedish => &SWEDISH,
            Self::English => &ENGLISH,
        }
    }
}

/// Each is a whole sentence or label.
#[derive(Debug, Serialize)]
pub(super) struct Texts {
    pub(super) lang: &'static str,
    pub(super) building: &'static str,
    pub(super) failed: &'static str,
    pub(super) stale: &'static str,
    pub(super) hint: &'static str,
    pub(super) close: &'static str,
    pub(super) missing: &'static str,
    pub(super) method: &'static str,
    pub(super) foreign_host: &'static str,
}

const SWEDISH: Texts = Texts {
    lang: "sv",
    building: "Webbplatsen byggs",
    failed: "Webbplatsen kunde inte byggas",
    stale: "Sidan bakom visar den senaste versionen som gick att bygga. Rutan försvinner när felen är rättade.",
    hint: "Tips",
    close: "Stäng",
    missing: "Sidan finns inte.\n",
    method: "Förhandsvisningen tar bara emot GET och HEAD.\n",
    foreign_host: "Förhandsvisningen svarar bara på localhost och sin egen adress.\n",
};

const ENGLISH: Texts = Texts {
    lang: "en",
    building: "The site is being built",
    failed: "The site could not be built",
    stale: "The page behind shows the latest version that could be built. This box goes when the errors are mended.",
    hint: "Hint",
    close: "Close",
    missing: "There is no such page.\n",
    method: "The preview only takes GET and HEAD.\n",
    foreign_host: "The preview only answers to localhost and its own address.\n",
};
