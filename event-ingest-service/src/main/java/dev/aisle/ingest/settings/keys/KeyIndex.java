package dev.aisle.ingest.settings.keys;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.ingest.v1.IngestSetting;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every key by the hashes of its secrets, so that a look-up costs one hash whatever the number of keys. How long a look-up
 * takes tells at most something about a SHA-256, which nobody can steer, and nothing about a secret.
 */
final class KeyIndex {
    private final List<DoorKey> keys;
    private final Map<ByteString, DoorKey> byHash = new HashMap<>();

    private KeyIndex(List<DoorKey> keys) {
        this.keys = keys;
        for (DoorKey key : keys) {
            key.key().getSecretsList().forEach(secret -> byHash.putIfAbsent(secret.getHash(), key));
        }
    }

    /** The keys of the topic before those of the configuration: what an operator said of a secret counts. */
    static KeyIndex of(Collection<IngestSetting> settings, List<DoorKey> configured) {
        Stream<DoorKey> kept = settings.stream()
                .filter(IngestSetting::hasWriteKey)
                .map(setting -> new DoorKey(setting.getWriteKey(), false));
        return new KeyIndex(Stream.concat(kept, configured.stream()).toList());
    }

    @Nullable
    DoorKey of(ByteString hash) {
        return byHash.get(hash);
    }

    List<DoorKey> keys() {
        return keys;
    }
}
