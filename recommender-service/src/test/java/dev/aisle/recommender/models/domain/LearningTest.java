package dev.aisle.recommender.models.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LearningTest {
    @Test
    void aModelAfterAnErasureEqualsOneThatNeverSawThePerson() {
        TrainedModel without = SmallShop.model(40, "u038", "u039");
        TrainedModel neverSaw = SmallShop.model(38);

        assertThat(without.als().itemFactors()).isEqualTo(neverSaw.als().itemFactors());
        assertThat(without.similar().similarities())
                .isEqualTo(neverSaw.similar().similarities());
        assertThat(without.boughtTogether().neighbours())
                .isEqualTo(neverSaw.boughtTogether().neighbours());
        assertThat(without.popularity().scores())
                .isEqualTo(neverSaw.popularity().scores());
    }

    @Test
    void progressGrowsToTheEndOfTheSpan() {
        TrainingProgress progress = new TrainingProgress();

        new Learning()
                .fit(
                        SmallShop.interactions(20).build(),
                        Long.MAX_VALUE,
                        new Name("v", Instant.EPOCH),
                        progress,
                        new Span("fitting", 0.5, 0.9));

        assertThat(progress.progress()).isEqualTo(0.9);
        assertThat(progress.stage()).isEqualTo("fitting ials");
    }

    @Test
    void aCancelledTrainingEndsAtItsNextStep() {
        TrainingProgress progress = new TrainingProgress();
        progress.cancel();

        assertThatThrownBy(() -> progress.stage("any", 0, 1)).isInstanceOf(CancellationException.class);
    }

    @Test
    void theHoldOutAsksForWhatWasNewToPeople() {
        TrainingSet set = SmallShop.interactions(40).build();
        long moment = set.momentOf(0.7);
        TrainedModel ofPast = new Learning()
                .fit(set, moment, new Name("", Instant.EPOCH), new TrainingProgress(), new Span("evaluating", 0, 1));

        Map<String, Double> metrics = new HoldOut(set, moment).judge(ofPast, Progress.NONE);

        assertThat(metrics)
                .containsKeys("popularity.recall@20", "itemknn.recall@20", "ials.ndcg@20", "blend.recall@20");
        assertThat(metrics.get("blend.ndcg@20")).isGreaterThan(metrics.get("popularity.ndcg@20"));
    }
}
