package dev.aisle.privacy.consent.topic;

import com.google.protobuf.Timestamp;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.consent.versions.Fence;
import dev.aisle.privacy.consent.versions.FenceRepository;
import dev.aisle.privacy.shared.people.LegalHoldRepository;
import dev.aisle.privacy.shared.people.LegalHoldRow;
import dev.aisle.privacy.shared.people.RestrictedSubjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The state of a person as the other services get it: what was said, and what stands beside it, a restriction and a legal hold. */
@ApplicationScoped
public class ConsentStates {
    private final FenceRepository fenceRows;
    private final RestrictedSubjects restricted;
    private final LegalHoldRepository holds;
    private final ConsentOrder order;
    private final ConsentRules rules;
    private final String tenant;

    ConsentStates(
            FenceRepository fenceRows,
            RestrictedSubjects restricted,
            LegalHoldRepository holds,
            ConsentOrder order,
            ConsentRules rules,
            @ConfigProperty(name = "aisle.tenant") String tenant) {
        this.fenceRows = fenceRows;
        this.restricted = restricted;
        this.holds = holds;
        this.order = order;
        this.rules = rules;
        this.tenant = tenant;
    }

    /**
     * Returns the state under a pseudonym. Under a restriction nothing is allowed, whatever the person says meanwhile; the keys wait here.
     *
     * @param standing the pseudonym under which the person stands: another one when this one is older
     * @param keys those that seal and open the payloads of the person's events
     */
    public ConsentState of(
            Pseudonym named,
            Pseudonym standing,
            ConsentSnapshot snapshot,
            Map<Purpose, Fence> fences,
            List<PayloadKey> keys) {
        Optional<Instant> heldUntil =
                holds.active(standing.value(), Instant.now()).map(LegalHoldRow::heldUntil);
        boolean suppressed = restricted.contains(standing.value());
        ConsentState.Builder state = state(named, snapshot, new Beside(fences, heldUntil, suppressed))
                .setEpoch(order.epoch());
        return suppressed ? state.build() : state.addAllPayloadKeys(keys).build();
    }

    /** Returns a state that is told once more under the same version, such that it replaces the one that was told before. */
    public ConsentState again(ConsentState state) {
        return state.toBuilder().setRevision(order.nextRevision()).build();
    }

    /** What stands beside a person's words: fences, the end of a legal hold, and whether nothing may be processed. */
    private record Beside(Map<Purpose, Fence> fences, Optional<Instant> heldUntil, boolean suppressed) {}

    private ConsentState.Builder state(Pseudonym named, ConsentSnapshot snapshot, Beside beside) {
        ConsentState.Builder state = ConsentMessages.of(named, tenant, snapshot, rules, beside.fences()).toBuilder();
        beside.heldUntil().ifPresent(until -> state.setHeldUntil(timestamp(until)));
        return state.setSuppressed(beside.suppressed());
    }

    /** Returns the state of each of these people as it has to be now, without keys. */
    public Map<String, ConsentState> expected(Map<String, ConsentSnapshot> snapshots, Instant now) {
        Set<String> people = snapshots.keySet();
        Map<String, Map<Purpose, Fence>> fences = fenceRows.of(people);
        Set<String> suppressed = restricted.among(people);
        Map<String, Instant> held = holds.active(people, now).stream()
                .collect(Collectors.toMap(LegalHoldRow::pseudonym, LegalHoldRow::heldUntil));
        Map<String, ConsentState> expected = new HashMap<>();
        snapshots.forEach((person, snapshot) -> {
            Beside beside = new Beside(
                    fences.getOrDefault(person, Map.of()),
                    Optional.ofNullable(held.get(person)),
                    suppressed.contains(person));
            expected.put(person, state(new Pseudonym(person), snapshot, beside).build());
        });
        return expected;
    }

    /** Returns what a version says by itself, without what stands beside it. */
    public ConsentState said(String pseudonym, ConsentSnapshot snapshot) {
        return ConsentMessages.of(new Pseudonym(pseudonym), tenant, snapshot, rules, Map.of());
    }

    /** Returns the state of who is erased: higher than every version before, and nothing is allowed. */
    public ConsentState suppressed(Pseudonym pseudonym, long version, Instant at) {
        return ConsentMessages.suppressed(pseudonym, tenant, version, at).toBuilder()
                .setEpoch(order.epoch())
                .build();
    }

    private static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }
}
