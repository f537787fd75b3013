package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.algorithms.sequence.Sessions.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is fitted in parts is what is fitted in one go. */
class PartsTest {
    private static final int PEOPLE = 300;
    private static final int ITEMS = 130;

    private final Interactions shop = shop();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void factorsOfRowsSolvedInPartsAreThoseOfTheFit(int parts) {
        ImplicitAls als = new ImplicitAls(24, 3, 8, 0.05f, 1, 7, 2);
        float[] whole = als.fit(shop, Progress.NONE).itemFactors();

        FloatRows items = als.firstItems(ITEMS);
        ImplicitAls.Ridge ridge = als.ridge(PEOPLE, ITEMS, shop.totalWeight());
        for (int iteration = 0; iteration < als.iterations(); iteration++) {
            FloatRows people = solve(AlsHalf.begin(items, ridge, 1), shop, parts);
            items = solve(AlsHalf.begin(people, ridge, 1), shop.transposed(), parts);
        }

        assertThat(items.compact()).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 130})
    void neighbourListsOfPartsAreTheModelOfTheFit(int parts) {
        ItemKnn knn = new ItemKnn(20, 10, Weighting.NONE, false, 2);
        ItemKnn.Model whole = knn.fit(shop, Progress.NONE);

        List<NeighbourLists> lists = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int first = ITEMS * part / parts;
            int count = ITEMS * (part + 1) / parts - first;
            lists.add(NeighbourLists.of(having(first, first + count), first, count, norms(), knn));
        }
        ItemKnn.Model joined = NeighbourLists.join(lists, knn);

        assertThat(joined.offsets()).isEqualTo(whole.offsets());
        assertThat(joined.neighbours()).isEqualTo(whole.neighbours());
        assertThat(joined.similarities()).isEqualTo(whole.similarities());
    }

    @Test
    void aWeightingThatNeedsTheWholeIsRefused() {
        ItemKnn knn = new ItemKnn(20, 10, Weighting.TF_IDF, false, 1);

        assertThatThrownBy(() -> NeighbourLists.of(shop, 0, ITEMS, norms(), knn))
                .hasMessageContaining("expected weighting none");
    }

    @Test
    void sessionsOfPartsAreAllSessionsInTheirOrder() {
        List<Session> all = List.of(
                new Session(new int[] {1, 2}, 5), new Session(new int[] {0}, 6), new Session(new int[] {2, 1, 0}, 7));

        Sessions joined = Sessions.join(
                3,
                List.of(
                        Sessions.of(3, all.subList(0, 1)),
                        Sessions.of(3, List.of()),
                        Sessions.of(3, all.subList(1, 3))));

        assertThat(joined.fingerprint()).isEqualTo(Sessions.of(3, all).fingerprint());
    }

    @Test
    void rowsThatAreNotInOrderAreRefused() {
        int[] offsets = {0, 2};
        float[] ones = {1, 1};

        assertThat(Interactions.ofRows(3, offsets, new int[] {0, 2}, ones).countOf(0))
                .isEqualTo(2);
        assertThatThrownBy(() -> Interactions.ofRows(3, offsets, new int[] {2, 2}, ones))
                .hasMessageContaining("row 0");
        assertThatThrownBy(() -> Interactions.ofRows(2, offsets, new int[] {0, 2}, ones))
                .hasMessageContaining("was 2");
        assertThatThrownBy(() -> Interactions.ofRows(3, offsets, new int[] {0}, ones))
                .hasMessageContaining("fit");
    }

    private static FloatRows solve(AlsHalf half, Interactions rows, int parts) {
        FloatRows all = FloatRows.zeros(rows.userCount(), half.rank());
        for (int part = 0; part < parts; part++) {
            int first = rows.userCount() * part / parts;
            int end = rows.userCount() * (part + 1) / parts;
            float[] own = half.solve(rows(rows, first, end)).values();
            System.arraycopy(own, 0, all.values(), first * all.stride(), own.length);
        }
        return all;
    }

    private static Interactions rows(Interactions all, int first, int end) {
        InteractionsBuilder part = Interactions.collect(end - first, all.itemCount());
        for (int row = first; row < end; row++) {
            for (int p = all.start(row); p < all.start(row + 1); p++) {
                part.add(row - first, all.item(p), all.weight(p));
            }
        }
        return part.build();
    }

    /** Whole rows of everybody who has one of these items. */
    private Interactions having(int from, int to) {
        InteractionsBuilder part = Interactions.collect(PEOPLE, ITEMS);
        int people = 0;
        for (int user = 0; user < PEOPLE; user++) {
            boolean has = false;
            for (int p = shop.start(user); p < shop.start(user + 1); p++) {
                has |= shop.item(p) >= from && shop.item(p) < to;
            }
            for (int p = shop.start(user); has && p < shop.start(user + 1); p++) {
                part.add(people, shop.item(p), shop.weight(p));
            }
            people += has ? 1 : 0;
        }
        return part.build();
    }

    private double[] norms() {
        double[] squares = new double[ITEMS];
        for (int p = 0; p < shop.size(); p++) {
            squares[shop.item(p)] += (double) shop.weight(p) * shop.weight(p);
        }
        for (int item = 0; item < ITEMS; item++) {
            squares[item] = Math.sqrt(squares[item]);
        }
        return squares;
    }

    private static Interactions shop() {
        SplittableRandom random = new SplittableRandom(3);
        InteractionsBuilder shop = Interactions.collect(PEOPLE, ITEMS);
        for (int user = 0; user < PEOPLE; user++) {
            for (int n = 0; n < 3 + user % 40; n++) {
                shop.add(user, (int) (ITEMS * random.nextDouble() * random.nextDouble()), 1 + n % 3);
            }
        }
        return shop.build();
    }
}
