package dev.aisle.privacy.consent.domain;

import dev.aisle.algorithms.privacy.AgeBand;
import org.jspecify.annotations.Nullable;

/**
 * What a decision depends on beside the subject's own words.
 *
 * @param jurisdiction {@code EU}, {@code US-CA}, …; empty: unknown, and so the strictest
 * @param ageBand {@code null}: unknown
 * @param noticeVersion the notice that was read; empty: unknown
 * @param gpc whether a Global Privacy Control signal was seen
 */
public record Circumstances(String jurisdiction, @Nullable AgeBand ageBand, String noticeVersion, boolean gpc) {
    /** Of somebody of whom nothing is known. */
    public static final Circumstances UNKNOWN = new Circumstances("", null, "", false);

    /**
     * The age band that decides. Of unknown age means no ads across sites and no sale, as for a teenager; the rest is the subject's own
     * decision, or nobody could consent in a shop that doesn't ask for an age.
     */
    public AgeBand decidingAgeBand() {
        return ageBand == null ? AgeBand.TEEN : ageBand;
    }

    Circumstances with(ConsentChange change) {
        return new Circumstances(
                change.jurisdiction() == null ? jurisdiction : change.jurisdiction(),
                change.ageBand() == null ? ageBand : change.ageBand(),
                change.noticeVersion() == null ? noticeVersion : change.noticeVersion(),
                change.gpc() == null ? gpc : change.gpc());
    }
}
