package dev.aisle.privacy.consent.notices;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.notices.NoticeRepository.Unfinished;
import dev.aisle.privacy.consent.versions.ConsentLog;
import dev.aisle.privacy.consent.versions.ConsentRepository;
import dev.aisle.privacy.consent.versions.ConsentRepository.Outdated;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.consent.versions.HistoryEntry;
import dev.aisle.privacy.shared.people.HoldPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Ends grants whose notice was invalidated, some subjects at a time, each as its next version that the other services are told. */
@ApplicationScoped
class InvalidateGrants {
    private static final String METHOD = "notice-invalidated";
    private static final int AT_ONCE = 200;
    private static final Duration LONGEST_CONSENT = Duration.ofMinutes(1);

    private final ConsentRepository consents;
    private final NoticeRepository notices;
    private final HoldPeople holdPeople;
    private final ConsentLog log;

    InvalidateGrants(ConsentRepository consents, NoticeRepository notices, HoldPeople holdPeople, ConsentLog log) {
        this.consents = consents;
        this.notices = notices;
        this.holdPeople = holdPeople;
        this.log = log;
    }

    /** The invalidations that may have grants left. */
    @Transactional
    public List<Unfinished> unfinished() {
        return notices.unfinished();
    }

    /**
     * Ends the grants of the next subjects.
     *
     * @param after where the call before ended; 0 at first
     * @return where this one ended; empty when there was nothing more
     */
    @Transactional
    public OptionalLong endNext(Unfinished invalidation, long after) {
        List<Outdated> outdated = consents.granting(invalidation.notice(), invalidation.purpose(), after, AT_ONCE);
        List<String> people =
                outdated.stream().map(Outdated::pseudonym).distinct().toList();
        holdPeople.hold(people);
        people.forEach(this::end);
        return outdated.stream().mapToLong(Outdated::versionId).max();
    }

    /** Remembers that nothing was left. A consent that began before the notice was published may still commit: not at once, therefore. */
    @Transactional
    public void finish(Unfinished invalidation) {
        Instant now = Instant.now();
        notices.finish(invalidation, now.minus(LONGEST_CONSENT), now);
    }

    private void end(String pseudonym) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        ConsentSnapshot current = consents.current(pseudonym);
        current.invalidating(notices.invalidated(), now)
                .ifPresent(next -> log.append(
                        new Pseudonym(pseudonym), current, new HistoryEntry(next, METHOD, UUID.randomUUID())));
    }
}
