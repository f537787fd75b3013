package dev.aisle.ingest.settings.keys;

import dev.aisle.contracts.ingest.v1.IngestSetting;
import dev.aisle.contracts.ingest.v1.WriteKey;
import dev.aisle.ingest.settings.ChangeSettings;
import dev.aisle.ingest.settings.SettingChange;
import dev.aisle.ingest.settings.SettingKeys;
import dev.aisle.ingest.shared.values.Fault;
import dev.aisle.ingest.shared.values.Timestamps;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Makes a key with its first secret. A name is never used twice, because it stands in every event as its source. */
@Singleton
class CreateWriteKey {
    private final ChangeSettings settings;
    private final WriteKeys keys;

    CreateWriteKey(ChangeSettings settings, WriteKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /** The new key with its secret, or why there is none. */
    public KeyOutcome create(String name, KeyKind kind, KeySettings wanted) {
        Optional<Fault> fault = KeySettings.faultOfName(name).or(() -> wanted.faultFor(kind));
        if (fault.isPresent()) {
            return new KeyOutcome.Invalid(fault.get());
        }
        if (keys.isConfigured(name)) {
            return new KeyOutcome.NameTaken(name);
        }
        String secret = Secrets.create();
        Instant now = Instant.now();
        WriteKey key = KeyChanges.create(name, kind, wanted, Secrets.hash(secret), now);
        return settings.<KeyOutcome>change(
                        SettingKeys.writeKey(name),
                        kept -> kept.isPresent()
                                ? new SettingChange.Keep<>(new KeyOutcome.NameTaken(name))
                                : new SettingChange.Put<>(
                                        setting(key, now), new KeyOutcome.SecretMade(new DoorKey(key, false), secret)))
                .orElseGet(KeyOutcome.Unavailable::new);
    }

    static IngestSetting setting(WriteKey key, Instant now) {
        return IngestSetting.newBuilder()
                .setChangedAt(Timestamps.of(now))
                .setWriteKey(key)
                .build();
    }
}
