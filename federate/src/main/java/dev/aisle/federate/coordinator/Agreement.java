package dev.aisle.federate.coordinator;

import dev.aisle.algorithms.federated.JointSettings;
import java.time.Duration;
import java.util.SortedMap;

/**
 * What the partners signed, as the coordinator holds to it.
 *
 * @param partners by name of the certificate: how many people it has at most
 * @param threshold how many partners must stay; more than half of them
 * @param honest how many partners give the whole noise together, at most the threshold
 * @param settings of the training
 * @param step how long the coordinator waits for a message
 * @param join how long it waits for partners to come
 * @param likeness from which on titles are the same product
 */
public record Agreement(
        SortedMap<String, Long> partners,
        int threshold,
        int honest,
        JointSettings settings,
        Duration step,
        Duration join,
        double likeness) {
    /** As many as Bouncy Castle deals shares of 32 bytes to. */
    private static final int MOST_PARTNERS = 32;

    /** Checks the numbers. */
    public Agreement {
        int count = partners.size();
        if (count < 2 || count > MOST_PARTNERS) {
            throw new IllegalArgumentException("partners: expected 2 to " + MOST_PARTNERS + ", were " + count);
        }
        if (threshold < 2 || threshold > count || 2 * threshold <= count) {
            throw new IllegalArgumentException("threshold: expected 2 or more, and more than half of the " + count
                    + " partners, was " + threshold);
        }
        if (honest < 1 || honest > threshold) {
            throw new IllegalArgumentException("honest: expected 1 to threshold (" + threshold + "), was " + honest);
        }
    }
}
