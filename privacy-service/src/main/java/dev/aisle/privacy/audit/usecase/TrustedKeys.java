package dev.aisle.privacy.audit.usecase;

import dev.aisle.algorithms.privacy.merkle.HeadKey;
import dev.aisle.algorithms.privacy.merkle.HeadVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The keys with which heads were signed: today's, and former ones from the configuration. */
@ApplicationScoped
public class TrustedKeys {
    private final HeadKey key;
    private final AuditConfig config;

    TrustedKeys(HeadKey key, AuditConfig config) {
        this.key = key;
        this.config = config;
    }

    /** Today's first. */
    List<HeadVerifier> all() {
        List<HeadVerifier> keys = new ArrayList<>(List.of(key.verifier()));
        config.formerPublicKeys().orElse(List.of()).forEach(hex -> keys.add(HeadVerifier.ofHex(hex)));
        return keys;
    }
}
