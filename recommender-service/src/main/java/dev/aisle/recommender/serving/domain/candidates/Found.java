package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.models.domain.Source;
import java.util.List;

/** What a source found, and what it says of candidates that others found. */
public interface Found {
    /** Who found it. */
    Source source();

    /** The best eligible products, the best first. */
    List<Hit> hits();

    /** The greatest score of any product, eligible or not; 0 when it has nothing to say. */
    float greatest();

    /** The score of any candidate; at most {@link #greatest}; 0 or less when there is nothing to say. */
    float score(Candidate candidate);

    /** The signals that made the score, in any order; empty when no signal did. */
    default List<Cause> causes(Candidate candidate) {
        return List.of();
    }

    /** Nothing. */
    static Found nothing(Source source) {
        return new Nothing(source);
    }

    /** A source that has nothing to say. */
    record Nothing(Source source) implements Found {
        @Override
        public List<Hit> hits() {
            return List.of();
        }

        @Override
        public float greatest() {
            return 0;
        }

        @Override
        public float score(Candidate candidate) {
            return 0;
        }
    }
}
