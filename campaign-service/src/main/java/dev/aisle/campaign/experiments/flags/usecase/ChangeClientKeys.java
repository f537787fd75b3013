package dev.aisle.campaign.experiments.flags.usecase;

import dev.aisle.campaign.experiments.flags.domain.ClientKey;
import dev.aisle.campaign.experiments.flags.store.ClientKeyRepository;
import dev.aisle.campaign.experiments.store.ExperimentRepository;
import dev.aisle.platform.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Makes and revokes keys of clients. */
@ApplicationScoped
public class ChangeClientKeys {
    private static final int BYTES = 12;
    private static final int MOST = 1_000;

    private final ClientKeyRepository keys;
    private final ExperimentRepository experiments;
    private final AuditTrail auditTrail;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    ChangeClientKeys(
            ClientKeyRepository keys, ExperimentRepository experiments, AuditTrail auditTrail, InstantSource clock) {
        this.keys = keys;
        this.experiments = experiments;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Every key, the newest first. */
    @Transactional
    public List<ClientKey> all() {
        return keys.all();
    }

    /** Makes one; empty when there are as many as there may be. */
    @Transactional
    public Optional<ClientKey> make(String name, String actor) {
        experiments.lockAll();
        if (keys.all().size() >= MOST) {
            auditTrail.nothingChanged();
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        ClientKey key = new ClientKey("sdk-" + HexFormat.of().formatHex(bytes), name, clock.instant(), actor, null);
        keys.add(key);
        auditTrail.about("key", key.key());
        return Optional.of(key);
    }

    /** Revokes one; whether there was one that was good. */
    @Transactional
    public boolean revoke(String key) {
        experiments.lockAll();
        boolean revoked = keys.revoke(key, clock.instant());
        if (!revoked) {
            auditTrail.nothingChanged();
        }
        return revoked;
    }
}
