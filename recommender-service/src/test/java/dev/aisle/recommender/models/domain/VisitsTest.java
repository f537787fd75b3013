package dev.aisle.recommender.models.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.sequence.Sessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final Duration GAP = Duration.ofMinutes(30);

    @Test
    void aVisitEndsWhenHalfAnHourPassesWithoutAnything() {
        TrainingSetBuilder rows = new TrainingSetBuilder();
        view(rows, "anna", "a", 0);
        view(rows, "anna", "b", 29);
        view(rows, "anna", "c", 58);
        view(rows, "anna", "d", 88);
        view(rows, "anna", "e", 90);

        assertThat(visits(rows.build(), 1_000)).containsExactly(List.of(0, 1, 2), List.of(3, 4));
    }

    @Test
    void visitsOfTwoPeopleAreTwoAndAProductCountsOnce() {
        TrainingSetBuilder rows = new TrainingSetBuilder();
        view(rows, "anna", "a", 0);
        view(rows, "anna", "b", 1);
        view(rows, "anna", "a", 2);
        view(rows, "ben", "c", 3);
        view(rows, "ben", "b", 4);
        view(rows, "cleo", "c", 4);
        view(rows, "cleo", "c", 5);

        assertThat(visits(rows.build(), 1_000)).containsExactly(List.of(0, 1), List.of(2, 1));
    }

    @Test
    void whatCameLaterThanTheMomentIsNotInThem() {
        TrainingSetBuilder rows = new TrainingSetBuilder();
        view(rows, "anna", "c", 12);
        view(rows, "anna", "a", 0);
        view(rows, "anna", "b", 9);
        TrainingSet set = rows.build();

        assertThat(visits(set, 10)).containsExactly(List.of(0, 1));
        assertThat(visits(set, 9)).isEmpty();
        assertThat(set.lastOf(0, 10 * MINUTE, 5)).hasSize(2);
        assertThat(set.lastOf(0, 99 * MINUTE, 2)).endsWith(2);
        assertThat(set.lastOf(0, 0, 2)).isEmpty();
    }

    @Test
    void aNetworkLearnsFromAllOfAPersonInOrderAndNothingTwiceInARow() {
        TrainingSetBuilder rows = new TrainingSetBuilder();
        view(rows, "anna", "b", 500);
        view(rows, "anna", "a", 0);
        view(rows, "anna", "a", 1);
        view(rows, "anna", "a", 900);
        view(rows, "anna", "c", 2_000);
        view(rows, "ben", "c", 1);

        Sessions sequences = rows.build().sequences(1_000 * MINUTE);

        assertThat(sequences.size()).isEqualTo(1);
        assertThat(List.of(sequences.item(0), sequences.item(1), sequences.item(2)))
                .containsExactly(0, 1, 0);
        assertThat(sequences.steps()).isEqualTo(3);
    }

    private static void view(TrainingSetBuilder rows, String person, String product, long minute) {
        rows.add(person, product, null, 1, minute * MINUTE);
    }

    private static List<List<Integer>> visits(TrainingSet set, long untilMinute) {
        Sessions sessions = set.visits(untilMinute * MINUTE, GAP);
        List<List<Integer>> visits = new ArrayList<>();
        for (int session = 0; session < sessions.size(); session++) {
            List<Integer> products = new ArrayList<>();
            int end = session + 1 < sessions.size() ? sessions.start(session + 1) : sessions.steps();
            for (int step = sessions.start(session); step < end; step++) {
                products.add(sessions.item(step));
            }
            visits.add(products);
        }
        return visits;
    }
}
