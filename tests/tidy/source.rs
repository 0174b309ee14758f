//! A Rust source file read for the rules of `tidy`: code without comments, literals apart, test code known.
//! It is a scanner of characters, not a parser: it knows just enough of the language never to mistake a comment or a
//! text for code. The rules themselves live in `tidy.rs`.

use std::fs;
use std::path::Path;

/// One file of the project, by its path from the root.
pub(crate) struct Source {
    /// From the project's root, with `/`.
    pub(crate) path: String,
    /// The file as it is written.
    pub(crate) text: String,
    /// The file with comments and the insides of literals turned into spaces; as many characters as `text`.
    pub(crate) code: Vec<char>,
    /// Text literals as (line, value between the quotes).
    pub(crate) literals: Vec<(usize, String)>,
    test_lines: Vec<bool>,
}

impl Source {
    pub(crate) fn read(root: &Path, path: &str) -> Self {
        let text = fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        Self::of(path, text)
    }

    pub(crate) fn of(path: &str, text: String) -> Self {
        let (code, literals) = Scanner { input: text.chars().collect(), ..Scanner::default() }.run();
        let whole = path.ends_with("/tests.rs") || path.contains("/tests/");
        let mut source = Self { path: path.to_owned(), text, code, literals, test_lines: Vec::new() };
        source.test_lines = source.find_test_lines(whole);
        source
    }

    /// The line of a place in `code`, counted from 1.
    pub(crate) fn line_of(&self, at: usize) -> usize {
        1 + self.code[..at].iter().filter(|c| **c == '\n').count()
    }

    /// Whether a line, counted from 1, is compiled for tests only.
    pub(crate) fn is_test(&self, line: usize) -> bool {
        self.test_lines.get(line).copied().unwrap_or(false)
    }

    /// Every place in the code where `word` stands as a word of its own; `word` may hold any characters.
    pub(crate) fn find(&self, word: &str) -> Vec<usize> {
        let word: Vec<char> = word.chars().collect();
        let starts_in_name = word.first().is_some_and(|c| in_name(*c));
        let ends_in_name = word.last().is_some_and(|c| in_name(*c));
        let free = |at: usize| {
            let before = at.checked_sub(1).map(|i| self.code[i]);
            let after = self.code.get(at + word.len()).copied();
            !(starts_in_name && before.is_some_and(in_name) || ends_in_name && after.is_some_and(in_name))
        };
        (0..self.code.len()).filter(|&at| self.code[at..].starts_with(&word) && free(at)).collect()
    }

    /// The name that starts at a place in the code; empty if none does.
    pub(crate) fn name_at(&self, at: usize) -> String {
        self.code[at..].iter().take_while(|c| in_name(**c)).collect()
    }

    /// The first place at or after `at` that is not white space.
    pub(crate) fn skip_space(&self, at: usize) -> usize {
        at + self.code[at..].iter().take_while(|c| c.is_whitespace()).count()
    }

    /// First names of what a path goes on with at `at`: one, or those of a `{…}` group.
    pub(crate) fn continuations(&self, at: usize) -> Vec<(usize, String)> {
        let at = self.skip_space(at);
        if self.code.get(at) != Some(&'{') {
            return vec![(at, self.name_at(at))];
        }
        let (mut names, mut depth, mut expects) = (Vec::new(), 0, true);
        for here in at..self.code.len() {
            match self.code[here] {
                '{' => depth += 1,
                '}' if depth == 1 => break,
                '}' => depth -= 1,
                ',' if depth == 1 => expects = true,
                c if expects && depth == 1 && in_name(c) => {
                    names.push((here, self.name_at(here)));
                    expects = false;
                }
                _ => {}
            }
        }
        names
    }

    /// The attribute that opens at a place, to its closing bracket.
    pub(crate) fn attribute_at(&self, at: usize) -> String {
        self.code[at..].iter().take_while(|c| **c != ']').collect()
    }

    /// The rooms that the file names, through `crate::` or through `super::` as far up as the crate itself.
    pub(crate) fn rooms_named(&self) -> Vec<(usize, String)> {
        let mut named: Vec<(usize, String)> = Vec::new();
        for at in self.find("crate::").into_iter().filter(|&at| at == 0 || self.code[at - 1] != '$') {
            named.extend(self.continuations(at + "crate::".len()));
        }
        let depth = self.path.trim_start_matches("src/").trim_end_matches("/mod.rs").split('/').count();
        for at in self.find("super::").into_iter().filter(|&at| at == 0 || self.code[at - 1] != ':') {
            let tail: String = self.code[at..].iter().take(200).collect();
            let ups = tail.split("super::").take_while(|piece| piece.is_empty()).count() - 1;
            if ups >= depth + self.modules_around(at) {
                named.extend(self.continuations(at + ups * "super::".len()));
            }
        }
        named.retain(|(_, name)| !name.is_empty() && name != "self");
        named
    }

