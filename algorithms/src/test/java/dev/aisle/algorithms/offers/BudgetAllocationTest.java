package dev.aisle.algorithms.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BudgetAllocationTest {
    private static final JsonNode VECTORS = Vectors.json("mckp_instances.json");

    static Stream<JsonNode> instances() {
        return StreamSupport.stream(VECTORS.get("instances").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("instances")
    void theOptimumOfTheInstancesIsFound(JsonNode instance) {
        OfferTable table = table(instance.get("value"), instance.get("expected_cost"));

        Allocation allocation =
                BudgetAllocation.of(table, instance.get("budget").doubleValue());

        assertThat(allocation.exact()).isTrue();
        assertThat(allocation.value()).isCloseTo(instance.get("optimal_value").doubleValue(), within(1e-9));
        assertThat(allocation.cost()).isCloseTo(instance.get("cost").doubleValue(), within(1e-9));
        assertThat(allocation.choice())
                .containsExactly(new com.fasterxml.jackson.databind.ObjectMapper()
                        .convertValue(instance.get("choice"), int[].class));
    }

    @Test
    void theSmallExampleIsSolved() {
        JsonNode small = VECTORS.get("known_small");

        Allocation allocation = BudgetAllocation.of(
                table(small.get("value"), small.get("cost")),
                small.get("budget").doubleValue());

        assertThat(allocation.value()).isEqualTo(small.get("optimal_value").doubleValue());
    }

    @Property(tries = 300)
    void noChoiceIsBetterThanTheOneFound(
            @ForAll @IntRange(min = 1, max = 6) int customers,
            @ForAll @IntRange(min = 1, max = 3) int offers,
            @ForAll @IntRange(max = 60) int budget,
            @ForAll int seed) {
        OfferTable table = random(customers, offers, new Random(seed), true);

        Allocation allocation = BudgetAllocation.of(table, budget);

        assertThat(allocation.cost()).isLessThanOrEqualTo(budget);
        assertThat(allocation.exact()).isTrue();
        assertThat(allocation.value()).isCloseTo(bestOfAll(table, 0, budget), within(1e-9));
        assertThat(allocation.upperBound()).isGreaterThanOrEqualTo(allocation.value());
    }

    @Property(tries = 20)
    void manyCustomersComeCloseToTheBoundWithinTheBudget(
            @ForAll int seed, @ForAll @IntRange(min = 1, max = 90) int percent) {
        OfferTable table = random(3_000, 5, new Random(seed), false);
        double all = BudgetAllocation.of(table, 1e12).cost();

        Allocation allocation = BudgetAllocation.of(table, all * percent / 100);

        assertThat(allocation.cost()).isLessThanOrEqualTo(all * percent / 100);
        assertThat(allocation.shareOfBound()).isBetween(0.995, 1.0);
    }

    @Property(tries = 50)
    void moreBudgetIsNeverWorthLess(@ForAll int seed, @ForAll @IntRange(max = 40) int budget) {
        OfferTable table = random(5, 3, new Random(seed), true);

        assertThat(BudgetAllocation.of(table, budget + 1).value())
                .isGreaterThanOrEqualTo(BudgetAllocation.of(table, budget).value());
    }

    @Test
    void whatCostsNothingIsGivenWithoutABudgetAndWhatHarmsIsNever() {
        OfferTable table = new OfferTable(2, new double[] {-1, 3, -2, -5, 4, 4}, new double[] {0, 0, 0, 0, 1, 0});

        Allocation allocation = BudgetAllocation.of(table, 0);

        assertThat(allocation.choice()).containsExactly(1, Allocation.NONE, 1);
        assertThat(allocation.value()).isEqualTo(7);
        assertThat(allocation.exact()).isTrue();
    }

    @Test
    void nobodyIsAllocatedNothing() {
        assertThat(BudgetAllocation.of(new OfferTable(5, new double[0], new double[0]), 10)
                        .shareOfBound())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> new OfferTable(2, new double[] {1, Double.NaN}, new double[] {1, 1}))
                .hasMessageContaining("customer 0, offer 1");
        assertThatThrownBy(() -> new OfferTable(1, new double[] {1}, new double[] {-1}))
                .hasMessageContaining("cost ≥ 0");
        assertThatThrownBy(() -> BudgetAllocation.of(new OfferTable(1, new double[] {1}, new double[] {1}), -1))
                .hasMessageStartingWith("budget:");
    }

    private static double bestOfAll(OfferTable table, int customer, double budget) {
        if (customer == table.customers()) {
            return 0;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int offer = Allocation.NONE; offer < table.offers(); offer++) {
            double rest = budget - table.costOf(customer, offer);
            if (rest >= 0) {
                best = Math.max(best, table.valueOf(customer, offer) + bestOfAll(table, customer + 1, rest));
            }
        }
        return best;
    }

    /** Whole numbers make ties and sums that fit to the last unit. */
    private static OfferTable random(int customers, int offers, Random random, boolean whole) {
        double[] value = random.doubles((long) customers * offers, -3, 20).toArray();
        double[] cost = random.doubles((long) customers * offers, 0, 15).toArray();
        for (int n = 0; whole && n < value.length; n++) {
            value[n] = Math.rint(value[n]);
            cost[n] = Math.rint(cost[n]);
        }
        return new OfferTable(offers, value, cost);
    }

    private static OfferTable table(JsonNode value, JsonNode cost) {
        return new OfferTable(value.get(0).size(), flat(value), flat(cost));
    }

    private static double[] flat(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
