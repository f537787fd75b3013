package dev.aisle.privacy.vault.pseudonyms;

import dev.aisle.algorithms.privacy.PseudonymRing;
import dev.aisle.contracts.Topic;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.privacy.audit.log.Actors;
import dev.aisle.privacy.audit.log.AuditEntry;
import dev.aisle.privacy.audit.log.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports what each pseudonym key still holds, and takes the last traces of one away under which nobody stands. */
@ApplicationScoped
class RetirePseudonymKey {
    private final PseudonymRing ring;
    private final KeyUsageRepository usage;
    private final Outbox outbox;
    private final AuditLog log;
    private final Actors actors;

    RetirePseudonymKey(PseudonymRing ring, KeyUsageRepository usage, Outbox outbox, AuditLog log, Actors actors) {
        this.ring = ring;
        this.usage = usage;
        this.outbox = outbox;
        this.log = log;
        this.actors = actors;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It can leave the configuration now; of a dry run: it could. */
        record Retired(KeyUsage usage) implements Outcome {}

        /** People stand under it and would be lost. */
        record InUse(KeyUsage usage) implements Outcome {}

        /** There is no such key. */
        record NoSuchKey() implements Outcome {}
    }

    /** All keys that are configured or under which something is. */
    @Transactional
    public List<KeyUsage> report() {
        return usage.report(ring.keyIds());
    }

    /** Retires a key; a dry run changes nothing. */
    @Transactional
    public Outcome retire(String keyId, boolean dryRun) {
        Optional<KeyUsage> found =
                report().stream().filter(key -> key.keyId().equals(keyId)).findFirst();
        if (found.isEmpty()) {
            return new Outcome.NoSuchKey();
        }
        if (!found.get().retirable()) {
            return new Outcome.InUse(found.get());
        }
        if (!dryRun) {
            log.append(new AuditEntry("pseudonyms.retired", actors.current(), Map.of("key", keyId)));
            usage.forgetMoved(keyId).forEach(old -> outbox.putTombstone(Topic.CONSENTS, old));
        }
        return new Outcome.Retired(found.get());
    }
}