    /// How many inline `mod name { … }` stand around a place.
    fn modules_around(&self, at: usize) -> usize {
        let opened = |start: &usize| {
            let name = self.skip_space(start + "mod ".len());
            let brace = self.skip_space(name + self.name_at(name).chars().count());
            self.code.get(brace) == Some(&'{') && brace < at && self.end_of_item(brace) >= at
        };
        self.find("mod ").iter().filter(|start| **start < at).filter(|start| opened(start)).count()
    }

    /// The place just after the item that starts at `at`: after its closing brace, or its semicolon.
    fn end_of_item(&self, at: usize) -> usize {
        let (mut depth, mut brackets) = (0usize, 0usize);
        for here in at..self.code.len() {
            match self.code[here] {
                '[' | '(' => brackets += 1,
                ']' | ')' => brackets = brackets.saturating_sub(1),
                '{' => depth += 1,
                '}' if depth <= 1 => return here,
                '}' => depth -= 1,
                ';' if depth == 0 && brackets == 0 => return here,
                _ => {}
            }
        }
        self.code.len()
    }

    fn find_test_lines(&self, whole: bool) -> Vec<bool> {
        let mut lines = vec![whole; self.text.lines().count() + 2];
        for at in self.find("#[cfg(test)]") {
            let end = self.end_of_item(at + "#[cfg(test)]".len());
            lines[self.line_of(at)..=self.line_of(end)].fill(true);
        }
        lines
    }
}

pub(crate) fn in_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Walks over the characters once, copying code and blanking all else.
#[derive(Default)]
struct Scanner {
    input: Vec<char>,
    at: usize,
    line: usize,
    code: Vec<char>,
    literals: Vec<(usize, String)>,
}

impl Scanner {
    fn run(mut self) -> (Vec<char>, Vec<(usize, String)>) {
        self.line = 1;
        while self.at < self.input.len() {
            match (self.input[self.at], self.peek(1)) {
                ('/', Some('/')) => self.blank_while(|s| s.input[s.at] != '\n'),
                ('/', Some('*')) => self.block_comment(),
                ('"', _) => self.text_literal(),
                ('r', Some('"' | '#')) if !self.after_name() && self.raw_hashes().is_some() => self.raw_literal(),
                ('\'', _) if self.is_character() => self.character(),
                _ => self.copy(),
            }
        }
        (self.code, self.literals)
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.input.get(self.at + ahead).copied()
    }

    fn push(&mut self, shown: char) {
        self.line += usize::from(self.input[self.at] == '\n');
        self.code.push(shown);
        self.at += 1;
    }

    fn copy(&mut self) {
        self.push(self.input[self.at]);
    }

    fn blank(&mut self) {
        self.push(if self.input[self.at] == '\n' { '\n' } else { ' ' });
    }

    fn blank_while(&mut self, more: impl Fn(&Self) -> bool) {
        while self.at < self.input.len() && more(self) {
            self.blank();
        }
    }

    fn after_name(&self) -> bool {
        self.code.last().is_some_and(|c| in_name(*c) && *c != 'b')
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        while self.at < self.input.len() {
            match (self.input[self.at], self.peek(1)) {
                ('/', Some('*')) => depth += 1,
                ('*', Some('/')) => depth -= 1,
                _ => {
                    self.blank();
                    continue;
                }
            }
            self.blank();
            self.blank();
            if depth == 0 {
                return;
            }
        }
    }

    fn text_literal(&mut self) {
        let (line, mut value) = (self.line, String::new());
        self.copy();
        while let Some(c) = self.peek(0).filter(|c| *c != '"') {
            value.push(c);
            self.blank();
            if c == '\\' && self.peek(0).is_some() {
                value.push(self.input[self.at]);
                self.blank();
            }
        }
        if self.at < self.input.len() {
            self.copy();
        }
        self.literals.push((line, value));
    }

    fn raw_hashes(&self) -> Option<usize> {
        let hashes = self.input[self.at + 1..].iter().take_while(|c| **c == '#').count();
        (self.peek(1 + hashes) == Some('"')).then_some(hashes)
    }

    fn raw_literal(&mut self) {
        let (line, mut value) = (self.line, String::new());
        let hashes = self.raw_hashes().unwrap_or(0);
        (0..hashes + 2).for_each(|_| self.blank());
        let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
        while self.at < self.input.len() && !self.input[self.at..].starts_with(&end) {
            value.push(self.input[self.at]);
            self.blank();
        }
        (0..end.len().min(self.input.len() - self.at)).for_each(|_| self.blank());
        self.literals.push((line, value));
    }

    /// A quote opens a character, not a lifetime, if it is escaped or closed two characters on.
    fn is_character(&self) -> bool {
        self.peek(1) == Some('\\') || (self.peek(2) == Some('\'') && self.peek(1) != Some('\''))
    }

    fn character(&mut self) {
        self.blank();
        let escaped = self.peek(0) == Some('\\');
        self.blank();
        if escaped && self.at < self.input.len() {
            self.blank();
        }
        self.blank_while(|s| s.input[s.at] != '\'');
        if self.at < self.input.len() {
            self.blank();
        }
    }
}
