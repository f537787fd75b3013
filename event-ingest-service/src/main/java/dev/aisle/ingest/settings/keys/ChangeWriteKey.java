package dev.aisle.ingest.settings.keys;

import dev.aisle.contracts.ingest.v1.IngestSetting;
import dev.aisle.contracts.ingest.v1.WriteKey;
import dev.aisle.ingest.settings.ChangeSettings;
import dev.aisle.ingest.settings.SettingChange;
import dev.aisle.ingest.settings.SettingKeys;
import dev.aisle.ingest.shared.values.Fault;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes a key that an operator made: its settings, its secrets, its end. */
@Singleton
class ChangeWriteKey {
    private final ChangeSettings settings;
    private final WriteKeys keys;

    ChangeWriteKey(ChangeSettings settings, WriteKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /**
     * Which key is meant, and in which state.
     *
     * @param version that the caller saw; {@code null} when it may be any
     */
    public record Target(String name, @Nullable String version) {}

    /** Sets what is said in the settings and leaves the rest. */
    public KeyOutcome apply(Target target, KeySettings wanted) {
        Optional<Fault> fault = wanted.fault();
        return fault.isPresent()
                ? new KeyOutcome.Invalid(fault.get())
                : change(target, key -> key.hasRevokedAt() ? revoked(key) : changed(key, wanted));
    }

    private static SettingChange<KeyOutcome> changed(WriteKey key, KeySettings wanted) {
        return wanted.faultFor(new DoorKey(key, false).kind())
                .<SettingChange<KeyOutcome>>map(fault -> new SettingChange.Keep<>(new KeyOutcome.Invalid(fault)))
                .orElseGet(() -> put(KeyChanges.change(key, wanted)));
    }

    /** Adds a secret; the others go on until the end of the overlap. */
    public KeyOutcome rotate(Target target, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(KeyChanges.LONGEST_OVERLAP) > 0) {
            return new KeyOutcome.Invalid(
                    new Fault("invalid-field", "overlap", "expected a duration from PT0S to P30D, such as PT24H"));
        }
        String secret = Secrets.create();
        return change(target, key -> {
            if (key.hasRevokedAt()) {
                return revoked(key);
            }
            WriteKey rotated = KeyChanges.rotate(key, overlap, Secrets.hash(secret), Instant.now());
            return rotated == null
                    ? new SettingChange.Keep<>(new KeyOutcome.TooManySecrets(KeyChanges.MOST_SECRETS))
                    : put(rotated, new KeyOutcome.SecretMade(new DoorKey(rotated, false), secret));
        });
    }

    /** Ends a key at once and for ever. One that was ended before stays as it was. */
    public KeyOutcome revoke(Target target) {
        return change(
                target,
                key -> key.hasRevokedAt()
                        ? new SettingChange.Keep<>(new KeyOutcome.Changed(new DoorKey(key, false)))
                        : put(KeyChanges.revoke(key, Instant.now())));
    }

    private KeyOutcome change(Target target, Function<WriteKey, SettingChange<KeyOutcome>> decide) {
        return settings.change(SettingKeys.writeKey(target.name()), kept -> decide(target, kept, decide))
                .orElseGet(KeyOutcome.Unavailable::new);
    }

    private SettingChange<KeyOutcome> decide(
            Target target, Optional<IngestSetting> kept, Function<WriteKey, SettingChange<KeyOutcome>> decide) {
        if (kept.isEmpty()) {
            return new SettingChange.Keep<>(
                    keys.isConfigured(target.name())
                            ? new KeyOutcome.Configured(target.name())
                            : new KeyOutcome.NoSuchKey(target.name()));
        }
        DoorKey key = new DoorKey(kept.get().getWriteKey(), false);
        return target.version() == null || target.version().equals(key.version())
                ? decide.apply(key.key())
                : new SettingChange.Keep<>(new KeyOutcome.Stale(key.version()));
    }

    private static SettingChange<KeyOutcome> revoked(WriteKey key) {
        return new SettingChange.Keep<>(new KeyOutcome.Revoked(key.getName()));
    }

    private static SettingChange<KeyOutcome> put(WriteKey key) {
        return put(key, new KeyOutcome.Changed(new DoorKey(key, false)));
    }

    private static SettingChange<KeyOutcome> put(WriteKey key, KeyOutcome outcome) {
        return new SettingChange.Put<>(CreateWriteKey.setting(key, Instant.now()), outcome);
    }
}
