package dev.aisle.privacy.shared.datamap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.common.v1.Holding;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what stays of a person who has refused something: of each holding of the data map why, and until when. */
public final class WhatStays {
    /** Services look for whose term is over twice a day, the event archive and the jobs that delete old rows once. */
    private static final Duration LOOK = Duration.ofDays(1);

    private WhatStays() {}

    /** Why something stays. */
    public enum Why {
        /** Purposes are still allowed that the data is kept for. */
        PURPOSES_ALLOWED,
        /** No purpose holds it any more: it is used for nothing, and deleted at the end of the term. */
        TERM,
        /** The same, but a legal hold lasts longer than the term. */
        LEGAL_HOLD,
        /** The same, but the person has asked that the data be kept and not used. */
        RESTRICTION,
        /** It is needed whatever is refused. */
        NECESSARY;

        /** The name that callers see. */
        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The data that stays in a service for one reason.
     *
     * @param sections of the data map
     * @param because what it is needed for; {@code null} when purposes hold it
     * @param purposes that are still allowed; none when that isn't why
     * @param until when it is deleted at the latest, of what comes in later too; {@code null} while purposes allow it or a restriction stands, or until an
     *     erasure
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Stay(
            String service,
            List<String> sections,
            String why,
            @Nullable String because,
            List<String> purposes,
            @Nullable Instant until) {
        public Stay {
            sections = List.copyOf(sections);
            purposes = List.copyOf(purposes);
        }
    }

    /** All but the sections. */
    private record Reason(
            String service,
            Why why,
            @Nullable String because,
            List<String> purposes,
            @Nullable Instant until) {}

    /**
     * Returns what stays as of a state, service by service.
     *
     * @param term how long data is kept after the end of the last yes that held it
     * @param heldUntil when a legal hold ends; {@code null} when none stands
     */
    public static List<Stay> of(Consent consent, Duration term, @Nullable Instant heldUntil, Instant now) {
        Map<Reason, List<String>> sections = new LinkedHashMap<>();
        DataMap.places().stream()
                .map(DataMap.Place::holding)
                .filter(WhatStays::isOfAnybody)
                .sorted(Comparator.comparing(Holding::getService))
                .forEach(holding -> {
                    List<String> of = sections.computeIfAbsent(
                            reason(holding, consent, term, heldUntil, now), _ -> new ArrayList<>());
                    if (!of.contains(holding.getSection())) {
                        of.add(holding.getSection());
                    }
                });
        return sections.entrySet().stream()
                .map(entry -> new Stay(
                        entry.getKey().service(),
                        entry.getValue(),
                        entry.getKey().why().wireName(),
                        entry.getKey().because(),
                        entry.getKey().purposes(),
                        entry.getKey().until()))
                .toList();
    }

    /** What lies in topics goes by their retention; marks are of the erased only, and bookkeeping of every service says nothing of anybody. */
    private static boolean isOfAnybody(Holding holding) {
        boolean isKept = !holding.getTable().isEmpty() || !holding.getStore().isEmpty();
        boolean isMark = holding.getInternal()
                && !holding.getOutlivesErasure().isEmpty()
                && DataMap.refusable(holding).isEmpty();
        return isKept && !isMark && !holding.getService().isEmpty();
    }

    private static Reason reason(
            Holding holding, Consent consent, Duration term, @Nullable Instant heldUntil, Instant now) {
        String service = holding.getService();
        if (!holding.getStaysBecause().isEmpty()) {
            Instant until = holding.getRetention().isEmpty()
                    ? null
                    : now.truncatedTo(ChronoUnit.SECONDS)
                            .atZone(ZoneOffset.UTC)
                            .plus(Period.parse(holding.getRetention()))
                            .toInstant()
                            .plus(LOOK);
            return new Reason(service, Why.NECESSARY, holding.getStaysBecause(), List.of(), until);
        }
        Set<Purpose> purposes = DataMap.refusable(holding);
        List<String> allowed = purposes.stream()
                .filter(purpose -> consent.allows(purpose, now))
                .map(purpose -> purpose.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!allowed.isEmpty()) {
            return new Reason(service, Why.PURPOSES_ALLOWED, null, allowed, null);
        }
        if (consent.suppressed()) {
            return new Reason(service, Why.RESTRICTION, null, List.of(), null);
        }
        // As exact as a known end, or the answer would tell that somebody was erased.
        Instant over = consent.lastYesEnded(purposes, now)
                .orElse(now.truncatedTo(ChronoUnit.SECONDS))
                .plus(term);
        return heldUntil != null && heldUntil.isAfter(over)
                ? new Reason(service, Why.LEGAL_HOLD, null, List.of(), heldUntil.plus(LOOK))
                : new Reason(service, Why.TERM, null, List.of(), over.plus(LOOK));
    }
}
