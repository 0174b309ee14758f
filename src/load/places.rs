//! What a path below `content/` means: home, scope, page, document, part or attachment, and in which version.

use super::files::{File, Tree};
use crate::{
    diagnostic::{Code, Diagnostic, near},
    model::{
        Address, Collection, CollectionIndex, Document, Variant,
        address::{RESERVED, is_slug, slug},
        collection::{HOME, PAGE, SCOPE},
    },
    parse::Place,
};
use rustc_hash::FxHashSet;

/// What a file is.
pub(super) enum Kind {
    /// A document, still to be read.
    Document(Box<Place>),
    /// A file that is copied as it is.
    Attachment,
}

/// What is known of the content folder as a whole.
pub(super) struct Layout<'a> {
    collections: &'a [Collection],
    variants: &'a [Variant],
    scopes: FxHashSet<&'a str>,
    names: FxHashSet<&'a str>,
}

/// A path taken apart: the scope's folder, and the rest.
type Scoped<'f> = (Option<&'f str>, &'f [&'f str]);

impl<'a> Layout<'a> {
    /// Looks at what there is: a folder with `_index.md` that is no collection is a scope.
    pub(super) fn new(collections: &'a [Collection], variants: &'a [Variant], tree: &'a Tree) -> Self {
        let names: FxHashSet<&str> = tree.files.iter().map(|file| file.name.as_str()).collect();
        let scopes = names
            .iter()
            .filter_map(|name| name.strip_suffix("/_index.md").or_else(|| name.strip_suffix("/_index.yaml")));
        let scopes = scopes
            .filter(|folder| !folder.contains('/') && !collections.iter().any(|known| *known.key == **folder))
            .collect();
        Self { collections, variants, scopes, names }
    }

    /// Whether the file of the original of a variant is there.
    pub(super) fn has_original(&self, document: &Document) -> bool {
        let name = document.path.strip_prefix("content/").unwrap_or(&document.path);
        let suffix = format!(".{}.", document.variant.code());
        ["md", "yaml"].iter().any(|ending| {
            name.rsplit_once(&suffix).is_some_and(|(stem, _)| self.names.contains(format!("{stem}.{ending}").as_str()))
        })
    }

    /// What a file is.
    ///
    /// # Errors
    /// A diagnostic when its name or folder cannot be used.
    pub(super) fn kind(&self, file: &File) -> Result<Kind, Diagnostic> {
        let names: Vec<&str> = file.name.split('/').collect();
        let (_, folders) = names.split_last().expect("a path has a last part");
        for folder in folders {
            well_named(file, folder, folder)?;
        }
        if !file.is_source() {
            let stem = file.stem();
            well_named(file, stem, stem)?;
            return Ok(Kind::Attachment);
        }
        let (stem, variant) = self.version(file)?;
        let names = [folders, &[stem.as_str()]].concat();
        self.place(file, &names, variant).map(|place| Kind::Document(Box::new(place)))
    }

    fn version(&self, file: &File) -> Result<(String, Variant), Diagnostic> {
        let stem = file.stem();
        let split = stem.rsplit_once('.').and_then(|(name, code)| {
            let variant = self.variants.iter().find(|variant| variant.code() == code)?;
            Some((name.to_owned(), variant.clone()))
        });
        let (name, variant) = split.unwrap_or_else(|| (stem.to_owned(), Variant::Original));
        if name != "_index" {
            well_named(file, &name, stem)?;
        }
        Ok((name, variant))
    }

    fn place(&self, file: &File, names: &[&str], variant: Variant) -> Result<Place, Diagnostic> {
        if let ["_index"] = names {
            return self.made(file, HOME, (None, &[]), variant, None);
        }
        let (scope, rest): Scoped<'_> = match names {
            [first, rest @ ..] if self.scopes.contains(first) => (Some(first), rest),
            rest => (None, rest),
        };
        match rest {
            ["_index"] => self.made(file, SCOPE, (scope, &[]), variant, None),
            [page] => self.made(file, PAGE, (scope, &[*page]), variant, None),
            [collection, name] if self.is_collection(collection) && *name != "_index" => {
                self.made(file, collection, (scope, &[*collection, *name]), variant, None)
            }
            [collection, folder, "index"] if self.is_collection(collection) => {
                self.made(file, collection, (scope, &[*collection, *folder]), variant, None)
            }
            [collection, folder, _] => match self.parts_of(collection) {
                Some(parts) => self.made(file, parts, (scope, rest), variant, Some(format!("{collection}/{folder}"))),
                None => {
                    Err(self.unknown_folder(file, if self.is_collection(collection) { folder } else { collection }))
                }
            },
            [collection, folder, ..] if self.is_collection(collection) => Err(self.unknown_folder(file, folder)),
            [folder, ..] => Err(self.unknown_folder(file, folder)),
            [] => Err(self.unknown_folder(file, "")),
        }
    }

    #[expect(clippy::too_many_arguments, reason = "each is one part of what a path says")]
    fn made(
        &self,
        file: &File,
        key: &str,
        (scope, rest): Scoped<'_>,
        variant: Variant,
        whole: Option<String>,
    ) -> Result<Place, Diagnostic> {
        let Some(index) = self.collections.iter().position(|collection| &*collection.key == key) else {
            return Err(self.unknown_folder(file, key));
        };
        let in_scope = |rest: String| match scope {
            Some(scope) if rest.is_empty() => scope.to_owned(),
            Some(scope) => format!("{scope}/{rest}"),
            None => rest,
        };
        let name = in_scope(rest.join("/"));
        let first = name.split('/').next().unwrap_or_default();
        if RESERVED.contains(&first) {
            return Err(Diagnostic::new(Code::AddressReserved, file.path.clone()).with("segment", first));
        }
        Ok(Place {
            path: file.path.clone(),
            address: Address::new(&variant, &name),
            name: name.into(),
            collection: CollectionIndex(u32::try_from(index).expect("a site has few collections")),
            scope: scope.map(Into::into),
            variant,
            whole: whole.map(|whole| in_scope(whole).into()),
        })
    }

    fn is_collection(&self, name: &str) -> bool {
        self.collections.iter().any(|collection| collection.is_listed() && &*collection.key == name)
    }

    fn parts_of(&self, name: &str) -> Option<&str> {
        self.collections.iter().find(|collection| &*collection.key == name)?.parts.as_deref()
    }

    fn unknown_folder(&self, file: &File, name: &str) -> Diagnostic {
        let near = near(
            name,
            self.collections.iter().filter(|collection| collection.is_listed()).map(|collection| &*collection.key),
        )
        .unwrap_or_default();
        Diagnostic::new(Code::FolderUnknown, file.path.clone()).with("name", name).with("near", near)
    }
}

fn well_named(file: &File, name: &str, shown: &str) -> Result<(), Diagnostic> {
    if is_slug(name) {
        return Ok(());
    }
    Err(Diagnostic::new(Code::FileName, file.path.clone()).with("name", shown).with("suggestion", slug(name)))
}
