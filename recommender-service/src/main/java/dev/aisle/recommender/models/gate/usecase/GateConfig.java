package dev.aisle.recommender.models.gate.usecase;

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

    /** The state after the gate. */
    enum Next {
        SERVING,
        SHADOW,
        CANARY,
        CANDIDATE
    }
}
