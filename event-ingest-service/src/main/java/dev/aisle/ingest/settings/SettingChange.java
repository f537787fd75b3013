package dev.aisle.ingest.settings;

import dev.aisle.contracts.ingest.v1.IngestSetting;

/**
 * What is decided about one setting, with the answer to whoever asked.
 *
 * @param <T> the answer
 */
public sealed interface SettingChange<T> {
    T answer();

    /** The setting is this from now on. */
    record Put<T>(IngestSetting setting, T answer) implements SettingChange<T> {}

    /** The setting is gone. */
    record Remove<T>(T answer) implements SettingChange<T> {}

    /** Nothing changes. */
    record Keep<T>(T answer) implements SettingChange<T> {}
}
