package dev.aisle.platform.audit;

import dev.aisle.contracts.privacy.v1.AuditRecord;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the audit log who of staff asks about a single person, before the answer is given: when the record can't be kept, there is no answer. Machines that read for a
 * decision are none of staff, and nothing is recorded of them.
 */
@ApplicationScoped
public class PersonReads {
    private static final String EVENT = "profile.read";

    private final SecurityIdentity caller;
    private final StaffCall call;
    private final SubjectSeals seals;
    private final AuditDelivery delivery;
    private final String service;

    PersonReads(
            SecurityIdentity caller,
            StaffCall call,
            SubjectSeals seals,
            AuditDelivery delivery,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.caller = caller;
        this.call = call;
        this.seals = seals;
        this.delivery = delivery;
        this.service = service;
    }

    /** Records that this person is asked about, when it is staff who asks. */
    public void note(String pseudonym) {
        note(List.of(pseudonym));
    }

    /** Records the same of several. */
    public void note(Collection<String> pseudonyms) {
        if (!Arc.container().requestContext().isActive() || !Staff.is(caller)) {
            return;
        }
        List<AuditRecord> records = pseudonyms.stream()
                .map(pseudonym -> seals.about(
                        pseudonym,
                        AuditRecords.of(service, EVENT, caller.getPrincipal().getName(), Map.of("call", call.route()))))
                .toList();
        delivery.deliver(records);
    }
}
