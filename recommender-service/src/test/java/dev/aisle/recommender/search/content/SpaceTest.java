package dev.aisle.recommender.search.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.recommender.search.content.ContentSpace.Near;
import dev.aisle.text.StoredVector;
import dev.aisle.text.Vectors;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpaceTest {
    private static final int WIDTH = 4;

    private final Space space = new Space(WIDTH);

    @Test
    void theNearestComeFirstWithTheirCosine() {
        put("east", 1, 0, 0, 0);
        put("north-east", 1, 1, 0, 0);
        put("north", 0, 1, 0, 0);

        var near = space.nearest(new float[] {2, 0, 0, 0}, 2, -1, id -> true);

        assertThat(near).extracting(Near::productId).containsExactly("east", "north-east");
        assertThat(near.getFirst().likeness()).isCloseTo(1, within(0.01f));
        assertThat(near.getLast().likeness()).isCloseTo((float) Math.sqrt(0.5), within(0.01f));
    }

    @Test
    void whatIsRefusedMakesRoomForOthersHoweverFar() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            put("p" + i, 1, (float) random.nextDouble(), 0, 0);
        }
        put("far", -1, 0, 0, 1);

        assertThat(space.nearest(new float[] {1, 0, 0, 0}, 5, -1, "far"::equals))
                .extracting(Near::productId)
                .containsExactly("far");
    }

    @Test
    void amongAFewTheNearestIsFoundAsAmongAll() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 10_000; i++) {
            put("p" + i, (float) random.nextGaussian(), (float) random.nextGaussian(), 0, 1);
        }
        List<String> few = List.of("p17", "p4711", "p9999", "gone");
        float[] point = {1, 0.5f, 0, 0};

        assertThat(space.nearest(point, 2, few)).isEqualTo(space.nearest(point, 2, -1, few::contains));
        assertThat(space.nearest(point, 9, few)).hasSize(3);
    }

    @Test
    void nothingBelowTheFloorIsFound() {
        put("north", 0, 1, 0, 0);

        assertThat(space.nearest(new float[] {1, 0, 0, 0}, 5, 0.3f, id -> true)).isEmpty();
    }

    @Test
    void aProductThatWentMakesRoomAndOneThatChangedMoves() {
        put("a", 1, 0, 0, 0);
        put("b", 0, 1, 0, 0);
        space.remove("a");
        put("c", 0, 0, 1, 0);
        put("b", 0, 0, 0, 1);

        assertThat(space.size()).isEqualTo(2);
        assertThat(space.nearest(new float[] {0, 0, 0, 1}, 5, 0.5f, id -> true))
                .extracting(Near::productId)
                .containsExactly("b");
        assertThat(space.nearest(new float[] {1, 0, 0, 0}, 5, 0.5f, id -> true)).isEmpty();
    }

    @Test
    void aSumIsOfThoseThatAreHere() {
        put("a", 1, 0, 0, 0);
        put("b", 0, 1, 0, 0);

        Space.Sum sum = space.sum(Map.of("a", 2f, "b", 1f, "unknown", 9f));

        assertThat(sum.weight()).isEqualTo(3);
        assertThat(sum.point()).containsExactly(new float[] {2, 1, 0, 0}, within(0.01f));
    }

    @Test
    void anEmptySpaceAnswers() {
        assertThat(space.nearest(new float[WIDTH], 5, -1, id -> true)).isEmpty();
    }

    private void put(String id, float... point) {
        Vectors.toUnit(point);
        space.put(id, StoredVector.of(id.hashCode(), point));
    }

    @Test
    void manyLieInCellsAndNearlyAllOfTheNearestAreFound() {
        SplittableRandom random = new SplittableRandom(3);
        Crowd crowd = new Crowd(random);
        crowd.fill(20_000);

        double recall = crowd.space.intoCells(0.97, Progress.NONE);

        assertThat(recall).isGreaterThanOrEqualTo(0.97);
        assertThat(crowd.space.inCells()).isEqualTo(20_000);
        long found = 0;
        for (int question = 0; question < 100; question++) {
            float[] point = crowd.point();
            List<Near> all = crowd.all.nearest(point, 20, -1, id -> true);
            found += crowd.space.nearest(point, 20, -1, id -> true).stream()
                    .filter(all::contains)
                    .count();
        }
        assertThat(found / 2_000.0).isGreaterThan(0.95);
    }

    @Test
    void whatComesChangesOrGoesWhileAndAfterCellsAreMadeCountsAtOnce() {
        Crowd crowd = new Crowd(new SplittableRandom(4));
        crowd.fill(12_000);
        float[] lonely = new float[Crowd.WIDE];
        lonely[Crowd.WIDE - 1] = 1;
        int[] steps = {0};

        crowd.space.intoCells(0.5, (done, total) -> {
            if (steps[0]++ == 12) {
                crowd.put("p7", lonely);
                crowd.remove("p8");
                crowd.put("new", crowd.point());
            }
            return true;
        });
        crowd.put("p9", lonely);
        crowd.remove("p10");
        crowd.put("newer", crowd.point());

        assertThat(steps[0]).isGreaterThan(12);
        assertThat(crowd.space.size()).isEqualTo(crowd.all.size()).isEqualTo(12_000);
        assertThat(crowd.space.nearest(lonely, 2, 0.9f, id -> true))
                .extracting(Near::productId)
                .containsExactlyInAnyOrder("p7", "p9");
        for (String id : List.of("p8", "p10")) {
            assertThat(crowd.space.nearest(crowd.point(), 5, -1, id::equals)).isEmpty();
        }
        for (String id : List.of("p7", "p9", "p11", "new", "newer")) {
            assertThat(crowd.space.nearest(crowd.point(), 5, -1, id::equals))
                    .extracting(Near::productId)
                    .containsExactly(id);
        }
    }

    @Test
    void cellsThatFindTooLittleAreLeft() {
        SplittableRandom random = new SplittableRandom(5);
        Crowd crowd = new Crowd(random);
        for (int i = 0; i < 3_000; i++) {
            float[] anywhere = new float[Crowd.WIDE];
            for (int n = 0; n < anywhere.length; n++) {
                anywhere[n] = (float) random.nextGaussian();
            }
            crowd.put("p" + i, anywhere);
        }

        assertThat(crowd.space.intoCells(1, Progress.NONE)).isZero();
        assertThat(crowd.space.inCells()).isZero();
        assertThat(crowd.space.nearest(crowd.point(), 5, -1, id -> true)).hasSize(5);
    }

    /** Points around a hundred places, in a space that cells are made of and in one that stays as it is. */
    private static final class Crowd {
        private static final int WIDE = 32;
        private static final int PLACES = 100;
        private final SplittableRandom random;
        private final Space space = new Space(WIDE);
        private final Space all = new Space(WIDE);
        private final float[][] around = new float[PLACES][WIDE];

        Crowd(SplittableRandom random) {
            this.random = random;
            for (float[] place : around) {
                for (int n = 0; n < WIDE - 1; n++) {
                    place[n] = (float) random.nextGaussian();
                }
            }
        }

        void fill(int count) {
            for (int i = 0; i < count; i++) {
                put("p" + i, point());
            }
        }

        float[] point() {
            float[] point = around[random.nextInt(PLACES)].clone();
            for (int n = 0; n < WIDE - 1; n++) {
                point[n] += 0.3f * (float) random.nextGaussian();
            }
            return point;
        }

        void put(String id, float[] point) {
            float[] unit = point.clone();
            Vectors.toUnit(unit);
            StoredVector vector = StoredVector.of(id.hashCode(), unit);
            space.put(id, vector);
            all.put(id, vector);
        }

        void remove(String id) {
            space.remove(id);
            all.remove(id);
        }
    }
}
