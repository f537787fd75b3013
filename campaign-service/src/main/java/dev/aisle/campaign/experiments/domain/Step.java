package dev.aisle.campaign.experiments.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step in an experiment's life. */
public enum Step {
    /** The first phase begins. */
    START("start"),
    /** More units, or fewer, take part. */
    RAMP("ramp"),
    /** Another phase begins, with another seed. */
    PHASE("phase"),
    /** Nobody is assigned any more. */
    STOP("stop"),
    /** What was learnt is written down, and perhaps a variation kept. */
    CONCLUDE("conclude");

    private final String code;

    Step(String code) {
        this.code = code;
    }

    /** The name on the wire. */
    public String code() {
        return code;
    }

    /** The step of that name. */
    public static Optional<Step> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code.equals(code)).findFirst();
    }

    /** All names. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Step::code).toList();
    }

    /**
     * What is wished beside the step.
     *
     * @param coverage of {@link #RAMP}
     * @param definition of {@link #PHASE}; {@code null} for the one that stands
     * @param learnt of {@link #CONCLUDE}
     * @param kept of {@link #CONCLUDE}: the key of a variation; {@code null} to keep none
     */
    public record Terms(
            @Nullable Double coverage,
            @Nullable JsonNode definition,
            @Nullable String learnt,
            @Nullable String kept,
            String note) {}
}
