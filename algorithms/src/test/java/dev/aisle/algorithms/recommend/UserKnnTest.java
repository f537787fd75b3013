package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UserKnnTest {
    @Property(tries = 50)
    void withEverybodyAsNeighbourTheScoreIsItsDefinition(
            @ForAll long seed, @ForAll boolean normalised, @ForAll boolean reversed) {
        Interactions shop = RandomShop.of(seed, 30, 12);
        float[] scores = new float[12];
        new UserKnn(30, 2, Weighting.NONE, normalised, reversed)
                .fit(shop, Progress.NONE)
                .score(shop.history(7), scores);

        double[][] rows = new double[30][12];
        for (int user = 0; user < 30; user++) {
            for (int p = shop.start(user); p < shop.start(user + 1); p++) {
                rows[user][shop.item(p)] = shop.weight(p);
            }
        }
        for (int item = 0; item < 12; item++) {
            double sum = 0;
            double similarities = 0;
            for (double[] other : rows) {
                double similarity = dot(rows[7], other) / (Math.sqrt(dot(rows[7], rows[7]) * dot(other, other)) + 2);
                sum += similarity * other[item];
                similarities += other[item] > 0 ? similarity : 0;
            }
            double expected = !normalised ? sum : similarities == 0 ? 0 : sum / similarities;
            assertThat((double) scores[item]).isCloseTo(expected, within(1e-4));
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void onlyTheNearestSpeak() {
        InteractionsBuilder shop = Interactions.collect(3, 4);
        shop.add(0, 0, 1);
        shop.add(0, 1, 1);
        shop.add(0, 2, 1);
        shop.add(1, 0, 1);
        shop.add(1, 3, 1);
        shop.add(2, 3, 1);
        float[] scores = new float[4];

        new UserKnn(1, 0, Weighting.NONE, false, false)
                .fit(shop.build(), Progress.NONE)
                .score(History.of(0, 1), scores);

        assertThat(scores[2]).isPositive();
        assertThat(scores[3]).isZero();
    }

    @Property(tries = 50)
    void reversedThoseSpeakWhoHaveThePersonAmongTheirNearest(@ForAll long seed, @ForAll Weighting weighting) {
        int k = 4;
        Interactions shop = RandomShop.of(seed, 30, 12);
        PeopleLikeness likeness = PeopleLikeness.of(shop, weighting, 1);
        int person = 7;
        float[] expected = new float[12];
        float[] similarities = new float[30];
        for (int user = 0; user < 30; user++) {
            likeness.toOthers(user, similarities);
            float own = similarities[person];
            int nearer = 0;
            int alike = 0;
            for (int other = 0; other < 30; other++) {
                nearer += other != user && similarities[other] > own ? 1 : 0;
                alike += other != user && similarities[other] == own ? 1 : 0;
            }
            // Of equally near people it is open which are the nearest, so each is by its chance.
            float chance = nearer >= k ? 0 : Math.min(1, (k - nearer) / (float) Math.max(1, alike));
            for (int p = shop.start(user); p < shop.start(user + 1); p++) {
                expected[shop.item(p)] += own * chance * shop.weight(p);
            }
        }

        float[] scores = new float[12];
        new UserKnn(k, 1, weighting, false, true).fit(shop, Progress.NONE).score(shop.history(person), scores);

        assertThat(scores).containsExactly(expected, within(1e-4f));
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new UserKnn(0, 0, Weighting.NONE, false, false))
                .hasMessageContaining("k=0");
    }
}
