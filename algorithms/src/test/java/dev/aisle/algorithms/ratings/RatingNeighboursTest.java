package dev.aisle.algorithms.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.ratings.RatingNeighbours.Side;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import org.junit.jupiter.api.Test;

class RatingNeighboursTest {
    /** Ann 5 3 4, Bob 3 1 2, Cid 4 3 – , Dan 3 3 1: the mean of everybody but Cid is that of three. */
    private static Interactions ratings() {
        double[][] given = {{5, 3, 4}, {3, 1, 2}, {4, 3, 0}, {3, 3, 1}};
        InteractionsBuilder ratings = Interactions.collect(4, 3);
        for (int user = 0; user < 4; user++) {
            for (int item = 0; item < 3; item++) {
                if (given[user][item] > 0) {
                    ratings.add(user, item, (float) given[user][item]);
                }
            }
        }
        return ratings.build();
    }

    @Test
    void aPersonIsPredictedByWhoRatesAlike() {
        RatingModel model = new RatingNeighbours(Side.USERS, 30, 1e-6).fit(ratings());
        // Cid: mean 3.5, (0.5, −0.5). Ann and Bob: (1, −1, 0) above their means: cosine 1. Dan: mean 7/3, (2/3, 2/3,
        // −4/3): cosine 0.
        assertThat(model.predict(2, 2)).hasValueCloseTo(3.5, within(1e-12));
    }

    @Test
    void anItemIsPredictedByWhatIsRatedAlike() {
        RatingModel model = new RatingNeighbours(Side.ITEMS, 20, 1e-6).fit(ratings());
        // Item 2: mean 7/3, (5/3, −1/3, –, −4/3). Item 0: mean 3.75, (1.25, −.75, .25, −.75); item 1: mean 2.5, (.5,
        // −1.5, .5, .5).
        double norm2 = Math.sqrt(25.0 / 9 + 1.0 / 9 + 16.0 / 9);
        double s0 = (5.0 / 3 * 1.25 + 0.25 + 1) / norm2 / Math.sqrt(1.5625 + 0.5625 + 0.0625 + 0.5625);
        double s1 = (5.0 / 6 + 0.5 - 2.0 / 3) / norm2 / Math.sqrt(0.25 + 2.25 + 0.25 + 0.25);
        double expected = 7.0 / 3 + (s0 * 0.25 + s1 * 0.5) / (s0 + s1);
        assertThat(model.predict(2, 2)).hasValueCloseTo(expected, within(1e-12));
    }

    @Test
    void whoIsUnknownAndWhoHasNoNeighbourIsNotPredicted() {
        for (Side side : Side.values()) {
            RatingModel model = new RatingNeighbours(side, 5, 1e-6).fit(ratings());
            assertThat(model.predict(9, 0)).isEmpty();
            assertThat(model.predict(0, -1)).isEmpty();
        }
        InteractionsBuilder alone = Interactions.collect(2, 2);
        alone.add(0, 0, 5);
        alone.add(1, 1, 5);
        assertThat(new RatingNeighbours(Side.USERS, 5, 1e-6).fit(alone.build()).predict(0, 1))
                .isEmpty();
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new RatingNeighbours(Side.USERS, 0, 1)).hasMessageContaining("k=0");
        assertThatThrownBy(() -> new RatingNeighbours(Side.USERS, 1, 0)).hasMessageContaining("least=0");
    }
}
