package dev.aisle.platform.consent;

import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.packed.PackedReader;
import dev.aisle.platform.packed.PackedWriter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What privacy-service read in a person's TCF and GPP strings. A state that has a string and not what was read in it comes from an older
 * privacy-service and counts as a refusal.
 *
 * @param tcf the purposes consented to; empty without a string
 * @param tcfUntil when a yes by that string is over
 */
record Signals(Optional<Set<Integer>> tcf, Instant tcfUntil, Gpp gpp) {
    /** Of a person without such strings. */
    static final Signals NONE = of(ConsentState.getDefaultInstance());

    /** What the GPP string says by purpose. */
    record Gpp(boolean given, boolean malformed, Set<Purpose> optedOut, Set<Purpose> notOptedOut) {}

    static Signals of(ConsentState state) {
        boolean tcfGiven = state.hasTcfSignal() || !state.getTcf().isEmpty();
        boolean gppUnread = !state.hasGppSignal() && !state.getGpp().isEmpty();
        return new Signals(
                tcfGiven ? Optional.of(Set.copyOf(state.getTcfSignal().getPurposesList())) : Optional.empty(),
                Instant.ofEpochSecond(state.getTcfSignal().getExpiresAt().getSeconds()),
                new Gpp(
                        state.hasGppSignal() || gppUnread,
                        gppUnread || state.getGppSignal().getMalformed(),
                        known(state.getGppSignal().getOptedOutList()),
                        known(state.getGppSignal().getNotOptedOutList())));
    }

    private static Set<Purpose> known(List<Purpose> purposes) {
        return purposes.stream()
                .filter(purpose -> purpose != Purpose.UNRECOGNIZED)
                .collect(Collectors.toUnmodifiableSet());
    }

    void write(PackedWriter out) {
        out.number(tcf.isPresent() ? 1 : 0);
        if (tcf.isPresent()) {
            out.number(tcf.get().size());
            tcf.get().forEach(out::signed);
        }
        out.signed(tcfUntil.getEpochSecond());
        out.number(gpp.given() ? 1 : 0);
        out.number(gpp.malformed() ? 1 : 0);
        write(gpp.optedOut(), out);
        write(gpp.notOptedOut(), out);
    }

    static Signals read(PackedReader in) {
        Optional<Set<Integer>> tcf = in.number() == 0 ? Optional.empty() : Optional.of(readNumbers(in));
        Instant until = Instant.ofEpochSecond(in.signed());
        return new Signals(tcf, until, new Gpp(in.number() == 1, in.number() == 1, readPurposes(in), readPurposes(in)));
    }

    private static void write(Set<Purpose> purposes, PackedWriter out) {
        out.number(purposes.size());
        purposes.forEach(purpose -> out.number(purpose.getNumber()));
    }

    private static Set<Integer> readNumbers(PackedReader in) {
        Set<Integer> numbers = new HashSet<>();
        for (long left = in.number(); left > 0; left--) {
            numbers.add((int) in.signed());
        }
        return Set.copyOf(numbers);
    }

    private static Set<Purpose> readPurposes(PackedReader in) {
        Set<Purpose> purposes = new HashSet<>();
        for (long left = in.number(); left > 0; left--) {
            purposes.add(Purpose.forNumber((int) in.number()));
        }
        return Set.copyOf(purposes);
    }

    /**
     * The purposes of the TCF string as they count for a use that needs some of them: a yes that is over is silence, a no stays a no.
     *
     * @param needed by the use
     */
    Optional<Set<Integer>> tcf(Set<Integer> needed, Instant now) {
        return tcf.filter(consented -> now.isBefore(tcfUntil) || !consented.containsAll(needed));
    }

    GppSignal gpp(Purpose purpose) {
        if (!gpp.given()) {
            return GppSignal.ABSENT;
        }
        if (gpp.malformed()) {
            return GppSignal.MALFORMED;
        }
        if (gpp.optedOut().contains(purpose)) {
            return GppSignal.OPTED_OUT;
        }
        return gpp.notOptedOut().contains(purpose) ? GppSignal.NOT_OPTED_OUT : GppSignal.ABSENT;
    }
}
