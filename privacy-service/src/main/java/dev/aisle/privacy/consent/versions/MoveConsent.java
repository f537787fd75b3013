package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.privacy.consent.sealing.KeysOfStates;
import dev.aisle.privacy.consent.topic.ConsentStates;
import dev.aisle.privacy.shared.people.PersonMove;
import dev.aisle.privacy.shared.people.RestrictedSubjects;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Carries a person's consent to another pseudonym, with its whole history. The others hear of the new one first; until they have, what
 * was said under the old one holds for them.
 */
@ApplicationScoped
@Priority(30)
class MoveConsent implements PersonMove {
    private static final String METHOD = "pseudonym-key";

    private final ConsentRepository consents;
    private final FenceRepository fences;
    private final KeysOfStates keys;
    private final RestrictedSubjects restricted;
    private final ConsentStates states;
    private final Outbox outbox;
    private final StoredConsents stored;
    private final ConsentAudit audit;

    MoveConsent(
            ConsentRepository consents,
            FenceRepository fences,
            KeysOfStates keys,
            RestrictedSubjects restricted,
            ConsentStates states,
            Outbox outbox,
            StoredConsents stored,
            ConsentAudit audit) {
        this.consents = consents;
        this.fences = fences;
        this.keys = keys;
        this.restricted = restricted;
        this.states = states;
        this.outbox = outbox;
        this.stored = stored;
        this.audit = audit;
    }

    /** Moves it in the caller's transaction, which holds both. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(Pseudonym old, Pseudonym now) {
        List<HistoryEntry> said = consents.history(old.value(), 0, Integer.MAX_VALUE);
        ConsentSnapshot last =
                said.isEmpty() ? ConsentSnapshot.NONE : said.getLast().snapshot();
        ConsentSnapshot there = consents.current(now.value());
        ConsentSnapshot both = joined(there, last);
        consents.erase(old.value());
        if (there.version() == 0) {
            said.forEach(entry -> consents.append(now.value(), entry));
            audit.moved(old, now, "moved", Map.of());
        } else if (both.says(there)) {
            audit.moved(old, now, "dropped", Map.of());
        } else {
            HistoryEntry joined = new HistoryEntry(both, METHOD, UUID.randomUUID());
            consents.append(now.value(), joined);
            long version = joined.snapshot().version();
            audit.moved(
                    old,
                    now,
                    "joined",
                    Map.of(
                            "version",
                            Long.toString(version),
                            "receipt",
                            joined.receiptId().toString(),
                            "row",
                            stored.hash(now.value(), version)));
        }
        // What was refused under the old pseudonym stays refused for what was let in before that.
        Map<Purpose, Fence> refused = fences.of(old.value());
        refused.forEach((purpose, fence) -> fences.carry(now.value(), purpose, fence));
        fences.erase(old.value());
        tell(old, now, last, refused);
    }

    /** Notes a move of somebody of whom nothing is stored under the old pseudonym. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(Pseudonym old, Pseudonym now) {
        audit.moved(old, now, "moved", Map.of());
    }

    /** What was said under the new pseudonym stands; where it is silent, what was said under the old one does. What browsers signalled counts under both. */
    private static ConsentSnapshot joined(ConsentSnapshot there, ConsentSnapshot last) {
        Map<Purpose, Statement> statements = new EnumMap<>(Purpose.class);
        statements.putAll(last.statements());
        statements.putAll(there.statements());
        // Above both: what was let in under either is older than this.
        long next = Math.max(there.version(), last.version()) + 1;
        return new ConsentSnapshot(
                next, there.circumstances().joinedWith(last.circumstances()), statements, there.changedAt());
    }

    private void tell(Pseudonym old, Pseudonym now, ConsentSnapshot last, Map<Purpose, Fence> refused) {
        ConsentSnapshot current = consents.current(now.value());
        // Both states carry the keys of both: what lies in the log stays under the pseudonym and the key it came with.
        List<PayloadKey> payloadKeys = keys.moved(old, now, current);
        restricted.move(old.value(), now.value());
        if (current.version() > 0) {
            // Under the same version as before where nothing was joined.
            outbox.put(
                    Topic.CONSENTS,
                    now.value(),
                    states.again(states.of(now, now, current, fences.of(now.value()), payloadKeys)));
        }
        outbox.put(
                Topic.CONSENTS,
                old.value(),
                states.of(old, now, last, refused, payloadKeys).toBuilder()
                        .setVersion(last.version() + 1)
                        .setSuccessor(now.value())
                        .build());
    }
}
