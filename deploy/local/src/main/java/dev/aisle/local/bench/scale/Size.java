package dev.aisle.local.bench.scale;

/**
 * What an installation must bear.
 *
 * @param eventsPerSecond at the busiest time, single ones from browsers
 * @param people          whose consent is known
 * @param eventsPerPerson that are kept in profiles, thirteen months at most
 * @param products        in the catalogue
 */
record Size(double eventsPerSecond, double people, double eventsPerPerson, double products) {
    /** Lists and decisions a second: a page in four asks for a list, one in ten for a decision. */
    double lists() {
        return eventsPerSecond / 4;
    }

    double decisions() {
        return eventsPerSecond / 10;
    }
}
