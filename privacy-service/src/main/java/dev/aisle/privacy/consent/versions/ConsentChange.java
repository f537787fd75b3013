package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.Purpose;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a subject says now. Whatever is {@code null} or not among the decisions stays as it was.
 *
 * @param gpc {@code true}: the signal was seen; anything else says nothing, for a browser without it takes back no signal of another
 * @param method how it was said: {@code banner}, {@code account}, {@code parental}, …
 */
public record ConsentChange(
        @Nullable String jurisdiction,
        @Nullable AgeBand ageBand,
        @Nullable String noticeVersion,
        @Nullable Boolean gpc,
        String method,
        Map<Purpose, ExplicitStatus> decisions,
        Signals signals) {
    /** The method that makes a yes a parent's yes. */
    public static final String PARENTAL = "parental";

    /** The method that makes a yes one to what the person's Global Privacy Control signal refuses: the person was asked about it. */
    public static final String DESPITE_GPC = "despite-gpc";

    public ConsentChange {
        Map<Purpose, ExplicitStatus> ordered = new EnumMap<>(Purpose.class);
        ordered.putAll(decisions);
        decisions = java.util.Collections.unmodifiableMap(ordered);
    }

    /** A change without strings of a browser. */
    public ConsentChange(
            @Nullable String jurisdiction,
            @Nullable AgeBand ageBand,
            @Nullable String noticeVersion,
            @Nullable Boolean gpc,
            String method,
            Map<Purpose, ExplicitStatus> decisions) {
        this(jurisdiction, ageBand, noticeVersion, gpc, method, decisions, Signals.NONE);
    }

    /** The same text for the same change, in whatever order it was written. */
    public String canonical() {
        String said = decisions.entrySet().stream()
                .map(decision -> decision.getKey() + "=" + decision.getValue())
                .collect(Collectors.joining(","));
        return String.join(
                "|",
                String.valueOf(jurisdiction),
                String.valueOf(ageBand),
                String.valueOf(noticeVersion),
                String.valueOf(gpc),
                method,
                said,
                signals.toString());
    }
}
