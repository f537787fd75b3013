package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.AgeBand;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a decision depends on beside the subject's own words.
 *
 * @param jurisdiction {@code EU}, {@code US-CA}, …; empty: unknown, and so the strictest
 * @param ageBand {@code null}: unknown
 * @param noticeVersion the notice that was read; empty: unknown
 * @param gpc whether a Global Privacy Control signal was ever seen; only a yes that names it counts against it
 * @param signals what the strings of the browser say
 * @param earlierJurisdictions where the subject lived before: moving never widens what is allowed
 */
public record Circumstances(
        String jurisdiction,
        @Nullable AgeBand ageBand,
        String noticeVersion,
        boolean gpc,
        Signals signals,
        Set<String> earlierJurisdictions) {
    /** Of somebody of whom nothing is known. */
    public static final Circumstances UNKNOWN = new Circumstances("", null, "", false);

    /** Copies what could change, in one order. */
    public Circumstances {
        earlierJurisdictions = new TreeSet<>(earlierJurisdictions);
    }

    /** Of somebody who never moved, without strings of a browser. */
    public Circumstances(String jurisdiction, @Nullable AgeBand ageBand, String noticeVersion, boolean gpc) {
        this(jurisdiction, ageBand, noticeVersion, gpc, Signals.NONE, Set.of());
    }

    /**
     * The age band that decides. Of unknown age means no ads across sites and no sale, as for a teenager; the rest is the subject's own
     * decision, or nobody could consent in a shop that doesn't ask for an age.
     */
    public AgeBand decidingAgeBand() {
        return signals.atMost(ageBand == null ? AgeBand.TEEN : ageBand);
    }

    /** The age band to tell the others; {@code null}: nothing is known, neither by the subject's words nor by a signal. */
    public @Nullable AgeBand knownAgeBand() {
        AgeBand known = signals.atMost(ageBand == null ? AgeBand.ADULT : ageBand);
        return ageBand == null && known == AgeBand.ADULT ? null : known;
    }

    Circumstances with(ConsentChange change) {
        return new Circumstances(
                change.jurisdiction() == null ? jurisdiction : change.jurisdiction(),
                change.ageBand() == null ? ageBand : change.ageBand(),
                change.noticeVersion() == null ? noticeVersion : change.noticeVersion(),
                gpc || Boolean.TRUE.equals(change.gpc()),
                change.signals().over(signals),
                earlierAfter(change.jurisdiction()));
    }

    /** These, of somebody who was also known under those: where one of the two denies, both do. */
    public Circumstances joinedWith(Circumstances other) {
        Set<String> earlier = new TreeSet<>(earlierJurisdictions);
        earlier.addAll(other.earlierJurisdictions);
        if (!other.jurisdiction.isEmpty()) {
            earlier.add(other.jurisdiction);
        }
        earlier.remove(jurisdiction);
        return new Circumstances(
                jurisdiction,
                Signals.younger(ageBand, other.ageBand),
                noticeVersion,
                gpc || other.gpc,
                signals.joinedWith(other.signals),
                earlier);
    }

    /** Whoever comes back has still lived elsewhere meanwhile; where one lives now is not among the earlier places. */
    private Set<String> earlierAfter(@Nullable String next) {
        Set<String> earlier = new TreeSet<>(earlierJurisdictions);
        if (next != null && !jurisdiction.isEmpty()) {
            earlier.add(jurisdiction);
        }
        earlier.remove(next == null ? jurisdiction : next);
        return earlier;
    }
}
