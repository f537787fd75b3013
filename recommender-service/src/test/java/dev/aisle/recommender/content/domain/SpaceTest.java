package dev.aisle.recommender.content.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.recommender.content.domain.ContentSpace.Near;
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
}
