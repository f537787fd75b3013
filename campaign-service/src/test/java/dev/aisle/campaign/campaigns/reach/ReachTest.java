package dev.aisle.campaign.campaigns.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.guard.Answer.Shown;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.campaign.campaigns.reach.Reach.Counted;
import dev.aisle.campaign.campaigns.reach.Reach.Rule;
import dev.aisle.campaign.campaigns.reach.Reach.Stopped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final Rule AUDIENCE = new Rule("/audience", "x");
    private static final Rule ORDERS = new Rule("/eligibility/orders", "y");

    private final Counted counted = new Counted(
            new TreeMap<>(Map.of("a", 140L, "holdout", 3L)), List.of(AUDIENCE, ORDERS), Map.of(ORDERS, 250L));

    @Test
    void aQuestionHasEveryVariationAndRuleWhetherAnybodyIsThereOrNot() {
        Question question = counted.question("reach 1 sale");

        assertThat(question.figures().stream().map(Figure::value)).containsExactly(143.0, 140.0, 3.0, 0.0, 250.0);
        assertThat(question.touched()).isEqualTo(2);
    }

    @Test
    void numbersThatDontStandOutAreLeftOutAndTheRuleThatStopsMostComesFirst() {
        Reach reach = counted.shown(answer(145, 150, 10, 60, 255), GuardLevel.DEFAULT);

        assertThat(reach.people()).isEqualTo(145);
        assertThat(reach.byVariation()).isEqualTo(Map.of("a", 150L));
        assertThat(reach.stoppedBy())
                .containsExactly(new Stopped("/eligibility/orders", "y", 255), new Stopped("/audience", "x", 60));
    }

    private static Shown answer(double... values) {
        return new Shown(
                DoubleStream.of(values)
                        .mapToObj(value -> new NoisedFigure(value, 14))
                        .toList(),
                Instant.EPOCH,
                19);
    }
}
