//! Views: the plain data that templates draw. Like JSON, but keys are mostly texts of the program, which are never copied,
//! and parts are put together by moving them, never by writing them anew.

use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::{
    borrow::Cow,
    ops::{Index, IndexMut},
    sync::Arc,
};
use tera::Value;

/// Plain data.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum View {
    /// Nothing.
    #[default]
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Number(f64),
    /// A text.
    Text(String),
    /// Several, in order.
    List(Vec<View>),
    /// Named ones, in the order in which they were written.
    Object(Object),
    /// HTML that a component of the theme has drawn.
    Drawn(Value),
}

/// Named pieces, in the order in which they were written. There are few to each, so they are looked for one by one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Object(Vec<(Cow<'static, str>, View)>);

impl Object {
    /// With room for a number of pieces.
    pub fn with_capacity(count: usize) -> Self {
        Self(Vec::with_capacity(count))
    }

    /// Adds a piece under a new name, or puts it in the place of the one that has the name.
    pub fn set(&mut self, name: impl Into<Cow<'static, str>>, view: View) {
        let name = name.into();
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = view,
            None => self.0.push((name, view)),
        }
    }

    /// Adds a piece whose name is known to be new.
    pub fn add(&mut self, name: &'static str, view: View) {
        self.0.push((Cow::Borrowed(name), view));
    }

    /// Adds all pieces of another object.
    pub fn extend(&mut self, other: Self) {
        other.0.into_iter().for_each(|(name, view)| self.set(name, view));
    }

    /// The pieces with their names, in order.
    pub fn iter(&self) -> impl Iterator<Item = &(Cow<'static, str>, View)> {
        self.0.iter()
    }

    /// The piece of a name.
    pub fn get(&self, name: &str) -> Option<&View> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, view)| view)
    }
}

impl IntoIterator for Object {
    type Item = (Cow<'static, str>, View);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<(String, View)> for Object {
    /// Pieces with names of their own, each once.
    fn from_iter<I: IntoIterator<Item = (String, View)>>(pieces: I) -> Self {
        Self(pieces.into_iter().map(|(name, view)| (Cow::Owned(name), view)).collect())
    }
}

impl View {
    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// As the template engine wants it.
    pub(super) fn value(&self) -> Value {
        Value::try_from_serializable(self).unwrap_or_else(|_| Value::none())
    }

    /// Whether it is nothing.
    pub fn is_null(&self) -> bool {
        *self == Self::Null
    }
}

/// Where there is no such piece, nothing.
static NOTHING: View = View::Null;

impl Index<&str> for View {
    type Output = View;

    fn index(&self, name: &str) -> &View {
        match self {
            Self::Object(object) => object.get(name).unwrap_or(&NOTHING),
            _ => &NOTHING,
        }
    }
}

impl IndexMut<&'static str> for View {
    /// The piece of a name, which is added where it is missing. Anything but an object becomes one.
    fn index_mut(&mut self, name: &'static str) -> &mut View {
        if !matches!(self, Self::Object(_)) {
            *self = Self::Object(Object::default());
        }
        let Self::Object(Object(pieces)) = self else { unreachable!("it was made an object above") };
        let place = pieces.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            pieces.push((Cow::Borrowed(name), View::Null));
            pieces.len() - 1
        });
        &mut pieces[place].1
    }
}

impl PartialEq<str> for View {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<&str> for View {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == Some(other)
    }
}

impl Serialize for View {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Bool(yes) => serializer.serialize_bool(*yes),
            Self::Integer(number) => match u64::try_from(*number) {
                Ok(number) => serializer.serialize_u64(number),
                Err(_) => serializer.serialize_i64(*number),
            },
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(views) => serializer.collect_seq(views),
            Self::Object(object) => object.serialize(serializer),
            Self::Drawn(html) => html.serialize(serializer),
        }
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The engine copies the keys of a map, and not those of a struct.
        if self.0.iter().all(|(name, _)| matches!(name, Cow::Borrowed(_))) {
            let mut fields = serializer.serialize_struct("", self.0.len())?;
            for (name, view) in &self.0 {
                if let Cow::Borrowed(name) = name {
                    fields.serialize_field(name, view)?;
                }
            }
            return fields.end();
        }
        serializer.collect_map(self.0.iter().map(|(name, view)| (name, view)))
    }
}

