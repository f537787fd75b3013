package dev.aisle.algorithms.privacy.signals;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a TC string says.
 *
 * @param origin who made it
 * @param choices what the person chose
 * @param restrictions what the publisher forbids
 * @param disclosedVendors the vendors that were shown; empty when the string has no such segment
 * @param publisher what the person chose for the publisher itself; empty when the string has no such segment
 */
public record TcfConsent(
        TcfOrigin origin,
        Choices choices,
        List<Restriction> restrictions,
        Optional<Set<Integer>> disclosedVendors,
        Optional<PublisherChoices> publisher) {
    /** How long a choice holds before the person must be asked again. */
    private static final Period VALID_FOR = Period.ofMonths(13);
    /** How far a clock of a consent platform may be ahead. */
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

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
     * The segment Publisher TC: the publisher's own legal bases, beside those of vendors.
     *
     * @param purposes consented
     * @param purposesLegitimateInterest not objected to
     */
    public record PublisherChoices(Set<Integer> purposes, Set<Integer> purposesLegitimateInterest) {}

    /**
     * A restriction by the publisher.
     *
     * @param type 0 not allowed, 1 needs consent, 2 needs legitimate interest
     */
    public record Restriction(int purpose, int type, Set<Integer> vendors) {
        private static final int NEEDS_CONSENT = 1;

        /** Whether that vendor may not rest that purpose on consent. */
        boolean forbids(int asked, int vendor) {
            return purpose == asked && type != NEEDS_CONSENT && vendors.contains(vendor);
        }
    }

    /** Why the string says yes to nothing at a moment, whatever is in it: its times can't be true, or it is too old. */
    public Optional<String> problemAt(Instant now) {
        Instant updated = origin.lastUpdated();
        if (origin.created().isAfter(updated)) {
            return Optional.of("updated before it was created");
        }
        if (updated.isAfter(now.plus(CLOCK_SKEW))) {
            return Optional.of("of the future");
        }
        return now.isBefore(validUntil()) ? Optional.empty() : Optional.of("older than 13 months");
    }

    /** When a yes by this string is over: 13 months after the person chose last. */
    public Instant validUntil() {
        return origin.lastUpdated().atZone(ZoneOffset.UTC).plus(VALID_FOR).toInstant();
    }

    /**
     * The purposes for which whoever asks may rest on the person's consent. Purpose, party and legal basis are all needed: the purpose is
     * consented to, and a vendor was disclosed, is consented to and isn't restricted by the publisher; the publisher itself has the
     * consent of its own segment. Legitimate interest is no consent. Where the publisher didn't ask about purpose 1
     * ({@code PurposeOneTreatment}), it is not among them: nobody said yes.
     *
     * @param vendor number on the Global Vendor List; empty: the publisher itself
     */
    public Set<Integer> purposesFor(OptionalInt vendor) {
        Set<Integer> allowed = new TreeSet<>();
        if (disclosedVendors.map(Set::isEmpty).orElse(false)) {
            return allowed;
        }
        for (int purpose : choices.purposes()) {
            if (vendor.isPresent() ? vendorMay(purpose, vendor.getAsInt()) : publisherMay(purpose)) {
                allowed.add(purpose);
            }
        }
        return allowed;
    }

    private boolean vendorMay(int purpose, int vendor) {
        return choices.vendors().contains(vendor)
                && disclosedVendors.map(shown -> shown.contains(vendor)).orElse(true)
                && restrictions.stream().noneMatch(restriction -> restriction.forbids(purpose, vendor));
    }

    private boolean publisherMay(int purpose) {
        return publisher.map(own -> own.purposes().contains(purpose)).orElse(false);
    }
}
