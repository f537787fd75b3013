package dev.aisle.privacy.vault.masterkeys;

import dev.aisle.algorithms.privacy.envelope.MasterKeys;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.privacy.vault.disclosures.DisclosureRepository;
import dev.aisle.privacy.vault.masterkeys.WrappedKeyTable.Kept;
import dev.aisle.privacy.vault.traits.SubjectKeyRepository;
import dev.aisle.privacy.vault.traits.VaultAudit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Wraps every key of a subject and of a disclosure under the active master key, in steps that are a transaction each: whoever is killed goes on where the last
 * step ended.
 */
@ApplicationScoped
class RotateMasterKey {
    private static final int STEP = 500;
    /** How far it is among the disclosures, which come after the subjects; no pseudonym begins so. */
    private static final String DISCLOSURE = "disclosure:";

    private static final UUID FIRST = new UUID(0, 0);

    private final MasterKeys masterKeys;
    private final SubjectKeyRepository keys;
    private final DisclosureRepository disclosures;
    private final WrappedKeyCounts counts;
    private final RotationRepository rotations;
    private final VaultAudit audit;

    RotateMasterKey(
            MasterKeys masterKeys,
            SubjectKeyRepository keys,
            DisclosureRepository disclosures,
            WrappedKeyCounts counts,
            RotationRepository rotations,
            VaultAudit audit) {
        this.masterKeys = masterKeys;
        this.keys = keys;
        this.disclosures = disclosures;
        this.counts = counts;
        this.rotations = rotations;
        this.audit = audit;
    }

    /** A rotation, and whether it was begun by this call. */
    public record Begun(Rotation rotation, boolean now) {}

    /** Begins a rotation, or gives the one that runs. */
    @Transactional
    public Begun begin(String actor) {
        rotations.holdBeginning();
        Optional<RotationRow> running = rotations.running();
        if (running.isPresent()) {
            return new Begun(running.get().toRotation(), false);
        }
        long total = counts.byMasterKey().entrySet().stream()
                .filter(count -> !count.getKey().equals(masterKeys.active()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        RotationRow row = new RotationRow(UUID.randomUUID(), masterKeys.active(), total, Instant.now());
        rotations.persistAndFlush(row);
        audit.record("vault.rotation", actor, Map.of("masterKey", masterKeys.active()));
        return new Begun(row.toRotation(), true);
    }

    /** Does one step of the rotation that runs; whether there may be another. */
    @Transactional
    public boolean step() {
        // An instance that still has the old key as its active one leaves the rotation to the others.
        return rotations
                .holdRunning()
                .filter(row -> row.masterKeyId().equals(masterKeys.active()))
                .map(this::step)
                .orElse(false);
    }

    private boolean step(RotationRow row) {
        if (row.reached().startsWith(DISCLOSURE)) {
            return stepOfDisclosures(row);
        }
        WrappedKeyTable<String> table = keys.wrapped();
        List<Kept<String>> others = table.holdOthers(row.masterKeyId(), row.reached(), STEP);
        if (others.isEmpty()) {
            row.advance(DISCLOSURE + FIRST, 0, 0);
            return true;
        }
        long done = rewrapped(table, others);
        row.advance(others.getLast().id(), done, others.size() - done);
        return true;
    }

    private boolean stepOfDisclosures(RotationRow row) {
        UUID after = UUID.fromString(row.reached().substring(DISCLOSURE.length()));
        WrappedKeyTable<UUID> table = disclosures.wrapped();
        List<Kept<UUID>> others = table.holdOthers(row.masterKeyId(), after, STEP);
        if (others.isEmpty()) {
            row.complete(Instant.now());
            return false;
        }
        long done = rewrapped(table, others);
        row.advance(DISCLOSURE + others.getLast().id(), done, others.size() - done);
        return true;
    }

    /** Wraps keys anew; answers how many could be. */
    private <I> long rewrapped(WrappedKeyTable<I> table, List<Kept<I>> others) {
        long done = 0;
        for (Kept<I> kept : others) {
            Optional<WrappedKey> renewed = masterKeys.rewrap(kept.key());
            renewed.ifPresent(key -> table.replace(kept.id(), key));
            done += renewed.isPresent() ? 1 : 0;
        }
        return done;
    }

    /** A rotation, if there is one of that id. */
    @Transactional
    public Optional<Rotation> read(UUID id) {
        return rotations.findByIdOptional(id).map(RotationRow::toRotation);
    }
}
