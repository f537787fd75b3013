package dev.aisle.algorithms.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.algorithms.evaluate.Outcome.Undefined;
import dev.aisle.algorithms.evaluate.ResponseRates.Response;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TraitsTest {
    private static final int[] NOTHING = {};

    /** Items 0 to 3 are of category 0, items 4 and 5 of category 1, item 6 of none. */
    private static ItemSets categories() {
        InteractionsBuilder rows = Interactions.collect(7, 2);
        IntStream.range(0, 6).forEach(item -> rows.add(item, item < 4 ? 0 : 1, 1));
        return ItemSets.of(rows.build());
    }

    private static Map<String, Outcome> evaluate(ItemTraits traits, Panel panel, int k) {
        return new Evaluation(Catalogue.withoutPopularity(7), traits, 20, 1)
                .of(panel, new int[] {k})
                .outcomes();
    }

    private static double value(Map<String, Outcome> found, String name) {
        return ((Estimate) found.get(name)).value();
    }

    @Test
    void calibrationIsTheDivergenceOfSteck() {
        // Three of four taken items are of category 0; the list is of category 1 alone, or half and half, or alike.
        int[] history = {0, 1, 2, 4};
        ItemTraits traits = ItemTraits.NONE.withCategories(categories());

        Map<String, Outcome> other = evaluate(
                traits, Panel.of(List.of(JudgedList.of(new int[] {5}, NOTHING).from(history))), 1);
        Map<String, Outcome> half = evaluate(
                traits,
                Panel.of(List.of(JudgedList.of(new int[] {3, 5}, NOTHING).from(history))),
                2);
        Map<String, Outcome> alike = evaluate(
                traits, Panel.of(List.of(JudgedList.of(history, NOTHING).from(history))), 4);

        double p = 0.75;
        double q = 0.25;
        assertThat(value(other, "calibration@1"))
                .isCloseTo(p * Math.log(p / (0.01 * p)) + q * Math.log(q / (0.99 + 0.01 * q)), within(1e-12));
        assertThat(value(half, "calibration@2"))
                .isCloseTo(p * Math.log(p / (0.495 + 0.01 * p)) + q * Math.log(q / (0.495 + 0.01 * q)), within(1e-12));
        assertThat(value(alike, "calibration@4")).isCloseTo(0, within(1e-12));
    }

    @Test
    void whatIsNewIsCounted() {
        JudgedList list = JudgedList.of(new int[] {0, 1, 2, 3}, NOTHING).from(new int[] {1, 6, 6});

        assertThat(value(evaluate(ItemTraits.NONE, Panel.of(List.of(list)), 4), "new@4"))
                .isEqualTo(0.75);
    }

    @Test
    void priceLevelsAndBrandsShownAlikeAreAtParity() {
        Grouping prices = Grouping.of(new int[] {0, 0, 0, 1, 1, 1, Grouping.NONE}, List.of("low", "high"));
        Grouping brands = Grouping.of(new int[] {0, 1, 2, 0, 1, 2, 2}, List.of("a", "b", "c"));
        ItemTraits traits = ItemTraits.NONE.withPrices(prices).withBrands(brands);
        List<JudgedList> even =
                List.of(JudgedList.of(new int[] {0, 3}, NOTHING), JudgedList.of(new int[] {6, 4}, NOTHING));
        List<JudgedList> cheap = List.of(JudgedList.of(new int[] {0, 1}, NOTHING));

        assertThat(value(evaluate(traits, Panel.of(even), 1), "pricersp@1")).isEqualTo(1);
        assertThat(value(evaluate(traits, Panel.of(cheap), 2), "pricersp@2")).isEqualTo(1);
        assertThat(value(evaluate(traits, Panel.of(List.of(even.getFirst())), 2), "pricersp@2"))
                .isZero();
        // Shares shown per slot: 1/2, 1/2, 0 of the three brands.
        assertThat(value(evaluate(traits, Panel.of(cheap), 2), "brandrsp@2"))
                .isCloseTo(Math.sqrt(2.0 / 9 / 4 * 1) / (1 / 3.0), within(1e-12));
    }

    @Test
    void groupsOfPeopleServedAlikeAreAtParity() {
        JudgedList hit = JudgedList.of(new int[] {0}, new int[] {0});
        JudgedList miss = JudgedList.of(new int[] {1}, new int[] {0});
        Grouping groups = Grouping.of(new int[] {0, 0, 1, 1}, List.of("young", "old"));
        int[] people = {0, 1, 2, 3};

        Map<String, Outcome> unfair =
                evaluate(ItemTraits.NONE, new Panel(List.of(hit, hit, miss, miss), people, Optional.of(groups)), 1);
        Map<String, Outcome> fair =
                evaluate(ItemTraits.NONE, new Panel(List.of(hit, miss, hit, miss), people, Optional.of(groups)), 1);
        Map<String, Outcome> unknown = evaluate(ItemTraits.NONE, Panel.of(List.of(hit, miss)), 1);

        assertThat(value(unfair, "group_parity@1")).isEqualTo(1);
        assertThat(value(fair, "group_parity@1")).isZero();
        assertThat(unknown.get("group_parity@1")).isEqualTo(new Undefined("no groups of people are known"));
    }

    @Test
    void whatNeedsUnknownTraitsSaysSo() {
        Map<String, Outcome> found =
                evaluate(ItemTraits.NONE, Panel.of(List.of(JudgedList.of(new int[] {1, 2}, NOTHING))), 2);

        assertThat(found.get("ild_cosine@2")).isEqualTo(new Undefined("no attributes of the items are known"));
        assertThat(found.get("calibration@2")).isEqualTo(new Undefined("no categories of the items are known"));
        assertThat(found.get("pricersp@2")).isEqualTo(new Undefined("no prices of the items are known"));
        assertThat(found.get("new@2")).isInstanceOf(Undefined.class);
    }

    @Property(tries = 50)
    void theMeanCosineIsThatOfAllPairs(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        InteractionsBuilder rows = Interactions.collect(12, 9);
        for (int n = 0; n < 40; n++) {
            rows.add(random.nextInt(12), random.nextInt(9), 1);
        }
        ItemSets sets = ItemSets.of(rows.build());
        int[] shown = random.ints(0, 12).distinct().limit(5).toArray();
        int[] history = random.ints(0, 12).distinct().limit(4).toArray();
        JudgedList list = JudgedList.of(shown, shown).from(history);

        double pairs = 0;
        double jaccards = 0;
        for (int a = 0; a < 5; a++) {
            for (int b = a + 1; b < 5; b++) {
                pairs += sets.cosine(shown[a], shown[b]);
                jaccards += sets.jaccard(shown[a], shown[b]);
            }
        }
        double toFirst = 0;
        for (int item : history) {
            toFirst += sets.cosine(shown[0], item) / 4;
        }

        Likeness likeness = new Likeness(sets, 5);
        // Two of the same, since the scratch space must be clean after the first.
        for (JudgedList one : List.of(list, JudgedList.of(shown, shown).from(history))) {
            assertThat(likeness.of(one).cosines()[4]).isCloseTo(pairs, within(1e-12));
            assertThat(likeness.of(one).jaccards()[4]).isCloseTo(jaccards, within(1e-12));
            assertThat(likeness.of(one).toHistory()[0]).isCloseTo(toFirst, within(1e-12));
        }
    }

    @Test
    void aSliceIsEvaluatedAsIfItWereAlone() {
        Catalogue catalogue = Catalogue.of(new int[] {9, 8, 7, 3, 2, 1, 0}, 10);
        Evaluation evaluation = new Evaluation(catalogue, 50, 1);
        List<JudgedList> lists = List.of(
                JudgedList.of(new int[] {0, 1}, new int[] {1}),
                JudgedList.of(new int[] {2, 3}, new int[] {2, 3, 6}),
                JudgedList.of(new int[] {4, 0}, new int[] {6}));

        Evaluated all = evaluation.of(Panel.of(lists), new int[] {1, 2});

        assertThat(all.at(new int[] {0, 2}).outcomes())
                .isEqualTo(evaluation.of(List.of(lists.get(0), lists.get(2)), new int[] {1, 2}));
        Evaluated.Slice unseen = all.seeking(new int[] {0, 1, 2}, item -> item == 6);
        assertThat(unseen.people()).isEqualTo(2);
        assertThat(value(unseen.outcomes(), "recall@2")).isZero();
        assertThat(value(all.seeking(new int[] {0, 1, 2}, item -> item == 3).outcomes(), "recall@2"))
                .isEqualTo(1);
        assertThat(value(all.seeking(new int[] {0, 1, 2}, item -> item == 3).outcomes(), "mrr@2"))
                .isEqualTo(0.5);
    }

    @Test
    void responsesAreRatiosOfSums() {
        List<Response> responses =
                List.of(new Response(100, 10, 2, 30), new Response(300, 2, 0, 0), new Response(0, 0, 0, 0));

        Map<String, Outcome> rates = ResponseRates.of(responses, 200, 1);

        assertThat(value(rates, "ctr")).isEqualTo(12 / 400.0);
        assertThat(value(rates, "conversion_rate")).isEqualTo(2 / 12.0);
        assertThat(value(rates, "purchases_per_impression")).isEqualTo(2 / 400.0);
        assertThat(value(rates, "revenue_per_impression")).isEqualTo(30 / 400.0);
        assertThat(ResponseRates.of(List.of(), 10, 1).get("ctr")).isInstanceOf(Undefined.class);
        assertThatThrownBy(() -> new Response(1, 2, 0, 0)).hasMessageContaining("clicks=2");
    }
}
