package dev.aisle.ingest.door.usecase;

import jakarta.inject.Singleton;
import java.util.Optional;

/** The public name behind a write key, for what a client asks before it sends events. */
@Singleton
public class FindSource {
    private final WriteKeys writeKeys;

    FindSource(WriteKeys writeKeys) {
        this.writeKeys = writeKeys;
    }

    /** Empty when it is no key of ours. */
    public Optional<String> byKey(String writeKey) {
        return writeKeys.nameOf(writeKey);
    }
}
