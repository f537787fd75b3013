package dev.aisle.recommender.serving.domain.candidates;

import java.util.List;

/** Asks sources. */
@FunctionalInterface
public interface Gatherer {
    /** What they find until the question's deadline. */
    Gathered gather(Question question, List<CandidateSource> sources);

    /** One after the other, without a look at the clock. */
    static Gatherer inTurn() {
        return (question, sources) -> new Gathered(
                sources.stream().map(source -> source.find(question)).toList(), List.of());
    }
}
