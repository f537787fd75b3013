package dev.aisle.recommender.models.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.recommender.models.domain.Recipe.Visits;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aRecipeFromBeforeThereWereVisitsIsOneWithoutAny() throws Exception {
        Recipe former = json.readValue("""
                {"halfLifeDays": 30.0, "similarNeighbours": 100, "similarShrinkage": 100.0, "togetherNeighbours": 50,
                 "togetherShrinkage": 5.0,
                 "factors": {"rank": 32, "iterations": 10, "unobserved": 8.0, "regularisation": 0.05, "seed": 20261125}}
                """, Recipe.class);

        assertThat(former.visits()).isEqualTo(Visits.OFF);
        assertThat(former).isNotEqualTo(Recipe.USUAL);
        assertThat(json.readValue(json.writeValueAsString(Recipe.USUAL), Recipe.class))
                .isEqualTo(Recipe.USUAL);
    }

    @Test
    void aGapThatNeverEndsAVisitIsRefused() {
        assertThatThrownBy(() -> new Visits(0, 10, 10, 4)).hasMessageContaining("gapMinutes ≥ 1");
        assertThatThrownBy(() -> new Visits(30, 10, 10, 10).algorithm()).hasMessageContaining("last=10");
    }
}
