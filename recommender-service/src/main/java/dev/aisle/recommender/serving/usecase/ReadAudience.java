package dev.aisle.recommender.serving.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.storage.StorageException;
import dev.aisle.recommender.catalog.DomainRule;
import dev.aisle.recommender.catalog.ListDomains;
import dev.aisle.recommender.catalog.ProductDomains;
import dev.aisle.recommender.interactions.InteractionRepository;
import dev.aisle.recommender.interactions.InteractionRepository.Held;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.serving.domain.Audience;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.Note;
import dev.aisle.recommender.serving.domain.Note.Why;
import dev.aisle.recommender.serving.domain.Recommendations.NonPersonal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Finds out what may be used of a person, and reads it. Consent comes first: without it nothing of the person is read. */
@Singleton
class ReadAudience {
    private static final Logger LOG = Logger.getLogger(ReadAudience.class);
    private static final int LONGEST_HISTORY = 1_000;

    private final ConsentView consents;
    private final ErasedSubjects erased;
    private final InteractionRepository interactions;
    private final ServingThreads threads;
    private final ProductDomains domains;
    private final ListDomains lists;

    ReadAudience(
            ConsentView consents,
            ErasedSubjects erased,
            InteractionRepository interactions,
            ServingThreads threads,
            ProductDomains domains,
            ListDomains lists) {
        this.consents = consents;
        this.erased = erased;
        this.interactions = interactions;
        this.threads = threads;
        this.domains = domains;
        this.lists = lists;
    }

    /** An audience, and why it isn't the person when it can't be. */
    record Read(Audience audience, List<Note> notes) {}

    /** What a domain allows the person in a list. */
    DomainRule allowed(String subject, String domain) {
        return lists.rule(domain, consents.of(subject).knownAge());
    }

    /**
     * Reads until the deadline, for a list of a domain. What was done in other domains counts only for whom cross_domain is granted, and only what
     * was let in since that was refused last. A list for anybody is better than none while the database is away or slow.
     */
    Read of(String subject, String domain, Deadline deadline) {
        if (subject.isEmpty()) {
            return new Read(Audience.anybody(NonPersonal.NO_SUBJECT), List.of());
        }
        Consent consent = consents.of(subject);
        if (erased.contains(subject) || !consent.allows(Purpose.PERSONALIZATION, Instant.now())) {
            return new Read(Audience.anybody(NonPersonal.NO_CONSENT), List.of());
        }
        if (deadline.passed()) {
            return late();
        }
        long fence = consent.fence(Purpose.PERSONALIZATION);
        Beside<List<Held>> reading = threads.run(() -> interactions.heldOf(subject, fence, LONGEST_HISTORY));
        return switch (reading.await(deadline)) {
            case Beside.Done<List<Held>>(List<Held> held) -> new Read(audience(held, domain, consent), List.of());
            case Beside.Late<List<Held>> ignored -> late();
            case Beside.Busy<List<Held>> ignored ->
                without(NonPersonal.DEADLINE, Why.BUSY, "Too much is asked at once; the list is for anybody.");
            case Beside.Failed<List<Held>>(Throwable cause) -> unreadable(cause);
        };
    }

    private Audience audience(List<Held> held, String domain, Consent consent) {
        if (!domains.several()) {
            return new Audience(null, held.stream().map(Held::past).toList());
        }
        Instant now = Instant.now();
        List<PastInteraction> history = new ArrayList<>();
        for (Held one : held) {
            if (domain.equals(domains.of(one.domain(), one.past().productId()))) {
                history.add(one.past());
            } else if (consent.allows(Purpose.CROSS_DOMAIN, now, one.consentVersion())) {
                history.add(one.past().fromElsewhere());
            }
        }
        return new Audience(null, history, consent.allows(Purpose.CROSS_DOMAIN, now));
    }

    private static Read late() {
        return without(NonPersonal.DEADLINE, Why.DEADLINE, "The history wasn't read in time; the list is for anybody.");
    }

    private static Read unreadable(Throwable cause) {
        if (!(cause instanceof StorageException)) {
            throw new IllegalStateException("A history can't be read.", cause);
        }
        LOG.warnf("A history can't be read, the list is popular instead: %s", cause.getMessage());
        Note note = new Note("history", Why.UNAVAILABLE, "The history can't be read now; the list is for anybody.");
        return new Read(new Audience(null, List.of()), List.of(note));
    }

    private static Read without(NonPersonal reason, Why why, String text) {
        return new Read(Audience.anybody(reason), List.of(new Note("history", why, text)));
    }
}
