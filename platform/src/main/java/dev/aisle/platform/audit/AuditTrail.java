package dev.aisle.platform.audit;

import dev.aisle.contracts.Topic;
import dev.aisle.platform.storage.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Tells the audit log of privacy-service what somebody did here: with the transaction that did it, or not at all. The broker may be away
 * meanwhile; the record waits in the outbox.
 */
@ApplicationScoped
public class AuditTrail {
    private static final String TOLD = AuditTrail.class.getName() + ".told";
    private static final String ABOUT = AuditTrail.class.getName() + ".about";

    private final Outbox outbox;
    private final TransactionSynchronizationRegistry transactions;
    private final StaffCall call;
    private final String service;

    AuditTrail(
            Outbox outbox,
            TransactionSynchronizationRegistry transactions,
            StaffCall call,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.call = call;
        this.service = service;
    }

    /**
     * Records something in the caller's transaction.
     *
     * @param event such as {@code campaign.changed}
     * @param actor the subject of the token
     * @param facts names, numbers, ids and times; nothing of a person, and no free text
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String event, String actor, Map<String, String> facts) {
        transactions.putResource(TOLD, true);
        outbox.put(Topic.AUDIT, service, AuditRecords.of(service, event, actor, facts));
    }

    /**
     * Adds a fact to what is recorded of the call of staff that this transaction is for, such as an id that isn't in the path. Of a transaction that is for no such
     * call nothing is recorded.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void about(String name, String value) {
        Map<String, String> facts = known();
        facts.put(name, value);
        transactions.putResource(ABOUT, facts);
    }

    /** Says that the log has this transaction already, for the service writes entries of its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void told() {
        transactions.putResource(TOLD, true);
    }

    /** Says that this transaction only locked what it writes to: the call was refused, or it is so already. Without this a lock counts as a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void nothingChanged() {
        transactions.putResource(TOLD, true);
    }

    /** Records the call of staff that runs now, before it changes what no transaction holds, such as a file. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void beforehand() {
        call.open().ifPresent(this::recordUnlessTold);
    }

    @SuppressWarnings("unchecked") // nobody else puts it there
    private Map<String, String> known() {
        @Nullable Object facts = transactions.getResource(ABOUT);
        return facts == null ? new TreeMap<>() : (Map<String, String>) facts;
    }

    /** Records a call of staff unless the feature told of it in this transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void recordUnlessTold(StaffCall.Asked asked) {
        if (transactions.getResource(TOLD) == null) {
            Map<String, String> facts = known();
            facts.putAll(asked.facts());
            record(asked.event(), asked.actor(), facts);
        }
    }
}
