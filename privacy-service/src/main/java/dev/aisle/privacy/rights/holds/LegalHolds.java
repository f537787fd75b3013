package dev.aisle.privacy.rights.holds;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.platform.identity.Successors;
import dev.aisle.privacy.consent.versions.ConsentLog;
import dev.aisle.privacy.rights.request.usecase.RequestAudit;
import dev.aisle.privacy.shared.people.HoldPeople;
import dev.aisle.privacy.shared.people.LegalHoldRepository;
import dev.aisle.privacy.shared.people.LegalHoldRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps somebody's data from being deleted, by an erasure or after a withdrawal, while a court or an authority needs it, and ends that. The other services
 * learn of it with the person's consent.
 */
@ApplicationScoped
public class LegalHolds {
    private static final int MOST_SHOWN = 1_000;

    private final LegalHoldRepository holds;
    private final HoldPeople people;
    private final Successors successors;
    private final ConsentLog consents;
    private final RequestAudit audit;

    LegalHolds(
            LegalHoldRepository holds,
            HoldPeople people,
            Successors successors,
            ConsentLog consents,
            RequestAudit audit) {
        this.holds = holds;
        this.people = people;
        this.successors = successors;
        this.consents = consents;
        this.audit = audit;
    }

    /** A hold as an officer sees it. */
    public record Hold(String pseudonym, String reason, Instant until, String setBy) {}

    /** Sets a hold, or changes the one that is there. */
    @Transactional
    public void set(Pseudonym named, String reason, Instant until, String officer) {
        Pseudonym pseudonym = held(named);
        LegalHoldRow row = holds.findByIdOptional(pseudonym.value()).orElseGet(() -> {
            LegalHoldRow fresh = new LegalHoldRow(pseudonym.value());
            holds.persist(fresh);
            return fresh;
        });
        row.set(StorableText.of(reason), until, officer, Instant.now());
        consents.tellHold(pseudonym);
        audit.holdSet(pseudonym, until);
    }

    /** Ends a hold; false when there was none. */
    @Transactional
    public boolean lift(Pseudonym named) {
        Pseudonym pseudonym = held(named);
        boolean held = holds.deleteById(pseudonym.value());
        if (held) {
            consents.tellHold(pseudonym);
            audit.holdLifted(pseudonym);
        }
        return held;
    }

    /** The pseudonym under which the person stands, locked. */
    private Pseudonym held(Pseudonym named) {
        String standing = successors.standing(named.value());
        people.hold(List.of(named.value(), standing));
        // Whoever held the person before may have moved it.
        String now = successors.standing(named.value());
        people.hold(now);
        return new Pseudonym(now);
    }

    /** The hold on somebody; empty when none stands. */
    @Transactional
    public Optional<Hold> of(Pseudonym named) {
        return holds.active(named.value(), Instant.now()).map(LegalHolds::hold);
    }

    /** All that haven't ended. */
    @Transactional
    public List<Hold> active() {
        return holds.active(Instant.now(), MOST_SHOWN).stream()
                .map(LegalHolds::hold)
                .toList();
    }

    private static Hold hold(LegalHoldRow row) {
        return new Hold(row.pseudonym(), row.reason(), row.heldUntil(), row.setBy());
    }
}
