package dev.aisle.training.spark;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.sequence.Sessions;
import java.io.Serializable;
import java.util.Map;

/**
 * What some people did, those whose pseudonyms follow each other: numbered, without a name of anybody. Numbers of people and baskets begin with 0 in each part;
 * those of products are the same in all.
 *
 * @param people × products, several interactions of a pair added up
 * @param baskets × products
 * @param popularity by product: sum of the weights, each by its age
 * @param visits what was dealt with in one go
 * @param figures in numbers
 */
@SuppressWarnings("ArrayRecordComponent") // travels between machines
record Part(Interactions people, Interactions baskets, double[] popularity, Sessions visits, Figures figures)
        implements Serializable {
    /**
     * Of a part, or of several one after the other.
     *
     * @param rows interactions
     * @param pairs a person and a product that have something to do with each other
     * @param weight of all pairs
     * @param largestPerson most rows that one person has
     * @param types rows of each type, by its name
     * @param fingerprint sum of the people's fingerprints, modulo 2^256
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Figures(
            int people,
            int baskets,
            long rows,
            long pairs,
            double weight,
            long largestPerson,
            Map<String, Long> types,
            byte[] fingerprint)
            implements Serializable {
        Figures {
            types = Map.copyOf(types);
        }
    }
}
