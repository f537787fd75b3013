package dev.aisle.recommender.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.recommender.search.ReciprocalRanks.Joined;
import dev.aisle.recommender.search.ReciprocalRanks.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReciprocalRanksTest {
    @Test
    void whatBothListsHaveGoesBeforeWhatOneHas() {
        var joined = new ReciprocalRanks()
                .add(Kind.WORDS, 1, List.of("a", "b", "c"))
                .add(Kind.MEANING, 1, List.of("d", "c"))
                .joined();

        assertThat(joined).extracting(Joined::productId).containsExactly("c", "a", "d", "b");
        assertThat(joined.getFirst().score()).isCloseTo((1 / 13f + 1 / 12f) / (2 / 11f), within(1e-6f));
        assertThat(joined.getFirst().kinds()).containsExactly(Kind.WORDS, Kind.MEANING);
    }

    @Test
    void theFirstOfAllListsHasScoreOne() {
        var joined = new ReciprocalRanks()
                .add(Kind.WORDS, 2, List.of("a"))
                .add(Kind.MEANING, 1, List.of("a"))
                .joined();

        assertThat(joined.getFirst().score()).isCloseTo(1, within(1e-6f));
    }

    @Test
    void nothingJoinsToNothing() {
        assertThat(new ReciprocalRanks().add(Kind.WORDS, 1, List.of()).joined()).isEmpty();
    }
}
