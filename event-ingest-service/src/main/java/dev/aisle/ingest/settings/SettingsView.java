package dev.aisle.ingest.settings;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.Keeps;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.ingest.v1.IngestSetting;
import dev.aisle.contracts.ingest.v1.KeySecret;
import dev.aisle.platform.kafka.CompactedView;
import dev.aisle.platform.kafka.DeadLetters;
import dev.aisle.platform.kafka.RecordReader;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Every setting that operators made, by its key in the topic. */
@Singleton
@Unremovable
@Keeps(ofNobody = "settings of the door")
public class SettingsView extends CompactedView<IngestSetting> {
    private static final int HASH_BYTES = 32;

    private final DeadLetters deadLetters;

    SettingsView(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "aisle.views.tolerated-silence", defaultValue = "10s") Duration tolerated,
            DeadLetters deadLetters) {
        super(Topic.INGEST_SETTINGS, bootstrapServers, tolerated);
        this.deadLetters = deadLetters;
    }

    /** The setting of that key, as far as this instance knows. */
    public Optional<IngestSetting> of(String key) {
        return Optional.ofNullable(get(key));
    }

    /** Something made of all settings; made anew when it is asked for after a change. */
    public <T> Supplier<T> derived(Function<Collection<IngestSetting>, T> make) {
        return new Derived<>(make);
    }

    private final class Derived<T> implements Supplier<T> {
        private record Made<T>(long changes, T value) {}

        private final Function<Collection<IngestSetting>, T> make;
        private volatile @Nullable Made<T> made;

        Derived(Function<Collection<IngestSetting>, T> make) {
            this.make = make;
        }

        @Override
        public T get() {
            // Read before the settings are: a change in between makes this outdated at once, never current for ever.
            long now = changes();
            Made<T> last = made;
            if (last == null || last.changes() != now) {
                last = new Made<>(now, make.apply(all()));
                made = last;
            }
            return last.value();
        }
    }

    @Override
    protected IngestSetting read(ConsumerRecord<String, byte[]> record) {
        return RecordReader.parse(record, IngestSetting.parser(), setting -> violation(record.key(), setting));
    }

    /**
     * Fails closed: the record may have revoked a key or taken a purpose away. Only exchange rates stay as they were: they
     * open nothing.
     */
    @Override
    protected @Nullable IngestSetting unreadable(ConsumerRecord<String, byte[]> record, String reason) {
        deadLetters.put(record, reason);
        return record.key().equals(SettingKeys.EXCHANGE_RATES) ? get(record.key()) : null;
    }

    private static @Nullable String violation(String key, IngestSetting setting) {
        if (!key.equals(SettingKeys.of(setting))) {
            return "the key isn't that of the setting";
        }
        boolean hashed = setting.getWriteKey().getSecretsList().stream()
                .map(KeySecret::getHash)
                .mapToInt(ByteString::size)
                .allMatch(size -> size == HASH_BYTES);
        return hashed ? null : "a secret isn't a SHA-256";
    }
}
