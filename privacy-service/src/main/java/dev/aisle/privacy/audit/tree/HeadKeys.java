package dev.aisle.privacy.audit.tree;

import dev.aisle.algorithms.privacy.merkle.HeadKey;
import dev.aisle.algorithms.privacy.merkle.HeadVerifier;
import dev.aisle.platform.secrets.Reloaded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The key that signs heads, and those that signed before; read again when the settings change. One of another form fails the start. */
@ApplicationScoped
public class HeadKeys {
    private static final String SIGNING = "aisle.audit.signing-key";
    private static final String FORMER = "aisle.audit.former-public-keys";

    private final Reloaded<Keys> keys;

    private record Keys(HeadKey signing, List<HeadVerifier> trusted) {}

    HeadKeys(Config config) {
        this.keys = Reloaded.of(config, List.of(SIGNING, FORMER), HeadKeys::read);
    }

    private static Keys read(Config now) {
        HeadKey signing = HeadKey.ofSeed(now.getValue(SIGNING, String.class));
        List<HeadVerifier> trusted = new ArrayList<>(List.of(signing.verifier()));
        Reloaded.list(now, FORMER).forEach(hex -> trusted.add(HeadVerifier.ofHex(hex)));
        return new Keys(signing, List.copyOf(trusted));
    }

    /** Today's. */
    public HeadKey signing() {
        return keys.get().signing();
    }

    /** Those that a head may be signed with; today's first. */
    public List<HeadVerifier> trusted() {
        return keys.get().trusted();
    }
}
