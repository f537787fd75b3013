package dev.aisle.campaign.experiments.metrics;

/** Kinds of values that are made of a unit's events. */
public enum MetricType {
    /** Whether there is one. */
    PROPORTION("proportion", Sum.ANY),
    /** Their number or sum. */
    MEAN("mean", Sum.SUM),
    /** The revenue of its orders. */
    REVENUE("revenue", Sum.SUM),
    /** One sum over another, over all units of an arm. */
    RATIO("ratio", Sum.RATIO),
    /** Whether there is one between two days after the exposure. */
    RETENTION("retention", Sum.ANY),
    /** The value that a share of the units with events stays below. */
    QUANTILE("quantile", Sum.SUM),
    /** Of the units that took one step: the share that took another one after it. */
    FUNNEL("funnel", Sum.FUNNEL),
    /** Stars, one to five, over those who gave some. */
    SATISFACTION("satisfaction", Sum.RATIO);

    private final String code;
    private final Sum sum;

    MetricType(String code, Sum sum) {
        this.code = code;
        this.sum = sum;
    }

    /** How the values of a unit's facts become one. */
    public enum Sum {
        ANY("any"),
        SUM("sum"),
        RATIO("ratio"),
        FUNNEL("funnel");

        private final String code;

        Sum(String code) {
            this.code = code;
        }

        /** The name in tables. */
        public String code() {
            return code;
        }
    }

    /** The name in the file. */
    public String code() {
        return code;
    }

    /** How the facts are summed. */
    public Sum sum() {
        return sum;
    }

    /** Whether a unit's value is yes or no. */
    public boolean isYesOrNo() {
        return sum == Sum.ANY;
    }

    /** Whether it is one sum over another. */
    public boolean isRatio() {
        return sum == Sum.RATIO || sum == Sum.FUNNEL;
    }
}
