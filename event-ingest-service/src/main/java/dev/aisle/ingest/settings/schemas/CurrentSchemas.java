package dev.aisle.ingest.settings.schemas;

import dev.aisle.contracts.ingest.v1.IngestSetting;
import dev.aisle.ingest.settings.SettingsView;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.function.Supplier;

/** The schemas in force on this instance. */
@Singleton
public class CurrentSchemas {
    private final Supplier<EventSchemas> schemas;

    CurrentSchemas(SettingsView settings) {
        this.schemas = settings.derived(CurrentSchemas::schemas);
    }

    public EventSchemas get() {
        return schemas.get();
    }

    private static EventSchemas schemas(Collection<IngestSetting> settings) {
        return EventSchemas.of(settings.stream()
                .filter(IngestSetting::hasEventSchema)
                .map(IngestSetting::getEventSchema)
                .toList());
    }
}
