package dev.aisle.recommender.search;

import java.util.List;

/**
 * What one text finds, each list with the best first.
 *
 * @param code products that have the text as their code
 * @param words products that have most of the words
 * @param half products that have half of them
 * @param meaning products that are near to what the text means
 */
record TextLists(Said said, List<String> code, List<String> words, List<String> half, List<String> meaning) {
    /** How much this text speaks for a product; half of its words don't count. */
    public float speaksFor(String productId) {
        if (code.contains(productId)) {
            return said.weight();
        }
        return said.weight()
                * (ReciprocalRanks.share(words, productId) + ReciprocalRanks.share(meaning, productId))
                / 2;
    }
}
