package dev.aisle.campaign.experiments.domain;

/**
 * A metric that an experiment looks at.
 *
 * @param metric its id in the metrics file
 * @param margin of a guardrail: the relative loss that would be tolerated, {@code 0 ≤ margin < 1}; 0 for the others
 */
public record MetricUse(String metric, Role role, double margin) {
    /** What it is for. */
    public enum Role {
        /** Decides. */
        GOAL("goal"),
        /** Explains; corrected for their number. */
        SECONDARY("secondary"),
        /** Must not get worse by more than its margin. */
        GUARDRAIL("guardrail");

        private final String code;

        Role(String code) {
            this.code = code;
        }

        /** The name in definitions. */
        public String code() {
            return code;
        }
    }
}
