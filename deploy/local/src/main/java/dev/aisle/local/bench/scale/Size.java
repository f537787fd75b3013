package dev.aisle.local.bench.scale;

/**
 * What an installation must bear.
 *
 * @param eventsPerSecond at the busiest time, single ones from browsers
 * @param people          whose consent is known
 * @param products        in the catalogue
 */
record Size(double eventsPerSecond, double people, double products) {
    private static final double SECONDS_A_DAY = 86_400;

    /** Events that each person sends on an average day. */
    double eventsPerPersonAndDay() {
        return eventsPerSecond / KeptTable.PEAK * SECONDS_A_DAY / people;
    }

    /** Lists and decisions a second: a page in four asks for a list, one in ten for a decision. */
    double lists() {
        return eventsPerSecond / 4;
    }

    double decisions() {
        return eventsPerSecond / 10;
    }
}
