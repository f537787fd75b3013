package dev.aisle.privacy.retention.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.contracts.DataMap;
import dev.aisle.privacy.consent.domain.ConsentSnapshot;
import dev.aisle.privacy.consent.domain.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what stays of a person who takes consent back: of each service why, and until when. */
public final class WhatStays {
    private static final List<String> SERVICES =
            List.of("event-ingest-service", "profile-service", "recommender-service", "campaign-service");
    /** Services look for whose term is over twice a day, the event archive once. */
    private static final Duration LOOK = Duration.ofDays(1);

    private WhatStays() {}

    /** Why something stays. */
    public enum Why {
        /** Other purposes are still allowed that the data is kept for. */
        PURPOSES_ALLOWED,
        /** No purpose holds it any more: it is used for nothing, and deleted at the end of the term. */
        TERM,
        /** The same, but a legal hold lasts longer than the term. */
        LEGAL_HOLD,
        /** What the person said is the proof of it, and the account's addresses are needed: both until an erasure. */
        NECESSARY
    }

    /**
     * What stays in a service.
     *
     * @param purposes that are still allowed; none when that isn't why
     * @param until when it is deleted at the latest; {@code null} while purposes allow it, or until an erasure
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Stay(
            String service,
            String why,
            List<String> purposes,
            @Nullable Instant until) {
        public Stay {
            purposes = List.copyOf(purposes);
        }
    }

    /**
     * What stays as of a state.
     *
     * @param term how long after the last refusal data is kept that no purpose holds
     * @param heldUntil when a legal hold ends; {@code null} when none stands
     */
    public static List<Stay> of(
            ConsentSnapshot snapshot, ConsentRules rules, Duration term, @Nullable Instant heldUntil, Instant now) {
        List<Stay> stays = new ArrayList<>();
        for (String service : SERVICES) {
            List<Purpose> purposes = DataMap.purposesOf(service).stream()
                    .map(purpose -> Purpose.ofWireName(purpose.name().toLowerCase(Locale.ROOT)))
                    .flatMap(Optional::stream)
                    .toList();
            List<String> allowed = purposes.stream()
                    .filter(purpose ->
                            snapshot.decide(rules, purpose, false, now).allowed())
                    .map(Purpose::wireName)
                    .toList();
            stays.add(
                    allowed.isEmpty()
                            ? unused(
                                    service,
                                    lastRefusal(snapshot, purposes, now).plus(term),
                                    heldUntil)
                            : stay(service, Why.PURPOSES_ALLOWED, allowed, null));
        }
        stays.add(stay("privacy-service", Why.NECESSARY, List.of(), null));
        return stays;
    }

    private static Stay unused(String service, Instant over, @Nullable Instant heldUntil) {
        return heldUntil != null && heldUntil.isAfter(over)
                ? stay(service, Why.LEGAL_HOLD, List.of(), heldUntil.plus(LOOK))
                : stay(service, Why.TERM, List.of(), over.plus(LOOK));
    }

    private static Stay stay(String service, Why why, List<String> purposes, @Nullable Instant until) {
        return new Stay(service, why.name().toLowerCase(Locale.ROOT).replace('_', '-'), purposes, until);
    }

    private static Instant lastRefusal(ConsentSnapshot snapshot, List<Purpose> purposes, Instant now) {
        return purposes.stream()
                .map(snapshot.statements()::get)
                .filter(Objects::nonNull)
                .map(said -> ended(said, now))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    private static Instant ended(Statement said, Instant now) {
        Instant until = said.until();
        return until != null && until.isAfter(said.at()) && !until.isAfter(now) ? until : said.at();
    }
}
