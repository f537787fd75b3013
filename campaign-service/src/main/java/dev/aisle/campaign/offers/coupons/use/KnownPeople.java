package dev.aisle.campaign.offers.coupons.use;

import java.util.Optional;

/** Whose uses may be kept. */
public interface KnownPeople {
    /**
     * Locks a person until the end of the transaction.
     *
     * @return the pseudonym under which the person stands now; empty for somebody erased, of whom nothing may be kept
     */
    Optional<String> lock(String subject);

    /** The pseudonym under which the person stands now. */
    String standing(String subject);
}
