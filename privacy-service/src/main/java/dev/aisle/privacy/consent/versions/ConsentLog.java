package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.privacy.consent.enforcement.Withdrawals;
import dev.aisle.privacy.consent.sealing.KeysOfStates;
import dev.aisle.privacy.consent.statements.WithdrawConsent;
import dev.aisle.privacy.consent.topic.ConsentStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where a change of consent and the message about it are one. The caller holds the subject. */
@ApplicationScoped
public class ConsentLog {
    private final ConsentRepository consents;
    private final FenceRepository fences;
    private final KeysOfStates keys;
    private final Withdrawals withdrawals;
    private final Outbox outbox;
    private final ConsentAudit audit;
    private final ConsentRules rules;
    private final ConsentStates states;

    ConsentLog(
            ConsentRepository consents,
            FenceRepository fences,
            KeysOfStates keys,
            Withdrawals withdrawals,
            Outbox outbox,
            ConsentAudit audit,
            ConsentRules rules,
            ConsentStates states) {
        this.consents = consents;
        this.fences = fences;
        this.keys = keys;
        this.withdrawals = withdrawals;
        this.outbox = outbox;
        this.audit = audit;
        this.rules = rules;
        this.states = states;
    }

    /**
     * Adds a version and tells the others and the audit log.
     *
     * @param current the version before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Pseudonym pseudonym, ConsentSnapshot current, HistoryEntry entry) {
        consents.append(pseudonym.value(), entry);
        Refusals refusals = Refusals.between(current, entry.snapshot(), rules);
        fence(pseudonym.value(), current, entry.snapshot(), refusals);
        if (refusals.narrow() || entry.method().equals(WithdrawConsent.METHOD)) {
            withdrawals.note(pseudonym, entry.snapshot().version());
        }
        outbox.put(Topic.CONSENTS, pseudonym.value(), message(pseudonym, entry.snapshot()));
        audit.recorded(pseudonym, entry);
    }

    /** Notes in the audit log that what follows was taken over from the topic. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void noteAdoption(Pseudonym pseudonym, ConsentState told) {
        audit.adopted(pseudonym, told.getEpoch(), told.getVersion());
    }

    /** Adds a version that says the same, for what holds beside the person's words has changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(Pseudonym pseudonym, String method, Instant at) {
        ConsentSnapshot current = consents.current(pseudonym.value());
        append(pseudonym, current, new HistoryEntry(current.unchanged(at), method, UUID.randomUUID()));
    }

    /** Tells the others the state that holds once more, for a legal hold has changed. Who never said anything has none, and isn't removed for that. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellHold(Pseudonym pseudonym) {
        ConsentSnapshot current = consents.current(pseudonym.value());
        if (current.version() > 0) {
            tellAgain(pseudonym, message(pseudonym, current));
        }
    }

    /** Tells the others the state that holds once more with the person's keys as they are now, if it carries any. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellKeys(Pseudonym pseudonym) {
        ConsentState state = message(pseudonym, consents.current(pseudonym.value()));
        if (state.getPayloadKeysCount() > 0) {
            tellAgain(pseudonym, state);
        }
    }

    /** Takes the keys of a person away to whom time has left nothing that is granted, and tells the others. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endKeysIfNeedless(Pseudonym pseudonym) {
        ConsentSnapshot current = consents.current(pseudonym.value());
        if (keys.isNeedless(pseudonym, current)) {
            tellAgain(pseudonym, message(pseudonym, current));
        }
    }

    private void tellAgain(Pseudonym pseudonym, ConsentState state) {
        outbox.put(Topic.CONSENTS, pseudonym.value(), states.again(state));
    }

    private ConsentState message(Pseudonym pseudonym, ConsentSnapshot snapshot) {
        return states.of(pseudonym, pseudonym, snapshot, fences.of(pseudonym.value()), keys.of(pseudonym, snapshot));
    }

    /** What the state before refused meanwhile, by time for instance, was refused at its version. */
    private void fence(String pseudonym, ConsentSnapshot before, ConsentSnapshot now, Refusals refusals) {
        if (before.version() > 0) {
            fences.raise(
                    pseudonym,
                    since(refusals.before(), purpose -> before.endOfYes(purpose, now.changedAt())),
                    before.version(),
                    before.version());
        }
        fences.raise(pseudonym, since(refusals.after(), _ -> now.changedAt()), now.version(), now.version() - 1);
    }

    private static Map<Purpose, Instant> since(Set<Purpose> refused, Function<Purpose, Instant> beginning) {
        return refused.stream().collect(Collectors.toMap(Function.identity(), beginning));
    }

    /** Removes all versions and tells the others that nothing is allowed; how many versions there were. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long erase(Pseudonym pseudonym, Instant at) {
        ConsentSnapshot last = consents.current(pseudonym.value());
        outbox.put(Topic.CONSENTS, pseudonym.value(), states.suppressed(pseudonym, last.version() + 1, at));
        fences.erase(pseudonym.value());
        keys.end(pseudonym);
        withdrawals.erase(pseudonym);
        return consents.erase(pseudonym.value());
    }
}
