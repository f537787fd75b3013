package dev.aisle.profile.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.customers.lifetime.CustomerValue;
import dev.aisle.algorithms.customers.lifetime.GammaGamma;
import dev.aisle.algorithms.customers.lifetime.LifetimeFit;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistories;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ValueTableTest {
    private static final int PEOPLE = (int) ValueTable.LEAST_PEOPLE;
    private static final double WEEKS = 52;

    /** Customers of a shop by weeks: when they came first and last, how often again, and what they paid a purchase day. */
    private static final class Customers {
        private final long[] repeats = new long[PEOPLE + 1];
        private final double[] last = new double[PEOPLE + 1];
        private final double[] ages = new double[PEOPLE + 1];
        private final double[] means = new double[PEOPLE + 1];

        Customers(Random random) {
            for (int n = 0; n <= PEOPLE; n++) {
                ages[n] = 4 + random.nextInt((int) WEEKS - 4);
                double rate = 0.02 + 0.1 * -Math.log(1 - random.nextDouble());
                double usual = 2_000 * Math.exp(0.5 * random.nextGaussian());
                double now = 0;
                boolean stays = true;
                while (stays) {
                    now += -Math.log(1 - random.nextDouble()) / rate;
                    stays = now < ages[n] && random.nextDouble() > 0.1;
                    if (now < ages[n]) {
                        repeats[n]++;
                        last[n] = now;
                    }
                }
                means[n] = repeats[n] == 0 ? 0 : usual;
            }
        }

        /** The table of so many of them. */
        ValueTable table(int people) {
            long[] x = Arrays.copyOf(repeats, people);
            return ValueTable.of(
                    new CustomerValue(
                            LifetimeFit.mbgNbd(PurchaseHistories.of(
                                            x, Arrays.copyOf(last, people), Arrays.copyOf(ages, people)))
                                    .model(),
                            GammaGamma.fit(x, Arrays.copyOf(means, people)).model(),
                            12,
                            0.01,
                            30 / 7.0),
                    12,
                    7);
        }
    }

    @Test
    void oneUsualCustomerMoreSeldomMovesAStepOfATableOfAThousand() {
        int moved = 0;
        for (int shop = 0; shop < 100; shop++) {
            Customers customers = new Customers(new Random(shop));
            moved += customers.table(PEOPLE).equals(customers.table(PEOPLE + 1)) ? 0 : 1;
        }

        // Whoever knows all the others then guesses one of them at most four percentage points better than by chance.
        assertThat(moved).isLessThanOrEqualTo(8);
    }

    @Test
    void amountsAreCoarse() {
        assertThat(DoubleStream.of(0.4, 1, 1.3, 1.5, 3.1, 3.2, 7, 7.1, 1_900, 66_000)
                        .mapToObj(ValueTable::coarse))
                .containsExactly(0L, 1L, 1L, 2L, 2L, 5L, 5L, 10L, 2_000L, 50_000L);
    }
}
