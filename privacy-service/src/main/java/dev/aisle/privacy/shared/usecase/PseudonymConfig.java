package dev.aisle.privacy.shared.usecase;

import dev.aisle.algorithms.privacy.PseudonymKey;
import dev.aisle.algorithms.privacy.PseudonymRing;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys of the pseudonyms; the same as event-ingest-service has, or nobody would be found again. */
@ConfigMapping(prefix = "aisle.pseudonym")
public interface PseudonymConfig {
    /** Name of the active key, as it stands in every pseudonym: {@code k1}. */
    String keyId();

    /** The secret, at least 64 hexadecimal digits. */
    String key();

    /** The keys before it, the newest first, each {@code id:hexadecimal digits}; kept until nobody stands under them. */
    Optional<List<String>> previousKeys();

    /** Makes the pseudonyms of the tenant; a key of another form fails the start. */
    final class Factory {
        private Factory() {}

        @Produces
        @Singleton
        static PseudonymRing pseudonyms(PseudonymConfig config, @ConfigProperty(name = "aisle.tenant") String tenant) {
            return PseudonymRing.of(
                    PseudonymKey.ofHex(config.keyId(), config.key()),
                    config.previousKeys().orElse(List.of()),
                    tenant);
        }
    }
}
