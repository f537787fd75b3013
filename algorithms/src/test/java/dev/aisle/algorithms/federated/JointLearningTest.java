package dev.aisle.algorithms.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.ImplicitAls;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import dev.aisle.algorithms.recommend.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JointLearningTest {
    private static final int ITEMS = 60;
    private static final JointSettings SETTINGS = new JointSettings(6, 40, 100, 100, 0, 1, 12, 0.015, 3);

    /** Two tastes, each with half of the items. */
    private static Interactions people(int count, long seed) {
        Random random = new Random(seed);
        InteractionsBuilder builder = Interactions.collect(count, ITEMS);
        for (int person = 0; person < count; person++) {
            int taste = person % 2 * (ITEMS / 2);
            for (int n = 0; n < 8; n++) {
                int item = random.nextInt(10) == 0 ? random.nextInt(ITEMS) : taste + random.nextInt(ITEMS / 2);
                builder.add(person, item, 1);
            }
        }
        return builder.build();
    }

    private static double[] sum(List<double[]> parts) {
        double[] sum = new double[parts.getFirst().length];
        parts.forEach(part -> Arrays.setAll(sum, n -> sum[n] + part[n]));
        return sum;
    }

    private static JointFactors train(List<Interactions> partners, JointSettings settings) {
        Census census = Census.read(
                sum(partners.stream()
                        .map(p -> Census.of(p, settings.censusClip()))
                        .toList()),
                0);
        JointFactors factors = JointFactors.first(settings, census);
        for (int round = 0; round < settings.rounds(); round++) {
            JointFactors now = factors;
            factors = now.after(
                    sum(partners.stream()
                            .map(p -> PeopleUpdate.of(p, now, settings, new Random(1)))
                            .toList()),
                    0);
        }
        return factors;
    }

    @Test
    void whoeverTrainsTogetherLearnsWhatOneWithAllPeopleWouldLearn() {
        Interactions all = people(90, 1);
        List<Interactions> parts = new ArrayList<>();
        for (int from : new int[] {0, 50, 80}) {
            int to = from == 0 ? 50 : from == 50 ? 80 : 90;
            InteractionsBuilder part = Interactions.collect(to - from, ITEMS);
            for (int person = from; person < to; person++) {
                History history = all.history(person);
                for (int p = 0; p < history.size(); p++) {
                    part.add(person - from, history.item(p), history.weight(p));
                }
            }
            parts.add(part.build());
        }

        float[] together = train(parts, SETTINGS).values();
        float[] pooled = train(List.of(all), SETTINGS).values();

        for (int n = 0; n < pooled.length; n++) {
            assertThat(together[n]).isCloseTo(pooled[n], within(1e-3f));
        }
    }

    @Test
    void theStepsEndNearWhereAlternatingLeastSquaresEnds() {
        Interactions all = people(200, 2);
        AlsModel exact = new ImplicitAls(6, 30, 12, 0.015f, 1, 3, 1).fit(all, Progress.NONE);

        AlsModel joint = train(List.of(all), new JointSettings(6, 200, 100, 100, 0, 1, 12, 0.015, 3))
                .model();

        assertThat(fit(joint, all)).isCloseTo(fit(exact, all), within(0.02));
    }

    private static double fit(AlsModel model, Interactions people) {
        double sum = 0;
        for (int person = 0; person < people.userCount(); person++) {
            sum += MembershipAttack.loss(model, people.history(person));
        }
        return sum / people.userCount();
    }

    @Property(tries = 40)
    void onePersonMoreOrLessMovesASumByAtMostTheClip(
            @ForAll @IntRange(min = 1, max = 30) int count,
            @ForAll @IntRange(min = 1, max = 40) int tenths,
            @ForAll long seed) {
        double clip = tenths / 10.0;
        JointSettings settings = new JointSettings(6, 1, clip, clip, 0, 1, 12, 0.015, seed);
        Interactions with = people(count + 1, seed);
        Interactions without = withoutLast(with);
        JointFactors factors = JointFactors.first(settings, Census.read(Census.of(with, 100), 0));

        assertThat(distance(Census.of(with, clip), Census.of(without, clip))).isLessThanOrEqualTo(clip + 1e-9);
        assertThat(distance(
                        PeopleUpdate.of(with, factors, settings, new Random(1)),
                        PeopleUpdate.of(without, factors, settings, new Random(1))))
                .isLessThanOrEqualTo(clip + 1e-9);
    }

    private static Interactions withoutLast(Interactions people) {
        InteractionsBuilder builder = Interactions.collect(people.userCount() - 1, ITEMS);
        for (int person = 0; person < people.userCount() - 1; person++) {
            History history = people.history(person);
            for (int p = 0; p < history.size(); p++) {
                builder.add(person, history.item(p), history.weight(p));
            }
        }
        return builder.build();
    }

    private static double distance(double[] a, double[] b) {
        double[] differences = new double[a.length];
        Arrays.setAll(differences, n -> a[n] - b[n]);
        return Math.sqrt(Clip.square(differences));
    }

    @Test
    void noiseAloneTeachesNothing() {
        JointSettings settings = new JointSettings(6, 1, 1, 1, 1, 1, 12, 0.015, 3);
        double[] counts = new double[ITEMS + 1];
        Arrays.fill(counts, 10);
        JointFactors factors = JointFactors.first(settings, Census.read(counts, 1));
        double[] noise = new double[UpdateShape.length(ITEMS, 6)];
        new GaussianShare(1, 1).add(noise, new Random(5));

        float[] next = factors.after(noise, 1).values();

        double square = 0;
        for (float value : next) {
            square += value * value;
        }
        assertThat(Math.sqrt(square / ITEMS)).isLessThan(0.3);
    }

    @Test
    void anItemThatHardlyAnybodyTookStaysOutOfANoisyTraining() {
        Census census = Census.read(new double[] {50, 3, -4, 100}, 2);

        assertThat(census.kept()).isEqualTo(1);
        assertThat(census.people()).isEqualTo(100);
        assertThat(JointFactors.first(JointSettings.withNoise(1), census).values())
                .endsWith(new float[16]);
    }

    @Test
    void factorsThatArentFiniteOrDontFitAreRefused() {
        Census census = Census.read(new double[] {5, 5, 9}, 0);
        JointSettings settings = new JointSettings(2, 1, 1, 1, 0, 1, 12, 0.015, 3);

        assertThatThrownBy(() -> JointFactors.of(settings, census, new float[] {1, 2, 3, Float.NaN}))
                .hasMessageContaining("factor 3");
        assertThatThrownBy(() -> JointFactors.of(settings, census, new float[3]))
                .hasMessageContaining("2 × 2");
    }

    @Test
    void aSumThatSoManyPeopleCantGiveIsFoundImplausible() {
        double[] sum = {30, 40};

        assertThat(PlausibleSum.objection(sum, 50, 1, 0)).isEmpty();
        assertThat(PlausibleSum.objection(sum, 49, 1, 0))
                .hasValueSatisfying(reason -> assertThat(reason).contains("49 people"));
        assertThat(PlausibleSum.objection(new double[] {1e30, Double.NaN}, 49, 1, 0))
                .isPresent();
    }

    @Test
    void theAttackFindsMembersOfAModelThatLearntThemByHeartAndNobodyInOneThatKnowsNone() {
        List<History> members = histories(people(40, 7));
        List<History> outsiders = histories(people(40, 8));
        InteractionsBuilder unique = Interactions.collect(40, 40 * 3 + 40 * 3);
        List<History> byHeart = new ArrayList<>();
        List<History> strangers = new ArrayList<>();
        for (int person = 0; person < 40; person++) {
            for (int n = 0; n < 3; n++) {
                unique.add(person, person * 3 + n, 1);
            }
            byHeart.add(History.of(person * 3, person * 3 + 1, person * 3 + 2));
            strangers.add(History.of(120 + person * 3, 121 + person * 3, 122 + person * 3));
        }
        AlsModel memorised = new ImplicitAls(40, 10, 1, 0.001f, 1, 3, 1).fit(unique.build(), Progress.NONE);
        AlsModel ignorant = new ImplicitAls(2, 5, 12, 0.015f, 1, 3, 1).fit(people(50, 9), Progress.NONE);

        assertThat(MembershipAttack.on(memorised, byHeart, strangers, 1)
                        .advantage()
                        .value())
                .isGreaterThan(0.8);
        assertThat(MembershipAttack.on(ignorant, members, outsiders, 1).auc()).isBetween(0.3, 0.7);
    }

    private static List<History> histories(Interactions people) {
        List<History> histories = new ArrayList<>();
        for (int person = 0; person < people.userCount(); person++) {
            histories.add(people.history(person));
        }
        return histories;
    }
}
