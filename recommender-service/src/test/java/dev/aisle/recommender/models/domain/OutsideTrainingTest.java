package dev.aisle.recommender.models.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.recommender.models.checks.TrainingFigures;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTrainingTest {
    private static final OutsideTraining TRAINING = new OutsideTraining(
            "spark 4.2.0",
            Instant.parse("2026-12-01T00:00:00Z"),
            RecipeSettings.usualBut(Map.of("rank", "16", "half-life-days", "7.5", "visits.neighbours", "0")),
            new TrainingFigures(
                    3, 2, 9, 0.5, Instant.parse("2026-11-30T12:00:00.5Z"), 0, Map.of("view", 7L, "purchase", 2L)));

    @Test
    void whatItSaysOfItselfIsReadBack() {
        assertThat(OutsideTraining.of(TRAINING.parameters())).contains(TRAINING);
    }

    @Test
    void aModelThatWasTrainedHereSaysNothing() {
        assertThat(OutsideTraining.of(Recipe.USUAL.parameters())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"readAt", "people", "items", "interactions", "largestPerson", "newest"})
    void whatIsMissingOrWrongIsAFault(String name) {
        Map<String, String> parameters = new TreeMap<>(TRAINING.parameters());
        parameters.put("outside." + name, "soon");
        assertThatThrownBy(() -> OutsideTraining.of(parameters)).isInstanceOf(IllegalArgumentException.class);

        parameters.remove("outside." + name);
        assertThatThrownBy(() -> OutsideTraining.of(parameters)).hasMessageContaining("incomplete");
    }

    @Test
    void aRecipeIsItsSettings() {
        assertThat(RecipeSettings.usualBut(Map.of())).isEqualTo(Recipe.USUAL);
        assertThat(RecipeSettings.usualBut(RecipeSettings.of(TRAINING.recipe())))
                .isEqualTo(TRAINING.recipe());
    }
}
