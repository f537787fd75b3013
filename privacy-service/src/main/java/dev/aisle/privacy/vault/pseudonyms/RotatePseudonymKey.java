package dev.aisle.privacy.vault.pseudonyms;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.PseudonymRing;
import dev.aisle.privacy.audit.log.Actors;
import dev.aisle.privacy.audit.log.AuditEntry;
import dev.aisle.privacy.audit.log.AuditLog;
import dev.aisle.privacy.shared.people.RekeySubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves everybody to the active key of whom the vault has the identifier, in steps that are a transaction each: whoever is killed goes on
 * where the last step ended. The others move when they come back.
 */
@ApplicationScoped
class RotatePseudonymKey {
    private static final int STEP = 100;

    private final PseudonymRing ring;
    private final KeyUsageRepository usage;
    private final PseudonymRotationRepository rotations;
    private final IdentifiedSuccessor successor;
    private final RekeySubject rekeySubject;
    private final AuditLog log;
    private final Actors actors;

    RotatePseudonymKey(
            PseudonymRing ring,
            KeyUsageRepository usage,
            PseudonymRotationRepository rotations,
            IdentifiedSuccessor successor,
            RekeySubject rekeySubject,
            AuditLog log,
            Actors actors) {
        this.ring = ring;
        this.usage = usage;
        this.rotations = rotations;
        this.successor = successor;
        this.rekeySubject = rekeySubject;
        this.log = log;
        this.actors = actors;
    }

    /** A rotation, and whether it was begun by this call. */
    public record Begun(PseudonymRotation rotation, boolean now) {}

    /** Begins a rotation to the active key, or gives the one that runs. */
    @Transactional
    public Begun begin() {
        rotations.holdBeginning();
        Optional<PseudonymRotationRow> running = rotations.running();
        if (running.isPresent()) {
            return new Begun(running.get().toRotation(), false);
        }
        String active = activeKey();
        PseudonymRotationRow row =
                new PseudonymRotationRow(UUID.randomUUID(), active, usage.inVaultUnderOthers(active), Instant.now());
        rotations.persistAndFlush(row);
        log.append(new AuditEntry("pseudonyms.rotation", actors.current(), Map.of("key", active)));
        return new Begun(row.toRotation(), true);
    }

    /** Does one step of the rotation that runs; whether there may be another. */
    @Transactional
    public boolean step() {
        return rotations
                .holdRunning()
                .filter(row -> row.keyId().equals(activeKey()))
                .map(this::step)
                .orElse(false);
    }

    private boolean step(PseudonymRotationRow row) {
        List<Pseudonym> people = usage.vaultUnderOthers(row.keyId(), row.reached(), STEP);
        if (people.isEmpty()) {
            row.complete(Instant.now());
            return false;
        }
        Map<Pseudonym, Pseudonym> moves = new LinkedHashMap<>();
        people.forEach(old -> successor.of(old).ifPresent(now -> moves.put(old, now)));
        rekeySubject.hold(moves);
        long moved = moves.entrySet().stream()
                .filter(move -> rekeySubject.rekey(move.getKey(), move.getValue()))
                .count();
        row.advance(people.getLast().value(), moved, people.size() - moved);
        return true;
    }

    /** A rotation, if there is one of that id. */
    @Transactional
    public Optional<PseudonymRotation> read(UUID id) {
        return rotations.findByIdOptional(id).map(PseudonymRotationRow::toRotation);
    }

    private String activeKey() {
        return ring.active().keyId();
    }
}
