package dev.aisle.recommender.serving.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.Asked;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.ranking.FeatureNames;
import dev.aisle.recommender.serving.domain.Replay.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody would have been shown on coming back. */
class ReplayTest {
    private static final TrainedModel MODEL = SmallShop.model(60);
    private static final Instant MOMENT = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant BACK = MOMENT.plus(Duration.ofHours(5));
    private static final Replay REPLAY = new Replay(new SmallShop().view(MODEL), MOMENT.toEpochMilli());

    @Test
    void whatIsTakenAfterTheMomentIsWhatTheListsShouldPutFirst() {
        List<ShownList> lists = REPLAY.of(List.of(
                did("t1", InteractionType.VIEW, MOMENT.minus(Duration.ofDays(2))),
                did("t5", InteractionType.VIEW, BACK),
                did("t2", InteractionType.VIEW, BACK.plusSeconds(60)),
                did("t3", InteractionType.PURCHASE, BACK.plusSeconds(120))));

        assertThat(lists).hasSize(2);
        assertThat(lists).allMatch(list -> list.shownAt() == BACK.toEpochMilli());
        assertThat(gains(lists.getFirst())).containsExactly(1f, 1f, 3f);
        // The second stands beside t5, which isn't in it.
        assertThat(gains(lists.getLast())).containsExactly(1f, 3f);
        assertThat(lists.getLast().features()[0][FeatureNames.ALL.indexOf("on-page")])
                .isOne();
        assertThat(lists).allSatisfy(list -> assertThat(list.positions()).containsOnly(1));
    }

    @Test
    void onlyWhatWasKnownBeforeTheMomentMakesAList() {
        Deed before = did("t1", InteractionType.PURCHASE, MOMENT.minus(Duration.ofDays(2)));
        ShownList little = REPLAY.of(List.of(before, did("b5", InteractionType.VIEW, BACK)))
                .getFirst();
        ShownList more = REPLAY.of(List.of(
                        before,
                        did("b5", InteractionType.VIEW, BACK),
                        did("b6", InteractionType.PURCHASE, BACK.plusSeconds(60))))
                .getFirst();

        assertThat(Arrays.deepEquals(more.features(), little.features())).isTrue();
        assertThat(more.gains()).isNotEqualTo(little.gains());
    }

    @Test
    void timeIsCountedToWhenTheyCameBack() {
        List<Deed> deeds = new ArrayList<>();
        deeds.add(did("t1", InteractionType.VIEW, BACK.minus(Duration.ofDays(3))));
        // Those that were seen last aren't shown again at once.
        for (int n = 0; n < Asked.SESSION; n++) {
            deeds.add(did("b" + n, InteractionType.VIEW, MOMENT.minusSeconds(60 - n)));
        }
        deeds.add(did("t3", InteractionType.VIEW, BACK));

        ShownList list = REPLAY.of(deeds).getFirst();

        int seen = FeatureNames.ALL.indexOf("days-since-seen");
        assertThat(Arrays.stream(list.features()).map(row -> row[seen]).filter(days -> !Float.isNaN(days)))
                .containsExactly(3f);
    }

    @Test
    void whoIsNewOrDidNotComeBackGetsNone() {
        assertThat(REPLAY.of(List.of(did("t1", InteractionType.VIEW, BACK)))).isEmpty();
        assertThat(REPLAY.of(List.of(did("t1", InteractionType.VIEW, MOMENT.minusMillis(1)))))
                .isEmpty();
    }

    private static List<Float> gains(ShownList list) {
        List<Float> some = new ArrayList<>();
        for (float gain : list.gains()) {
            if (gain > 0) {
                some.add(gain);
            }
        }
        return some.stream().sorted().toList();
    }

    private static Deed did(String product, InteractionType type, Instant at) {
        return new Deed(new PastInteraction(product, type, at), "");
    }
}
