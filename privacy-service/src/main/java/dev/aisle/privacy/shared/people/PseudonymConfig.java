package dev.aisle.privacy.shared.people;

import dev.aisle.algorithms.privacy.PseudonymKey;
import dev.aisle.algorithms.privacy.PseudonymRing;
import dev.aisle.platform.secrets.Reloaded;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
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

    /** Makes the pseudonyms of the tenant; a key of another form fails the start, and later leaves those of before in use. */
    final class Factory {
        private static final String ID = "aisle.pseudonym.key-id";
        private static final String KEY = "aisle.pseudonym.key";
        private static final String PREVIOUS = "aisle.pseudonym.previous-keys";

        private Factory() {}

        @Produces
        @Singleton
        static PseudonymRing pseudonyms(Config config, @ConfigProperty(name = "aisle.tenant") String tenant) {
            return PseudonymRing.following(Reloaded.of(
                    config,
                    List.of(ID, KEY, PREVIOUS),
                    now -> PseudonymRing.of(
                            PseudonymKey.ofHex(now.getValue(ID, String.class), now.getValue(KEY, String.class)),
                            Reloaded.list(now, PREVIOUS),
                            tenant)));
        }
    }
}
