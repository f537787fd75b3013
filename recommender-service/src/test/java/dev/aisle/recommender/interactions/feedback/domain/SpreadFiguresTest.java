package dev.aisle.recommender.interactions.feedback.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.ItemTraits;
import dev.aisle.recommender.catalog.Price;
import dev.aisle.recommender.catalog.Shelf;
import dev.aisle.recommender.interactions.feedback.domain.Spread.BrandShare;
import dev.aisle.recommender.interactions.feedback.domain.Spread.Limits;
import dev.aisle.recommender.interactions.feedback.domain.SpreadTally.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Six products of three prices and two brands. */
class SpreadFiguresTest {
    private static final Shelf SHELF = new Shelf() {
        private final List<CatalogueItem> items = List.of(
                item("a", "Big", 100),
                item("b", "Big", 200),
                item("c", "Small", 300),
                item("d", "Small", 400),
                item("e", "Small", 500),
                item("f", "", 600));

        @Override
        public long changes() {
            return 0;
        }

        @Override
        public @Nullable CatalogueItem get(String id) {
            return items.stream()
                    .filter(item -> item.productId().equals(id))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Stream<CatalogueItem> all() {
            return items.stream();
        }
    };

    private static CatalogueItem item(String id, String brand, long cents) {
        return new CatalogueItem(id, id, null, brand, new Price(cents, "EUR"), "", "", Sale.NOW, ItemTraits.NONE);
    }

    private final SpreadTally tally = new SpreadTally(new OnSale(SHELF), 0);

    /** So many people who were shown these, in one list. */
    private void shown(int people, String... products) {
        for (int person = 0; person < people; person++) {
            tally.add(Stream.of(products).map(id -> new Item(0, "list", id)).toList());
        }
    }

    /** Released without noise, of a deviation so small that all is shown. */
    private Spread spread(double tailShareAtLeast, double brandLiftAtMost) {
        Question question = Spreads.question("q", tally);
        List<NoisedFigure> exact = question.figures().stream()
                .map(figure -> new NoisedFigure(figure.value(), 1e-3))
                .toList();
        SpreadFigures figures =
                new SpreadFigures(new OnSale(SHELF), GuardLevel.DEFAULT, new Limits(tailShareAtLeast, brandLiftAtMost));
        return Spreads.shown(new Answer.Shown(exact, Instant.EPOCH, 1), figures, 0)
                .whole()
                .orElseThrow();
    }

    /** Of 100 people 60 see a, 30 see b, 10 see e; what is gone counts nothing. */
    @Test
    void theFiguresAreThoseOfTheFormulas() {
        shown(60, "a", "gone");
        shown(30, "b", "b");
        shown(10, "e");
        shown(7, "gone");

        Spread spread = spread(0, 100);

        assertThat(spread.people()).isEqualTo(100);
        // of an even share of 16.7 a quarter is 4.2: three of six have it
        assertThat(spread.coverage()).isEqualTo(0.5);
        // ascending 0 0 0 10 30 60: (1·10 + 3·30 + 5·60) / (6·100)
        assertThat(spread.gini()).isCloseTo(0.67, within(1e-12));
        // the most shown fifth of six, rounded up: a and b
        assertThat(spread.tailShare()).isCloseTo(0.1, within(1e-12));
        assertThat(spread.priceLevels().get("low")).isCloseTo(0.9, within(1e-12));
        assertThat(spread.priceLevels().get("high")).isCloseTo(0.1, within(1e-12));
        assertThat(spread.brands()).extracting(BrandShare::brand).containsExactly("Big");
        assertThat(spread.brands().getFirst().lift()).isCloseTo(0.9 / (2.0 / 6), within(1e-12));
        assertThat(spread.alarms()).isEmpty();
    }

    @Test
    void limitsThatArePassedByMoreThanTheNoiseRaiseAlarms() {
        shown(90, "a");
        shown(10, "e", "f", "c");

        assertThat(spread(0.2, 2).alarms())
                .hasSize(2)
                .anyMatch(alarm -> alarm.contains("have at most 8 %"))
                .anyMatch(alarm -> alarm.startsWith("Big has 3 times"));
    }

    @Test
    void pairsOfDifferentKindsMakeAListDiverse() {
        shown(30, "a", "a", "b");
        shown(30, "a", "b");
        shown(30, "a");

        // no product has a category, so only a product itself is of its kind
        assertThat(spread(0, 100).diversity()).isCloseTo((2.0 / 3 + 1) / 2, within(0.005));
    }

    /** Whatever the crowd: a person more, or one exposure more of somebody, changes the release by no more than its noise was made for. */
    @Test
    void onePersonChangesTheReleaseByNoMoreThanItsNoiseWasMadeFor() {
        Random random = new Random(7);
        for (int trial = 0; trial < 2_000; trial++) {
            int parts = random.nextInt(3) * 2;
            List<List<Item>> crowd = IntStream.range(0, random.nextInt(30))
                    .mapToObj(_ -> seen(random, parts))
                    .toList();
            List<Item> person = seen(random, parts);
            List<Item> more = new ArrayList<>(person);
            more.add(new Item(parts == 0 ? 0 : random.nextInt(parts), "another", id(random)));

            Question without = question(crowd, List.of(), parts);
            Question with = question(crowd, person, parts);
            Question withMore = question(crowd, more, parts);

            assertThat(distance(without, with)).isLessThanOrEqualTo(Math.sqrt(with.touched()) + 1e-9);
            assertThat(distance(with, withMore)).isLessThanOrEqualTo(Math.sqrt(with.touched()) + 1e-9);
        }
    }

    private static Question question(List<List<Item>> crowd, List<Item> person, int parts) {
        SpreadTally tally = new SpreadTally(new OnSale(SHELF), parts);
        crowd.forEach(tally::add);
        tally.add(person);
        return Spreads.question("q", tally);
    }

    private static double distance(Question one, Question other) {
        double squares = 0;
        for (int i = 0; i < one.figures().size(); i++) {
            Figure figure = one.figures().get(i);
            double change = (other.figures().get(i).value() - figure.value()) / figure.most();
            squares += change * change;
        }
        return Math.sqrt(squares);
    }

    private static List<Item> seen(Random random, int parts) {
        List<Item> items = new ArrayList<>();
        for (int list = 0; list < random.nextInt(4); list++) {
            int part = parts == 0 ? 0 : random.nextInt(parts);
            for (int place = 0; place <= random.nextInt(4); place++) {
                items.add(new Item(part, "list " + list, id(random)));
            }
        }
        return items;
    }

    private static String id(Random random) {
        return List.of("a", "b", "c", "d", "e", "f", "gone").get(random.nextInt(7));
    }
}
