package dev.aisle.platform.audit;

import dev.aisle.contracts.privacy.v1.AuditRecord;
import java.util.List;

/** Brings records on their way that belong to no transaction of the caller: by the outbox, or straight to the broker in a service without a database. */
public interface AuditDelivery {
    /** Returns when they can't get lost any more; throws when that isn't so. */
    void deliver(List<AuditRecord> records);
}
