package dev.aisle.privacy.shared.usecase;

import dev.aisle.algorithms.privacy.PseudonymKey;
import dev.aisle.algorithms.privacy.Pseudonymizer;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The key of the pseudonyms; the same as event-ingest-service has, or nobody would be found again. */
@ConfigMapping(prefix = "aisle.pseudonym")
public interface PseudonymConfig {
    /** Name of the key, as it stands in every pseudonym: {@code k1}. */
    String keyId();

    /** The secret, at least 64 hexadecimal digits. */
    String key();

    /** Makes the pseudonymizer of the tenant; a key of another form fails the start. */
    final class Factory {
        private Factory() {}

        @Produces
        @Singleton
        static Pseudonymizer pseudonymizer(
                PseudonymConfig config, @ConfigProperty(name = "aisle.tenant") String tenant) {
            return new Pseudonymizer(PseudonymKey.ofHex(config.keyId(), config.key()), tenant);
        }
    }
}
