package dev.aisle.platform.sealing;

import dev.aisle.algorithms.privacy.envelope.MasterKeys;
import dev.aisle.algorithms.privacy.envelope.SubjectKey;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.platform.secrets.Reloaded;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * The keys that wrap people's keys for the log, the same in all five services. They come from a secret and are in no topic and no database;
 * what they wrap is in both. They may change while the service runs. They open nothing of the vault: that has master keys of its own, which only privacy-service has.
 */
@Startup
@Singleton
@Unremovable
public class SealingKeys {
    private static final String ACTIVE = "aisle.sealing.key";
    private static final String KEYS = "aisle.sealing.keys";

    private final MasterKeys keys;

    @Inject
    SealingKeys(Config config) {
        this.keys = MasterKeys.following(Reloaded.of(
                config,
                List.of(ACTIVE, KEYS),
                now -> read(now.getValue(ACTIVE, String.class), Reloaded.list(now, KEYS))));
    }

    /**
     * Takes keys that stay.
     *
     * @param active the name of the one that wraps
     * @param keys each {@code name:64 hexadecimal digits}; another form fails the start
     */
    public SealingKeys(String active, List<String> keys) {
        this.keys = read(active, keys);
    }

    private static MasterKeys read(String active, List<String> keys) {
        try {
            return MasterKeys.of(active, keys);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("aisle.sealing.keys: " + e.getMessage(), e);
        }
    }

    /** The name of the key that wraps. */
    public String active() {
        return keys.active();
    }

    /** The names of all. */
    public Set<String> ids() {
        return keys.ids();
    }

    /** Wraps a person's key. */
    public WrappedKey wrap(SubjectKey key) {
        return keys.wrap(key);
    }

    /** A person's key; empty when what wrapped it isn't here, or the bytes are not what it wrapped. */
    public Optional<SubjectKey> unwrap(WrappedKey wrapped) {
        return keys.unwrap(wrapped);
    }

    /** The same key under the active one; empty when it can't be unwrapped. */
    public Optional<WrappedKey> rewrap(WrappedKey wrapped) {
        return keys.rewrap(wrapped);
    }
}
