package dev.aisle.recommender.search.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.models.domain.TrainedModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehaviourTest {
    private final TrainedModel model = SmallShop.model(60);
    private final Behaviour behaviour = new Behaviour(model);

    @Test
    void itIsTheCosineOfTheFactorsOfWhatTheModelKnows() {
        Map<String, Float> cosines = behaviour.cosines(Map.of("t0", 2f), List.of("t0", "t1", "b3", "unheard-of"));

        assertThat(cosines).containsOnlyKeys("t0", "t1", "b3");
        assertThat(cosines.get("t0")).isCloseTo(1f, within(1e-5f));
        assertThat(cosines.get("t1")).isCloseTo(cosine("t0", "t1"), within(1e-5f));
        assertThat(cosines.get("b3")).isCloseTo(cosine("t0", "b3"), within(1e-5f));
    }

    @Test
    void aQuestionOfUnknownProductsHasNoAnswer() {
        assertThat(behaviour.cosines(Map.of("unheard-of", 1f), List.of("t0"))).isEmpty();
    }

    private float cosine(String one, String other) {
        int rank = model.als().rank();
        float[] factors = model.als().itemFactors();
        double dot = 0;
        double ones = 0;
        double others = 0;
        for (int f = 0; f < rank; f++) {
            float a = factors[model.indexOf(one) * rank + f];
            float b = factors[model.indexOf(other) * rank + f];
            dot += a * b;
            ones += a * a;
            others += b * b;
        }
        return (float) (dot / Math.sqrt(ones * others));
    }
}
