package dev.aisle.ingest.settings;

import dev.aisle.contracts.ingest.v1.IngestSetting;

/** The keys of the settings topic. */
public final class SettingKeys {
    public static final String EXCHANGE_RATES = "exchange-rates";

    private SettingKeys() {}

    public static String writeKey(String name) {
        return "write-key/" + name;
    }

    public static String eventSchema(String eventName) {
        return "event-schema/" + eventName;
    }

    /** The key under which a setting stands; empty when it is none. */
    public static String of(IngestSetting setting) {
        return switch (setting.getSettingCase()) {
            case WRITE_KEY -> writeKey(setting.getWriteKey().getName());
            case EVENT_SCHEMA -> eventSchema(setting.getEventSchema().getName());
            case EXCHANGE_RATES -> EXCHANGE_RATES;
            case SETTING_NOT_SET -> "";
        };
    }
}
