package dev.aisle.recommender.serving.domain.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.models.domain.Source;
import org.junit.jupiter.api.Test;

class CandidateTest {
    /** A ranker must learn from what it is asked about later: the score before the list was put into order. */
    @Test
    void whatTheBlendSaysStaysWhenTheScoreChanges() {
        Candidate candidate = new Candidate(new SmallShop().get("t1"), 1);

        candidate.ranked(0.8f, Source.FACTORS);
        candidate.times(0.5);
        candidate.reordered(3);

        assertThat(candidate.score()).isEqualTo(3);
        assertThat(candidate.blend()).isEqualTo(0.8f);
    }
}
