package dev.aisle.privacy.vault.masterkeys;

import dev.aisle.algorithms.privacy.envelope.MasterKeys;
import dev.aisle.platform.secrets.Reloaded;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The master keys; from the environment or a mounted file, never from a database. */
@ConfigMapping(prefix = "aisle.vault")
public interface VaultConfig {
    /** The name of the key that wraps. */
    String masterKey();

    /** All of them, each {@code name:64 hexadecimal digits}; one that wraps nothing any more can be left out. */
    List<String> masterKeys();

    /** Reads the keys; a key of another form fails the start, and later leaves those of before in use. */
    final class Factory {
        private static final String ACTIVE = "aisle.vault.master-key";
        private static final String KEYS = "aisle.vault.master-keys";

        private Factory() {}

        @Produces
        @Singleton
        static MasterKeys masterKeys(Config config) {
            return MasterKeys.following(Reloaded.of(
                    config,
                    List.of(ACTIVE, KEYS),
                    now -> MasterKeys.of(now.getValue(ACTIVE, String.class), Reloaded.list(now, KEYS))));
        }
    }
}
