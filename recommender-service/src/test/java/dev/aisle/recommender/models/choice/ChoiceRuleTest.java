package dev.aisle.recommender.models.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.recommender.models.choice.ChoiceRule.Compared;
import dev.aisle.recommender.models.domain.NamedMix;
import dev.aisle.recommender.models.domain.PlacementKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChoiceRuleTest {
    private static final int PEOPLE = 300;
    private static final ChoiceRule RULE = new ChoiceRule("ndcg@20", 1);
    private static final List<NamedMix> MIXES = MixCandidates.of(PlacementKind.USUAL, true);

    @Test
    void aClearWinnerServesAndTheFormerMixIsTheRunnerUp() {
        Compared compared = compared(PEOPLE, 1, name -> switch (name) {
            case "network" -> 0.05;
            case "usual" -> 0.01;
            default -> 0;
        });

        PlacementChoice choice = RULE.choose(PlacementKind.USUAL, NamedMix.USUAL, compared);

        assertThat(choice.chosen().name()).as(choice.explanation()).isEqualTo("network");
        assertThat(choice.people()).isEqualTo(PEOPLE);
        assertThat(choice.figure().value()).isCloseTo(mean(compared, "network"), within(1e-12));
        assertThat(choice.figure().low()).isLessThan(choice.figure().value());
        assertThat(choice.runnerUp().name()).isEqualTo("usual");
        assertThat(choice.runnerUp().value()).isCloseTo(mean(compared, "usual"), within(1e-12));
        assertThat(choice.runnerUp().difference().high()).isNegative();
        assertThat(choice.compared()).hasSize(MIXES.size());
        assertThat(choice.explanation()).contains("network instead of usual", "beyond chance", "over 300 people");
    }

    @Test
    void noiseNeverFlipsIt() {
        for (int seed = 0; seed < 40; seed++) {
            PlacementChoice choice =
                    RULE.choose(PlacementKind.USUAL, NamedMix.USUAL, compared(PEOPLE, seed, name -> 0));

            assertThat(choice.chosen()).as(choice.explanation()).isEqualTo(NamedMix.USUAL);
            assertThat(choice.explanation()).startsWith("usual stays");
        }
    }

    @Test
    void aNetworkThatIsWorseStaysOutAndTheReportSaysWhatItWouldHaveGiven() {
        Compared compared =
                compared(PEOPLE, 2, name -> name.contains("network") ? -0.01 : name.equals("usual") ? 0 : -0.1);

        PlacementChoice choice = RULE.choose(PlacementKind.USUAL, NamedMix.USUAL, compared);

        assertThat(choice.chosen()).isEqualTo(NamedMix.USUAL);
        assertThat(choice.runnerUp().name()).contains("network");
        assertThat(choice.explanation())
                .contains("The best other, " + choice.runnerUp().name() + ", would have given");
    }

    @Test
    void whatServesNowStaysUntilAnotherOneIsBetterEvenIfItIsNotTheUsualOne() {
        NamedMix present = MIXES.getLast();

        PlacementChoice choice = RULE.choose(PlacementKind.USUAL, present, compared(PEOPLE, 3, name -> 0));

        assertThat(choice.chosen()).isEqualTo(present);
    }

    @Test
    void withAFewPeopleNothingIsSaid() {
        PlacementChoice choice = RULE.choose(
                PlacementKind.USUAL,
                NamedMix.USUAL,
                compared(ChoiceRule.LEAST - 1, 1, name -> name.equals("network") ? 0.5 : 0));

        assertThat(choice.chosen()).isEqualTo(NamedMix.USUAL);
        assertThat(choice.figure()).isNull();
        assertThat(choice.explanation()).isEqualTo("usual stays: only 29 people could be asked, 30 are needed.");
    }

    @FunctionalInterface
    private interface Advantage {
        double of(String name);
    }

    /** People differ much from each other, mixes a little. */
    private static Compared compared(int people, int seed, Advantage advantage) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] ofPeople = random.doubles(people).toArray();
        List<double[]> values = new ArrayList<>();
        for (NamedMix mix : MIXES) {
            values.add(Arrays.stream(ofPeople)
                    .map(own -> own + advantage.of(mix.name()) + 0.1 * (random.nextDouble() - 0.5))
                    .toArray());
        }
        return new Compared(MIXES, values);
    }

    private static double mean(Compared compared, String name) {
        return compared.means().getOrDefault(name, Double.NaN);
    }
}
