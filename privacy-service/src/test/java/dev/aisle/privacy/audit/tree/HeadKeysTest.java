package dev.aisle.privacy.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.algorithms.privacy.merkle.HeadKey;
import dev.aisle.algorithms.privacy.merkle.HeadVerifier;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeadKeysTest {
    private static final String OLD = "01".repeat(32);
    private static final String NEW = "02".repeat(32);

    private final Map<String, String> settings = new ConcurrentHashMap<>(Map.of("aisle.audit.signing-key", OLD));
    private final HeadKeys keys = new HeadKeys(
            new SmallRyeConfigBuilder().withSources(new Source(settings)).build());

    private record Source(Map<String, String> settings) implements ConfigSource {
        @Override
        public Set<String> getPropertyNames() {
            return settings.keySet();
        }

        @Override
        public @Nullable String getValue(String name) {
            return settings.get(name);
        }

        @Override
        public String getName() {
            return "of the test";
        }
    }

    private static String publicKey(String seed) {
        return HeadKey.ofSeed(seed).verifier().hex();
    }

    @Test
    void aNewKeySignsWithoutARestartAndTheOldOneIsTrustedOn() {
        assertThat(keys.signing().verifier().hex()).isEqualTo(publicKey(OLD));

        settings.putAll(Map.of("aisle.audit.signing-key", NEW, "aisle.audit.former-public-keys", publicKey(OLD)));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> keys.signing().verifier().hex().equals(publicKey(NEW)));
        assertThat(keys.trusted().stream().map(HeadVerifier::hex)).containsExactly(publicKey(NEW), publicKey(OLD));
    }

    @Test
    void whatIsNoKeyLeavesTheOldOne() {
        settings.put("aisle.audit.signing-key", "no key");

        await().pollDelay(Duration.ofSeconds(6))
                .atMost(Duration.ofSeconds(60))
                .until(() -> keys.signing().verifier().hex().equals(publicKey(OLD)));
    }
}
