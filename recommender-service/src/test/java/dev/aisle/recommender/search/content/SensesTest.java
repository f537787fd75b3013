package dev.aisle.recommender.search.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.search.content.ContentSpace.Likeness;
import dev.aisle.recommender.search.content.ContentSpace.Near;
import dev.aisle.text.StoredVector;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class SensesTest {
    private static final float MISSING = Float.NaN;
    private final SmallShop shop = new SmallShop();

    private static Space space(Map<String, float[]> points) {
        Space space = new Space(2);
        points.forEach((id, point) -> space.put(id, StoredVector.of(1, point)));
        return space;
    }

    @Test
    void aSenseThatOneOfTwoLacksDoesNotCount() {
        Fusion fusion = new Fusion(1, 1, 2, 0);

        assertThat(fusion.of(0.4f, 0.8f, 0.2f, MISSING)).isCloseTo((0.4f + 0.8f + 0.4f) / 4, within(1e-6f));
        assertThat(fusion.of(0.4f, MISSING, MISSING, MISSING)).isCloseTo(0.4f, within(1e-6f));
        assertThat(fusion.of(MISSING, 0.8f, 0.2f, MISSING)).isCloseTo(1.2f / 3, within(1e-6f));
        assertThat(fusion.of(MISSING, MISSING, MISSING, MISSING)).isNaN();
        assertThatThrownBy(() -> new Fusion(0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void theLikenessLiesBetweenThoseOfTheSenses(
            @ForAll @FloatRange(min = -1, max = 1) float text,
            @ForAll @FloatRange(min = -1, max = 1) float picture,
            @ForAll @FloatRange(min = 0, max = 1) float attributes) {
        float likeness = Fusion.USUAL.of(text, picture, attributes, MISSING);

        assertThat(likeness)
                .isBetween(
                        Math.min(text, Math.min(picture, attributes)) - 1e-6f,
                        Math.max(text, Math.max(picture, attributes)) + 1e-6f);
    }

    @Test
    void aPictureFindsWhatTheTextDoesNotKnow() {
        Space texts = space(Map.of("t0", new float[] {1, 0}, "t1", new float[] {0.9f, 0.1f}));
        Space pictures = space(Map.of("t0", new float[] {1, 0}, "b3", new float[] {1, 0}));

        List<Near> near = new Senses(List.of(texts), pictures, null, shop, new Fusion(1, 1, 0, 0))
                .near(Map.of("t0", 1f), 5, id -> true);

        assertThat(near.stream().map(Near::productId)).containsExactly("b3", "t1");
    }

    @Test
    void withoutTextAndPictureAttributesDecideAmongAFew() {
        List<Near> near = new Senses(List.of(new Space(2)), null, null, shop, Fusion.USUAL)
                .near(Map.of("t0", 1f), 2, List.of("b0", "t1", "t9"));

        // t1 has the brand and the category of t0, t9 the category only.
        assertThat(near.stream().map(Near::productId)).containsExactly("t1", "t9");
        assertThat(near.getFirst().likeness()).isGreaterThan(near.getLast().likeness());
    }

    @Test
    void theProductsThatAreAskedWithAreNotAnswers() {
        Space texts = space(Map.of("t0", new float[] {1, 0}, "t1", new float[] {1, 0}));

        List<Near> near = new Senses(List.of(texts), null, null, shop, Fusion.USUAL)
                .near(Map.of("t0", 1f), 5, List.of("t0", "t1"));

        assertThat(near.stream().map(Near::productId)).containsExactly("t1");
    }

    @Test
    void whoIsAskedAboutGetsWhatEachSenseSaysOfIt() {
        Space texts = space(Map.of("t0", new float[] {1, 0}, "t1", new float[] {0, 1}));
        Space pictures = space(Map.of("t0", new float[] {1, 0}, "b3", new float[] {1, 0}));

        Map<String, Likeness> likeness = new Senses(List.of(texts), pictures, null, shop, Fusion.USUAL)
                .likeness(Map.of("t0", 1f), List.of("t1", "b3", "b4"));

        assertThat(likeness).containsOnlyKeys("t1", "b3");
        assertThat(likeness.get("t1").text()).isCloseTo(0, within(1e-2f));
        assertThat(likeness.get("t1").picture()).isNaN();
        assertThat(likeness.get("b3").picture()).isCloseTo(1, within(1e-2f));
        assertThat(likeness.get("b3").text()).isNaN();
    }

    @Test
    void behaviourCountsWhereTheModelKnowsBoth() {
        TrainedModel model = SmallShop.model(60);
        Space texts = space(Map.of("t0", new float[] {1, 0}, "t1", new float[] {1, 0}, "new", new float[] {1, 0}));
        Behaviour behaviour = new Behaviour(model);
        float cosine = behaviour.cosines(Map.of("t0", 1f), List.of("t1")).get("t1");

        List<Near> near = new Senses(List.of(texts), null, behaviour, shop, new Fusion(1, 0, 0, 1))
                .near(Map.of("t0", 1f), 5, id -> true);

        assertThat(near).hasSize(2);
        for (Near found : near) {
            float expected = found.productId().equals("new") ? 1 : (1 + cosine) / 2;
            assertThat(found.likeness()).as(found.productId()).isCloseTo(expected, within(1e-2f));
        }
    }
}
