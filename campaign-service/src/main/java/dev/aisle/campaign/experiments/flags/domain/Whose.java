package dev.aisle.campaign.experiments.flags.domain;

import java.util.Set;

/**
 * The person behind what a client names.
 *
 * @param person the pseudonym of the customer where the browser is linked to one, and else the browser's
 * @param browsers that are linked to the same person
 */
public record Whose(String person, Set<String> browsers) {
    public Whose {
        browsers = Set.copyOf(browsers);
    }
}
