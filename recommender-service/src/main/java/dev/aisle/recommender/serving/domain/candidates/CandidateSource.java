package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.models.domain.Source;

/** Finds candidates of one kind. Of one request. */
public interface CandidateSource {
    /** The kind. */
    Source source();

    /** Looks for candidates; gives {@link Found#nothing} when it has nothing to go by. */
    Found find(Question question);

    /** Whether its work grows with the catalogue or leaves this class: such a source runs beside the others. */
    default boolean slow() {
        return false;
    }
}
