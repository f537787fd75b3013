package dev.aisle.ingest.settings.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.ingest.v1.WriteKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    private static final ByteString FIRST = Secrets.hash("first");
    private static final ByteString SECOND = Secrets.hash("second");

    @Test
    void secretsAreLongRandomAndMarked() {
        List<String> secrets =
                IntStream.range(0, 1_000).mapToObj(i -> Secrets.create()).toList();

        assertThat(secrets).doesNotHaveDuplicates().allMatch(secret -> secret.matches("wk_[A-Za-z0-9_-]{32}"));
    }

    @Test
    void theOldSecretHoldsUntilTheEndOfTheOverlapAndTheNewOneGoesOn() {
        WriteKey rotated = rotated(key(), Duration.ofHours(1), SECOND);

        DoorKey door = new DoorKey(rotated, false);
        assertThat(door.holds(FIRST, NOW.plusSeconds(3_599))).isTrue();
        assertThat(door.holds(FIRST, NOW.plusSeconds(3_600))).isFalse();
        assertThat(door.holds(SECOND, NOW.plusSeconds(1_000_000))).isTrue();
    }

    @Test
    void withoutAnOverlapTheOldSecretIsGoneAtOnce() {
        WriteKey rotated = rotated(key(), Duration.ZERO, SECOND);

        assertThat(rotated.getSecretsList()).hasSize(1);
        assertThat(new DoorKey(rotated, false).holds(FIRST, NOW)).isFalse();
    }

    @Test
    void aLaterRotationNeverProlongsASecret() {
        WriteKey once = rotated(key(), Duration.ofHours(1), SECOND);
        WriteKey twice = rotated(once, Duration.ofDays(10), Secrets.hash("third"));

        assertThat(new DoorKey(twice, false).holds(FIRST, NOW.plus(Duration.ofHours(2))))
                .isFalse();
        assertThat(new DoorKey(twice, false).holds(SECOND, NOW.plus(Duration.ofHours(2))))
                .isTrue();
    }

    @Test
    void onlySoManyRotationsMayOverlap() {
        WriteKey key = key();
        for (int i = 1; i < KeyChanges.MOST_SECRETS; i++) {
            key = rotated(key, Duration.ofDays(1), Secrets.hash("secret " + i));
        }

        assertThat(KeyChanges.rotate(key, Duration.ofDays(1), SECOND, NOW)).isNull();
        assertThat(KeyChanges.rotate(key, Duration.ZERO, SECOND, NOW)).isNotNull();
    }

    @Test
    void aRevokedKeyHoldsNothing() {
        DoorKey door = new DoorKey(KeyChanges.revoke(key(), NOW), false);

        assertThat(door.holds(FIRST, NOW)).isFalse();
    }

    @Test
    void onlyBrowsersOfAllowedOriginsMayUseIt() {
        KeySettings settings = new KeySettings(List.of("https://Shop.example"), null, null);
        DoorKey door = new DoorKey(KeyChanges.change(key(), settings), false);

        assertThat(door.allows(null)).isTrue();
        assertThat(door.allows("https://shop.example")).isTrue();
        assertThat(door.allows("https://shop.example.evil.test")).isFalse();
        assertThat(door.allows("http://shop.example")).isFalse();
        assertThat(door.allows("null")).isFalse();
    }

    @Test
    void aServersKeyIsOfNoPage() {
        DoorKey door = new DoorKey(
                KeyChanges.create("web", KeyKind.SERVER, new KeySettings(null, null, null), FIRST, NOW), false);

        assertThat(door.allows(null)).isTrue();
        assertThat(door.allows("https://shop.example")).isFalse();
        assertThat(new KeySettings(List.of("https://shop.example"), null, null).faultFor(KeyKind.SERVER))
                .isPresent();
        assertThat(new KeySettings(List.of(), null, null).faultFor(KeyKind.SERVER))
                .isEmpty();
    }

    @Test
    void whatIsNotNamedInAChangeStays() {
        WriteKey limited = KeyChanges.change(key(), new KeySettings(List.of("https://a.example"), 100L, null));
        WriteKey changed = KeyChanges.change(limited, new KeySettings(null, null, 500L));

        assertThat(limited.getBurst()).isEqualTo(200);
        assertThat(changed.getAllowedOriginsList()).containsExactly("https://a.example");
        assertThat(changed.getEventsPerSecond()).isEqualTo(100);
        assertThat(changed.getBurst()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://shop.example", "http://localhost:3000", "HTTPS://SHOP.EXAMPLE", "http://127.0.0.1"})
    void originsAreSchemeHostAndPort(String origin) {
        assertThat(new KeySettings(List.of(origin), null, null).fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "shop.example",
                "https://shop.example/",
                "https://shop.example/path",
                "https://user@shop.example",
                "https://*.shop.example",
                "ftp://shop.example",
                "https://",
                "null",
                "https://shop.example\u0000"
            })
    void whatIsNoOriginIsNamed(String origin) {
        assertThat(new KeySettings(List.of("https://a.example", origin), null, null)
                        .fault()
                        .orElseThrow()
                        .field())
                .isEqualTo("allowedOrigins[1]");
    }

    private static WriteKey key() {
        return KeyChanges.create("web", KeyKind.PUBLIC, new KeySettings(null, null, null), FIRST, NOW.minusSeconds(60));
    }

    private static WriteKey rotated(WriteKey key, Duration overlap, ByteString hash) {
        return Objects.requireNonNull(KeyChanges.rotate(key, overlap, hash, NOW));
    }
}
