package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.Purpose;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was read in a browser's strings, as text in columns: {@code 1 5 6}, {@code ads_targeted=optout sale_share=optout}, {@code malformed}. */
final class SignalColumns {
    private static final String MALFORMED = "malformed";

    private SignalColumns() {}

    static @Nullable String tcf(Signals signals) {
        return signals.tcf() == null
                ? null
                : signals.tcf().purposes().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    static @Nullable Instant tcfUntil(Signals signals) {
        return signals.tcf() == null ? null : signals.tcf().until();
    }

    static @Nullable String gpp(Signals signals) {
        if (signals.gpp() == null) {
            return null;
        }
        return signals.gpp().malformed()
                ? MALFORMED
                : signals.gpp().byPurpose().entrySet().stream()
                        .map(said ->
                                said.getKey().wireName() + "=" + said.getValue().wireName())
                        .collect(Collectors.joining(" "));
    }

    static @Nullable String knownAge(Signals signals) {
        return signals.gpp() == null || signals.gpp().knownAge() == null
                ? null
                : signals.gpp().knownAge().wireName();
    }

    static Signals read(
            @Nullable String tcf, @Nullable Instant tcfUntil, @Nullable String gpp, @Nullable String knownAge) {
        return new Signals(
                tcf == null ? null : tcf(tcf, tcfUntil),
                gpp == null ? null : gpp(gpp, knownAge == null ? null : AgeBand.ofWireName(knownAge)));
    }

    /** A string from before its end was kept is over: nobody knows how old it is. */
    private static Signals.Tcf tcf(String purposes, @Nullable Instant until) {
        return new Signals.Tcf(
                words(purposes).stream().map(Integer::valueOf).collect(Collectors.toSet()),
                until == null ? Instant.EPOCH : until);
    }

    private static Signals.Gpp gpp(String text, @Nullable AgeBand knownAge) {
        if (MALFORMED.equals(text)) {
            return Signals.Gpp.MALFORMED;
        }
        Map<Purpose, GppSignal> byPurpose = new EnumMap<>(Purpose.class);
        for (String said : words(text)) {
            int equals = said.indexOf('=');
            Purpose.ofWireName(said.substring(0, equals))
                    .ifPresent(purpose -> byPurpose.put(purpose, signal(said.substring(equals + 1))));
        }
        return new Signals.Gpp(false, byPurpose, knownAge);
    }

    /** A signal that this version of the service doesn't know counts as an opt-out. */
    private static GppSignal signal(String name) {
        return Arrays.stream(GppSignal.values())
                .filter(signal -> signal.wireName().equals(name))
                .findFirst()
                .orElse(GppSignal.OPTED_OUT);
    }

    static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" ", -1));
    }
}
