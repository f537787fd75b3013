package dev.aisle.algorithms.privacy.signals;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a TC string says.
 *
 * @param origin who made it
 * @param choices what the person chose
 * @param restrictions what the publisher forbids
 * @param disclosedVendors the vendors that were shown; empty when the string has no such segment
 */
public record TcfConsent(
        TcfOrigin origin, Choices choices, List<Restriction> restrictions, Optional<Set<Integer>> disclosedVendors) {
    /**
     * Numbers of purposes, features and vendors, ascending.
     *
     * @param purposes consented
     * @param purposesLegitimateInterest disclosed as legitimate interest and not objected to
     * @param specialFeatures opted in
     * @param vendors consented
     * @param vendorsLegitimateInterest disclosed and not objected to
     */
    public record Choices(
            Set<Integer> purposes,
            Set<Integer> purposesLegitimateInterest,
            Set<Integer> specialFeatures,
            Set<Integer> vendors,
            Set<Integer> vendorsLegitimateInterest) {}

    /**
     * A restriction by the publisher.
     *
     * @param type 0 not allowed, 1 needs consent, 2 needs legitimate interest
     */
    public record Restriction(int purpose, int type, Set<Integer> vendors) {}

    /**
     * The purposes that are consented to. Legitimate interest is no consent. Where the publisher didn't ask about purpose 1
     * ({@code PurposeOneTreatment}), it is not among them: nobody said yes.
     */
    public Set<Integer> purposes() {
        return choices.purposes();
    }
}
