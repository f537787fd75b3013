package dev.aisle.privacy.vault.usecase;

import dev.aisle.algorithms.privacy.envelope.MasterKeys;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The master keys; from the environment or a mounted file, never from a database. */
@ConfigMapping(prefix = "aisle.vault")
public interface VaultConfig {
    /** The name of the key that wraps. */
    String masterKey();

    /** All of them, each {@code name:64 hexadecimal digits}; one that wraps nothing any more can be left out. */
    List<String> masterKeys();

    /** Reads the keys; a key of another form fails the start. */
    final class Factory {
        private Factory() {}

        @Produces
        @Singleton
        static MasterKeys masterKeys(VaultConfig config) {
            return MasterKeys.of(config.masterKey(), config.masterKeys());
        }
    }
}
