package dev.aisle.recommender.models.trainer;

import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.gate.GateResult;
import dev.aisle.recommender.models.gate.GateRule;
import dev.aisle.recommender.models.ranking.RankerSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the process has to do. Models stand in files of its folder.
 *
 * @param evaluated whether the model is judged
 * @param serving the model that serves; {@code null} when none does
 * @param offered a model that was trained outside and is to be judged; {@code null}: fit one
 */
public record TrainerTask(
        Recipe recipe,
        boolean evaluated,
        GateRule gate,
        RankerSettings ranker,
        @Nullable Serving serving,
        @Nullable Offered offered) {

    /**
     * The model that serves.
     *
     * @param readable whether its file is there
     * @param learnedUntil the newest interaction that it has learned; {@code null} when nobody knows
     * @param recipe its settings; {@code null} when nobody knows
     */
    public record Serving(
            boolean readable,
            @Nullable Instant learnedUntil,
            @Nullable Recipe recipe) {}

    /**
     * A model that was trained outside.
     *
     * @param unseenFrom from when on neither it nor the serving model has seen anything; {@code null}: too little happened to judge by, and no row is sent
     * @param gate what is said where too little happened
     * @param choice the mixes that serve then
     */
    public record Offered(@Nullable Instant unseenFrom, GateResult gate, ChoiceReport choice) {}
}
