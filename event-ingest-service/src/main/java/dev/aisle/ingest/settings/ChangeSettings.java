package dev.aisle.ingest.settings;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.ingest.v1.IngestSetting;
import dev.aisle.ingest.shared.broker.ExclusiveWriter;
import dev.aisle.ingest.shared.broker.ExclusiveWriter.Turn;
import dev.aisle.platform.kafka.CloudEventHeaders;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Changes a setting. Among all instances one decides at a time, on what the topic holds and not on what it remembers; when
 * the call returns, the broker has the change and this instance follows it. The others follow within the second.
 */
@Singleton
public class ChangeSettings {
    private static final String SERVICE = "event-ingest-service";
    private static final String TASK = "settings";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ExclusiveWriter writer;
    private final SettingsView settings;

    public ChangeSettings(ExclusiveWriter writer, SettingsView settings) {
        this.writer = writer;
        this.settings = settings;
    }

    /**
     * Decides about the setting of a key and writes what was decided.
     *
     * @param decide sees the setting as it is; may be called again when another instance came in between
     * @return the answer of the decision; empty when the broker did not take it, or is not known to have taken it
     */
    public <T> Optional<T> change(String key, Function<Optional<IngestSetting>, SettingChange<T>> decide) {
        return writer.inTurn(TASK, turn -> {
            if (!settings.upToDate(PATIENCE)) {
                return Optional.empty();
            }
            SettingChange<T> decided = decide.apply(settings.of(key));
            return write(key, decided, turn) ? Optional.of(decided.answer()) : Optional.empty();
        });
    }

    private boolean write(String key, SettingChange<?> decided, Turn turn) {
        switch (decided) {
            case SettingChange.Put<?> put -> turn.commit(List.of(record(key, put.setting())), Map.of("setting", key));
            case SettingChange.Remove<?> ignored -> turn.commit(List.of(record(key, null)), Map.of("setting", key));
            case SettingChange.Keep<?> ignored -> {
                return true;
            }
        }
        return settings.upToDate(PATIENCE);
    }

    private static ProducerRecord<String, byte[]> record(String key, @Nullable IngestSetting setting) {
        return new ProducerRecord<>(
                Topic.INGEST_SETTINGS.topicName(),
                null,
                key,
                setting == null ? null : setting.toByteArray(),
                CloudEventHeaders.of(
                        UUID.randomUUID().toString(),
                        IngestSetting.getDescriptor().getFullName(),
                        SERVICE));
    }
}
