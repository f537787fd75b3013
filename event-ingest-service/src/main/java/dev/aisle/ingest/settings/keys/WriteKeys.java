package dev.aisle.ingest.settings.keys;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.Keeps;
import dev.aisle.ingest.settings.SettingsView;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which shops write: those that operators made and those of the configuration. Each entry of
 * {@code aisle.write-keys} (of pages) and {@code aisle.server-write-keys} is {@code key} or {@code name:key}; only the name is ever
 * shown.
 */
@Singleton
@Keeps(ofNobody = "traffic by write key")
public class WriteKeys {
    private static final String OF_SERVER =
            " is a server's and may not be used by a page. Give the page a public key, and this one a new secret.";
    private static final String OF_OTHER_PAGE =
            " may not be used on this page. An operator can add the page's origin to allowedOrigins.";

    private final SettingsView settings;
    private final MeterRegistry metrics;
    private final List<DoorKey> configured;
    private final Supplier<KeyIndex> index;
    private final ConcurrentHashMap<String, KeyTraffic> traffic = new ConcurrentHashMap<>();

    WriteKeys(
            SettingsView settings,
            MeterRegistry metrics,
            @ConfigProperty(name = "aisle.write-keys") Optional<List<String>> ofPages,
            @ConfigProperty(name = "aisle.server-write-keys") Optional<List<String>> ofServers) {
        this.settings = settings;
        this.metrics = metrics;
        List<DoorKey> keys = Stream.concat(
                        configured(ofPages.orElse(List.of()), "write-key-", false),
                        configured(ofServers.orElse(List.of()), "server-write-key-", true))
                .toList();
        this.configured = keys;
        this.index = settings.derived(all -> KeyIndex.of(all, keys));
    }

    private static Stream<DoorKey> configured(List<String> entries, String unnamed, boolean server) {
        List<DoorKey> keys = new ArrayList<>();
        for (String entry : entries) {
            int colon = entry.indexOf(':');
            String name = colon < 0 ? unnamed + (keys.size() + 1) : entry.substring(0, colon);
            keys.add(DoorKey.configured(name, entry.substring(colon + 1).strip(), server));
        }
        return keys.stream();
    }

    /**
     * Checks the key of a request and takes its events out of the key's limit.
     *
     * @param origin of the page that a browser sends from; {@code null} when there is none
     * @param events how many there are; 0 takes nothing out of the limit
     */
    public KeyCheck check(String secret, @Nullable String origin, int events) {
        if (!settings.current()) {
            return new KeyCheck.NotYet();
        }
        ByteString hash = Secrets.hash(secret);
        DoorKey key = index.get().of(hash);
        Instant now = Instant.now();
        if (key == null || !key.holds(hash, now)) {
            return new KeyCheck.Unknown("This write key is not known, or was revoked or rotated.");
        }
        if (!key.allows(origin)) {
            return new KeyCheck.OriginRefused(
                    "The write key " + key.name() + (key.server() ? OF_SERVER : OF_OTHER_PAGE));
        }
        return limit(key, events, now);
    }

    /** Checks a key with which nothing is sent: what a client asks before. */
    public KeyCheck look(String secret) {
        return check(secret, null, 0);
    }

    private KeyCheck limit(DoorKey key, int events, Instant now) {
        KeyTraffic of = traffic.computeIfAbsent(key.name(), ignored -> new KeyTraffic());
        of.used(now);
        int wait = of.take(key.key(), events);
        if (wait == 0) {
            return new KeyCheck.Passed(key.name(), key.server());
        }
        limited(key.name()).increment();
        return new KeyCheck.RateLimited(
                "The write key " + key.name() + " may send " + key.key().getEventsPerSecond()
                        + " events a second. Send this again in " + wait + " seconds.",
                wait);
    }

    private Counter limited(String name) {
        return Counter.builder("aisle.door.rate_limited")
                .description("Requests that a write key's limit held back")
                .tag("key", name)
                .register(metrics);
    }

    /** Whether the keys are known as the broker has them. */
    public boolean known() {
        return settings.current();
    }

    /** Every key, those of operators first. */
    public List<DoorKey> all() {
        return index.get().keys();
    }

    /** The key of that name. */
    public Optional<DoorKey> named(String name) {
        return all().stream().filter(key -> key.name().equals(name)).findFirst();
    }

    boolean isConfigured(String name) {
        return configured.stream().anyMatch(key -> key.name().equals(name));
    }

    /** When the key was last used at this instance; {@code null} when it wasn't since the start. */
    public @Nullable Instant lastUsed(String name) {
        KeyTraffic known = traffic.get(name);
        return known == null ? null : known.lastUsed();
    }
}
