package dev.aisle.platform.audit;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.AuditRecord;
import dev.aisle.platform.storage.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Brings records on their way by the outbox, in a transaction of their own. */
@ApplicationScoped
class OutboxDelivery implements AuditDelivery {
    private final Outbox outbox;

    OutboxDelivery(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void deliver(List<AuditRecord> records) {
        outbox.put(Topic.AUDIT, AuditRecord::getService, records);
    }
}