macro_rules! from {
    ($($kind:ty, $value:ident => $view:expr;)*) => {
        $(impl From<$kind> for View {
            fn from($value: $kind) -> Self {
                $view
            }
        })*
    };
}

from! {
    bool, yes => Self::Bool(yes);
    u8, number => Self::Integer(number.into());
    u32, number => Self::Integer(number.into());
    i16, number => Self::Integer(number.into());
    usize, number => Self::Integer(i64::try_from(number).unwrap_or(i64::MAX));
    f64, number => Self::Number(number);
    &str, text => Self::Text(text.to_owned());
    &&str, text => Self::Text((*text).to_owned());
    &String, text => Self::Text(text.clone());
    &Arc<str>, text => Self::Text((**text).to_owned());
    String, text => Self::Text(text);
    Object, object => Self::Object(object);
}

impl<T: Into<View>> From<Option<T>> for View {
    fn from(view: Option<T>) -> Self {
        view.map_or(Self::Null, Into::into)
    }
}

impl<const N: usize> From<[View; N]> for View {
    fn from(views: [View; N]) -> Self {
        Self::List(views.into())
    }
}

impl<T: Into<View>> From<Vec<T>> for View {
    fn from(views: Vec<T>) -> Self {
        Self::List(views.into_iter().map(Into::into).collect())
    }
}

/// A view as it is written: `view!({ "title": title, "items": [], "note": null })`. Values are moved in.
macro_rules! view {
    ([]) => { $crate::theme::View::List(Vec::new()) };
    ({ $($pieces:tt)+ }) => {{
        let mut object = $crate::theme::Object::with_capacity(12);
        $crate::theme::view!(@ object $($pieces)+);
        $crate::theme::View::Object(object)
    }};
    (@ $object:ident) => {};
    (@ $object:ident $name:literal : null $(, $($rest:tt)*)?) => {
        $object.add($name, $crate::theme::View::Null);
        $($crate::theme::view!(@ $object $($rest)*);)?
    };
    (@ $object:ident $name:literal : { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $object.add($name, $crate::theme::view!({ $($inner)* }));
        $($crate::theme::view!(@ $object $($rest)*);)?
    };
    (@ $object:ident $name:literal : [] $(, $($rest:tt)*)?) => {
        $object.add($name, $crate::theme::view!([]));
        $($crate::theme::view!(@ $object $($rest)*);)?
    };
    (@ $object:ident $name:literal : $value:expr $(, $($rest:tt)*)?) => {
        $object.add($name, $crate::theme::View::from($value));
        $($crate::theme::view!(@ $object $($rest)*);)?
    };
    ($value:expr) => { $crate::theme::View::from($value) };
}

pub(crate) use view;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_are_json_to_programs() {
        let items = vec!["a", "b"];
        let view = view!({ "title": "t", "none": null, "empty": [], "in": { "items": items, "count": 2_usize }, "x": Some(1.5), });
        let json = serde_json::to_string(&view).unwrap();
        assert_eq!(json, r#"{"title":"t","none":null,"empty":[],"in":{"items":["a","b"],"count":2},"x":1.5}"#);
    }

    #[test]
    fn pieces_are_found_added_and_replaced() {
        let mut view = view!({ "a": 1_usize });
        view["a"] = view!("x");
        view["b"]["c"] = view!(true);
        assert_eq!(view["a"], "x");
        assert_eq!(view["b"]["c"], View::Bool(true));
        assert!(view["d"]["e"].is_null());
    }
}
