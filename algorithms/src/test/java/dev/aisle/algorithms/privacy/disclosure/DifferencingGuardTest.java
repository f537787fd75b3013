package dev.aisle.algorithms.privacy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.privacy.disclosure.Population.Cell;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The segment_tests of k-anonymity-vectors.json, and subtractions of more than two answers. */
class DifferencingGuardTest {
    private static final Population SHOP = new Population(List.of(
            new Cell(Set.of("in=EU", "says=yes"), 40),
            new Cell(Set.of("in=EU", "says=no"), 30),
            new Cell(Set.of("in=US", "says=yes"), 25),
            new Cell(Set.of("in=US", "says=no"), 21),
            new Cell(Set.of("in=CH", "says=yes"), 5)));
    private static final Set<String> ALL = Set.of();
    private static final Set<String> EU = Set.of("in=EU");
    private static final Set<String> US = Set.of("in=US");

    private final DifferencingGuard guard = new DifferencingGuard(KThreshold.DEFAULT);

    @Test
    void aSegmentOfFourIsNotToldWhenKIsFive() {
        Population four = new Population(List.of(new Cell(Set.of("a"), 4)));
        Population five = new Population(List.of(new Cell(Set.of("a"), 5)));
        DifferencingGuard five5 = new DifferencingGuard(new KThreshold(5));

        assertThat(five5.allows(Set.of("a"), List.of(), four)).isFalse();
        assertThat(five5.allows(Set.of("a"), List.of(), five)).isTrue();
        assertThat(five5.allows(Set.of("b"), List.of(), five)).isFalse();
    }

    @Test
    void ofTwoSegmentsThatDifferByOnePersonOnlyTheFirstIsTold() {
        Population overlapping = new Population(List.of(new Cell(Set.of("a", "b"), 20), new Cell(Set.of("b"), 1)));

        assertThat(guard.allows(Set.of("a"), List.of(), overlapping)).isTrue();
        assertThat(guard.allows(Set.of("b"), List.of(Set.of("a")), overlapping)).isFalse();
        assertThat(guard.allows(Set.of("a"), List.of(Set.of("b")), overlapping)).isFalse();
        assertThat(guard.allows(Set.of("a"), List.of(Set.of("a")), overlapping)).isTrue();
    }

    @Test
    void theLastPartOfAWholeIsNotToldWhenTheRestWouldBeSmall() {
        assertThat(guard.allows(US, List.of(ALL), SHOP)).isTrue();
        assertThat(guard.allows(US, List.of(ALL, EU), SHOP)).isFalse();
        assertThat(guard.allows(ALL, List.of(EU, US), SHOP)).isFalse();
    }

    @Test
    void answersWhoseDifferencesAreLargeAreTold() {
        assertThat(guard.allows(Set.of("says=yes"), List.of(ALL), SHOP)).isTrue();
        assertThat(guard.allows(Set.of("in=EU", "says=yes"), List.of(ALL, EU), SHOP))
                .isTrue();
        assertThat(guard.allows(Set.of("in=US", "says=no"), List.of(US), SHOP)).isTrue();
    }

    @Test
    void aThresholdBelowTwoIsRefused() {
        assertThatThrownBy(() -> new KThreshold(1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(KThreshold.DEFAULT.allows(19)).isFalse();
        assertThat(KThreshold.DEFAULT.allows(20)).isTrue();
        assertThat(KThreshold.DEFAULT.allowsDifference(0)).isTrue();
        assertThat(KThreshold.DEFAULT.allowsDifference(19)).isFalse();
    }
}
