package dev.aisle.recommender.models.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a candidate is judged, and what becomes of it. */
@ConfigMapping(prefix = "aisle.models.gate")
public interface GateConfig {
    /** How much worse than the serving model is still as good, as a share of what that reaches. */
    @WithDefault("0.05")
    double margin();

    /** Fewest people to judge the serving file by what came after it; with fewer, settings are compared. */
    @WithDefault("200")
    int people();

    /** What a model becomes that passed. */
    @WithDefault("serving")
    Next then();

    /** Share of the people that it answers when it becomes a canary. */
    @WithDefault("5")
    int canaryPercent();

    /** Whether a candidate must also do well on the places of lists that were left to chance. */
    @WithDefault("off")
    OffPolicy offPolicy();

    /** Places' worth of evidence that this takes. */
    @WithDefault("100")
    double effectivePlaces();

    /** What the log of shown lists decides. */
    enum OffPolicy {
        /** Nothing. */
        OFF,
        /** Who doesn't do as well as the serving model is refused, and so is who can't be judged by it. */
        REQUIRED
    }

    /** The state after the gate. */
    enum Next {
        SERVING,
        SHADOW,
        CANARY,
        CANDIDATE
    }
}
