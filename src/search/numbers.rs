//! Numbers of documents. Those of a block (a collection of a municipality) stand together, which makes lists short, and
//! each block has room to grow, so that a new document does not renumber those of other blocks.

/// The room of a block is a multiple of this.
const STEP: usize = 16;

/// The number of each document, given the block that each belongs to, in order.
pub(super) fn numbers(blocks: &[&str]) -> Vec<u32> {
    let mut numbers = Vec::with_capacity(blocks.len());
    let mut start = 0;
    for block in blocks.chunk_by(|a, b| a == b) {
        numbers.extend(
            (start..).take(block.len()).map(|number| u32::try_from(number).expect("documents are counted in 32 bits")),
        );
        start += room(block.len());
    }
    numbers
}

/// How many numbers a block takes: one in eight is free, and at least one.
fn room(documents: usize) -> usize {
    (documents + documents / 8 + 1).next_multiple_of(STEP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_document_moves_only_its_own_block() {
        let before = numbers(&["a", "a", "b", "b", "c"]);
        let after = numbers(&["a", "a", "a", "b", "b", "c"]);
        assert_eq!(before[2..], after[3..]);
        assert!(after.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
