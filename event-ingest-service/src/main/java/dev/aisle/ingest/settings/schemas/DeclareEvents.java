package dev.aisle.ingest.settings.schemas;

import dev.aisle.contracts.ingest.v1.EventSchema;
import dev.aisle.contracts.ingest.v1.IngestSetting;
import dev.aisle.ingest.settings.ChangeSettings;
import dev.aisle.ingest.settings.SettingChange;
import dev.aisle.ingest.settings.SettingKeys;
import dev.aisle.ingest.shared.events.KnownProperties;
import dev.aisle.ingest.shared.values.Timestamps;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Declares what the events of a shop may carry. */
@Singleton
class DeclareEvents {
    private final ChangeSettings settings;

    DeclareEvents(ChangeSettings settings) {
        this.settings = settings;
    }

    /** What became of it. */
    public enum Outcome {
        DECLARED,
        REPLACED,
        REMOVED,
        NO_SUCH_SCHEMA,
        /** The name is one that every shop sends: its properties are those of the suite. */
        KNOWN_EVENT,
        UNAVAILABLE
    }

    /** The event carries these properties from now on. */
    public Outcome declare(EventSchema schema) {
        if (KnownProperties.isKnownEvent(schema.getName())) {
            return Outcome.KNOWN_EVENT;
        }
        IngestSetting setting = IngestSetting.newBuilder()
                .setChangedAt(Timestamps.of(Instant.now()))
                .setEventSchema(schema)
                .build();
        return settings.change(
                        SettingKeys.eventSchema(schema.getName()),
                        kept -> new SettingChange.Put<>(
                                setting, kept.isPresent() ? Outcome.REPLACED : Outcome.DECLARED))
                .orElse(Outcome.UNAVAILABLE);
    }

    /** The event carries no property from now on. */
    public Outcome remove(String name) {
        return settings.<Outcome>change(
                        SettingKeys.eventSchema(name),
                        kept -> kept.isPresent()
                                ? new SettingChange.Remove<>(Outcome.REMOVED)
                                : new SettingChange.Keep<>(Outcome.NO_SUCH_SCHEMA))
                .orElse(Outcome.UNAVAILABLE);
    }
}
