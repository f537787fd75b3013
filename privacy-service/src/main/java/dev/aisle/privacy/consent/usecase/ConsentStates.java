package dev.aisle.privacy.consent.usecase;

import com.google.protobuf.Timestamp;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import dev.aisle.privacy.consent.domain.ConsentSnapshot;
import dev.aisle.privacy.consent.domain.Fence;
import dev.aisle.privacy.shared.store.LegalHoldRepository;
import dev.aisle.privacy.shared.store.RestrictedSubjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The state of a person as the other services get it: what was said, and what stands beside it, a restriction and a legal hold. */
@ApplicationScoped
class ConsentStates {
    private final RestrictedSubjects restricted;
    private final LegalHoldRepository holds;
    private final ConsentRules rules;
    private final String tenant;

    ConsentStates(
            RestrictedSubjects restricted,
            LegalHoldRepository holds,
            ConsentRules rules,
            @ConfigProperty(name = "aisle.tenant") String tenant) {
        this.restricted = restricted;
        this.holds = holds;
        this.rules = rules;
        this.tenant = tenant;
    }

    /**
     * Returns the state under a pseudonym. Under a restriction nothing is allowed, whatever the person says meanwhile; the keys wait here.
     *
     * @param standing the pseudonym under which the person stands: another one when this one is older
     * @param keys those that seal and open the payloads of the person's events
     */
    ConsentState of(
            Pseudonym named,
            Pseudonym standing,
            ConsentSnapshot snapshot,
            Map<Purpose, Fence> fences,
            List<PayloadKey> keys) {
        ConsentState.Builder state = ConsentMessages.of(named, tenant, snapshot, rules, fences).toBuilder();
        holds.active(standing.value(), Instant.now())
                .ifPresent(hold -> state.setHeldUntil(timestamp(hold.heldUntil())));
        return restricted.contains(standing.value())
                ? state.setSuppressed(true).build()
                : state.addAllPayloadKeys(keys).build();
    }

    /** Returns the state of who is erased: higher than every version before, and nothing is allowed. */
    ConsentState suppressed(Pseudonym pseudonym, long version, Instant at) {
        return ConsentMessages.suppressed(pseudonym, tenant, version, at);
    }

    private static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }
}
