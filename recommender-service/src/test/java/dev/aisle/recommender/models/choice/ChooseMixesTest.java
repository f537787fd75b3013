package dev.aisle.recommender.models.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.recommender.KnowingNetwork;
import dev.aisle.recommender.models.domain.HoldOut;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.NamedMix;
import dev.aisle.recommender.models.domain.PlacementKind;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A shop whose people walk along a circle of products, in one direction only. Neighbours don't know which. */
class ChooseMixesTest {
    private static final int PRODUCTS = 40;
    private static final int STEPS = 5;
    private static final TrainingSet SET = walks();
    private static final long MOMENT = SET.momentOf(0.9);
    private static final TrainedModel OF_PAST = new Learning()
            .fit(SET, MOMENT, new Name("v", Instant.EPOCH), new TrainingProgress(), new Span("fitting", 0, 1));

    @Test
    void aNetworkThatKnowsTheWayWinsWhereItIsAskedAndNowhereElse() {
        ChoiceReport report =
                choose(OF_PAST.with(KnowingNetwork.of(PRODUCTS, item -> (item + 1) % PRODUCTS), "written down"), null);

        PlacementChoice product = report.at(PlacementKind.PRODUCT);
        assertThat(product.chosen().name()).as(product.explanation()).isIn("network", "usual+network");
        assertThat(product.runnerUp().value()).isLessThan(product.figure().value());
        assertThat(report.asksNetwork()).isTrue();
        assertThat(report.at(PlacementKind.CART).chosen()).isEqualTo(NamedMix.CART);
        assertThat(report.at(PlacementKind.CART).explanation()).contains("only 0 people");
    }

    @Test
    void aNetworkThatGuessesStaysOut() {
        ChoiceReport report = choose(OF_PAST.with(KnowingNetwork.guessing(PRODUCTS), "not trained"), null);

        assertThat(report.asksNetwork()).isFalse();
        assertThat(report.at(PlacementKind.PRODUCT).compared()).containsKeys("network", "usual+network");
    }

    @Test
    void aModelWithoutANetworkGoesBackToTheUsualMix() {
        NetworkModel network = KnowingNetwork.of(PRODUCTS, item -> (item + 1) % PRODUCTS);
        ChoiceReport present = choose(OF_PAST.with(network, "written down"), null);

        ChoiceReport report = choose(OF_PAST, present);

        assertThat(report.asksNetwork()).isFalse();
        assertThat(report.at(PlacementKind.PRODUCT).compared()).doesNotContainKey("network");
    }

    @Test
    void theSamePeopleGiveTheSameChoice() {
        TrainedModel model = OF_PAST.with(KnowingNetwork.guessing(PRODUCTS), "not trained");

        assertThat(choose(model, null)).isEqualTo(choose(model, null));
    }

    @Test
    void whoChoosesDoesNotJudge() {
        HoldOut gate = new HoldOut(SET, MOMENT);
        BitSet judging = new BitSet();
        gate.listsOf(OF_PAST).forEach(list -> judging.set(list.person()));

        assertThat(judging.stream()).noneMatch(HoldOut::choosesMixes);
        assertThat(IntStream.range(0, 9).filter(HoldOut::choosesMixes)).hasSize(3);
    }

    private static ChoiceReport choose(TrainedModel model, ChoiceReport present) {
        return new ChooseMixes(SET, MOMENT, person -> true).of(model, present);
    }

    private static TrainingSet walks() {
        SplittableRandom random = new SplittableRandom(4);
        TrainingSetBuilder rows = new TrainingSetBuilder();
        for (int person = 0; person < 1_500; person++) {
            int first = random.nextInt(PRODUCTS);
            long begin = person * Duration.ofHours(1).toMillis();
            for (int step = 0; step < STEPS; step++) {
                rows.add(
                        "u%04d".formatted(person),
                        "p%02d".formatted((first + step) % PRODUCTS),
                        null,
                        1,
                        begin + step * Duration.ofMinutes(1).toMillis());
            }
        }
        return rows.build();
    }
}
