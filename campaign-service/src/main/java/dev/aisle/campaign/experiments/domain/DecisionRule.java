package dev.aisle.campaign.experiments.domain;

/**
 * When an experiment may be believed.
 *
 * @param alpha the probability of an effect that isn't there, over all looks of the method, {@code 0 < alpha < 1}
 * @param minimumEffect the smallest relative change of the goal that matters: what the plan is made for
 * @param power the probability to find it, {@code 0 < power < 1}
 * @param looks how many there are in the planned time; of a meaning for group sequential tests only
 */
public record DecisionRule(Method method, double alpha, double minimumEffect, double power, int looks) {
    /** How the goal is compared. */
    public enum Method {
        /** One look, at the planned end. */
        FIXED("fixed"),
        /** Any number of looks, by a confidence sequence. */
        SEQUENTIAL("sequential"),
        /** Planned looks, O'Brien-Fleming spending. */
        GROUP_SEQUENTIAL("group_sequential"),
        /** Chance to win and expected loss. */
        BAYESIAN("bayesian");

        private final String code;

        Method(String code) {
            this.code = code;
        }

        /** The name in definitions. */
        public String code() {
            return code;
        }
    }
}
