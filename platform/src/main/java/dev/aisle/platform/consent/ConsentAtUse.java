package dev.aisle.platform.consent;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.problem.NotNow;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What may be used of events at the moment of use: the one rule of every consumer. What was granted at the door, is granted now and
 * was not refused in between. While that isn't known, events wait; they are neither used nor lost.
 */
@Singleton
@Unremovable
public class ConsentAtUse {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConsentView consents;
    private final ErasedSubjects erased;

    ConsentAtUse(ConsentView consents, ErasedSubjects erased) {
        this.consents = consents;
        this.erased = erased;
    }

    /** Nothing can be decided now; to be tried again later. */
    public static final class UnknownNow extends NotNow {
        public UnknownNow() {
            super("Nobody's consent is known now; send the same again.");
        }
    }

    /**
     * Uses events. Those may have overtaken the consents under which they were let in, so the view catches up first. The withdrawal
     * of anybody is acknowledged only when the use has ended.
     *
     * @param seen of each event
     * @param use ends with its transaction
     * @throws UnknownNow when nothing can be decided
     */
    public void use(Collection<SeenConsent> seen, Runnable use) {
        catchUp(seen);
        try (Use _ = consents.beginUse()) {
            use.run();
        }
    }

    /** Waits until the view knows at least what the door had seen. */
    public void catchUp(Collection<SeenConsent> seen) {
        requireKnown();
        boolean overtaken = seen.stream()
                .anyMatch(one ->
                        consents.of(one.pseudonym()).version() < one.version() && !erased.contains(one.pseudonym()));
        if (overtaken && !consents.upToDate(PATIENCE)) {
            throw new UnknownNow();
        }
    }

    /**
     * Whether waiting has helped somebody whose event couldn't be read: the view has everything now that the broker had. It doesn't wait for
     * whom nothing is granted as far as it is known, for that person's events are of no use.
     *
     * @throws UnknownNow when nothing can be decided
     */
    public boolean caughtUpFor(SeenConsent seen) {
        requireKnown();
        boolean overtaken = consents.of(seen.pseudonym()).version() < seen.version();
        if (erased.contains(seen.pseudonym()) || (!overtaken && granted(seen).isEmpty())) {
            return false;
        }
        if (!consents.upToDate(PATIENCE)) {
            throw new UnknownNow();
        }
        return true;
    }

    /**
     * Ends what can't be decided.
     *
     * @throws UnknownNow when nobody's consent is known
     */
    public void requireKnown() {
        if (!known()) {
            throw new UnknownNow();
        }
    }

    /** Whether anything can be decided. */
    public boolean known() {
        return consents.current() && erased.current();
    }

    /**
     * What this person allows now.
     *
     * @throws UnknownNow when that isn't known
     */
    public Consent of(String pseudonym) {
        requireKnown();
        return consents.ifCurrent(pseudonym).orElseThrow(UnknownNow::new);
    }

    /** Whether an event may be used for a purpose now. */
    public boolean allows(SeenConsent seen, Purpose purpose) {
        return seen.granted().contains(purpose) && granted(seen).contains(purpose);
    }

    /** What an event may be used for now; empty of who was erased. */
    public Set<Purpose> granted(SeenConsent seen) {
        Consent consent = of(seen.pseudonym());
        Set<Purpose> granted = EnumSet.noneOf(Purpose.class);
        if (!erased.contains(seen.pseudonym())) {
            granted.addAll(consent.granted(Instant.now(), seen.version()));
            granted.retainAll(seen.granted());
        }
        return granted;
    }
}
