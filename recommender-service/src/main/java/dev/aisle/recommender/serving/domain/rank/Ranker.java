package dev.aisle.recommender.serving.domain.rank;

import dev.aisle.recommender.serving.domain.candidates.Candidate;
import java.util.List;

/** Gives each candidate one score, greater is better, and names the source that it is owed to. */
@FunctionalInterface
public interface Ranker {
    /** Writes the scores into the candidates. */
    void rank(List<Candidate> candidates);
}
