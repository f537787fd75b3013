package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.Purpose;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was read in the strings of a browser. {@code null}: there was no such string, so an earlier one still holds.
 *
 * @param tcf what the TCF string allows
 * @param gpp what the GPP string says
 */
public record Signals(@Nullable Tcf tcf, @Nullable Gpp gpp) {
    /** Of a browser that sent none. */
    public static final Signals NONE = new Signals(null, null);

    /**
     * What a TCF string allows the shop.
     *
     * @param purposes by IAB Europe's numbers; none when the string can't be used
     * @param until when a yes by the string is over
     */
    public record Tcf(Set<Integer> purposes, Instant until) {
        /** A string that can't be used, whatever it says. */
        public static final Tcf REFUSED = new Tcf(Set.of(), Instant.EPOCH);

        /** Copies what could change, ascending. */
        public Tcf {
            purposes = new TreeSet<>(purposes);
        }

        private Tcf joinedWith(Tcf other) {
            Set<Integer> both = new TreeSet<>(purposes);
            both.retainAll(other.purposes);
            return new Tcf(both, until.isBefore(other.until) ? until : other.until);
        }
    }

    /**
     * What a GPP string says.
     *
     * @param byPurpose only purposes about which it says something; empty when malformed
     * @param knownAge the band of a known child
     */
    public record Gpp(
            boolean malformed,
            Map<Purpose, GppSignal> byPurpose,
            @Nullable AgeBand knownAge) {
        /** A string that can't be read. */
        public static final Gpp MALFORMED = new Gpp(true, Map.of(), null);

        /** Copies what could change, in the order of the purposes. */
        public Gpp {
            Map<Purpose, GppSignal> ordered = new EnumMap<>(Purpose.class);
            ordered.putAll(byPurpose);
            byPurpose = ordered;
        }

        private Gpp joinedWith(Gpp other) {
            Map<Purpose, GppSignal> all = new EnumMap<>(byPurpose);
            other.byPurpose.forEach(
                    (purpose, said) -> all.merge(purpose, said, (one, two) -> one == GppSignal.OPTED_OUT ? one : two));
            return new Gpp(malformed || other.malformed, all, younger(knownAge, other.knownAge));
        }
    }

    /** These, where they say something, else the earlier ones. */
    Signals over(Signals earlier) {
        return new Signals(tcf == null ? earlier.tcf : tcf, gpp == null ? earlier.gpp : gpp);
    }

    /** These and those of somebody who turned out to be the same person: where one of the two refuses, both do. */
    Signals joinedWith(Signals other) {
        return new Signals(
                tcf == null || other.tcf == null ? over(other).tcf : tcf.joinedWith(other.tcf),
                gpp == null || other.gpp == null ? over(other).gpp : gpp.joinedWith(other.gpp));
    }

    /**
     * The purposes of the TCF string as they count for a use that needs some of them: a yes that is over is silence, a no stays a no.
     *
     * @param needed by the use
     */
    Optional<Set<Integer>> tcfPurposes(Set<Integer> needed, Instant now) {
        return Optional.ofNullable(tcf)
                .filter(said -> now.isBefore(said.until()) || !said.purposes().containsAll(needed))
                .map(Tcf::purposes);
    }

    /** The younger of two ages, of which one or both may be unknown. */
    static @Nullable AgeBand younger(@Nullable AgeBand one, @Nullable AgeBand other) {
        return one == null || (other != null && other.compareTo(one) < 0) ? other : one;
    }

    GppSignal gppOf(Purpose purpose) {
        if (gpp == null) {
            return GppSignal.ABSENT;
        }
        return gpp.malformed() ? GppSignal.MALFORMED : gpp.byPurpose().getOrDefault(purpose, GppSignal.ABSENT);
    }

    /** The younger of a stated age and what a signal knows. */
    AgeBand atMost(AgeBand stated) {
        AgeBand known = gpp == null ? null : gpp.knownAge();
        return known != null && known.compareTo(stated) < 0 ? known : stated;
    }
}
