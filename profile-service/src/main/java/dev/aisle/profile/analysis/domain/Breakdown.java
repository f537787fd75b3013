package dev.aisle.profile.analysis.domain;

import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.profile.people.domain.PersonEvent;
import java.util.Locale;

/** By what a chart is split. */
public enum Breakdown {
    NONE,
    DEVICE,
    COUNTRY,
    CATEGORY;

    /** Where nothing is known. */
    public static final String UNKNOWN = "(unknown)";

    /** Where an event belongs; of products, the first one decides. */
    public String of(PersonEvent event) {
        return switch (this) {
            case NONE -> "";
            case DEVICE -> deviceOf(event.context().device());
            case COUNTRY -> known(event.context().country());
            case CATEGORY ->
                known(
                        event.items().isEmpty()
                                ? event.list()
                                : event.items().getFirst().category());
        };
    }

    private static String deviceOf(DeviceClass device) {
        return device == DeviceClass.DEVICE_CLASS_UNSPECIFIED || device == DeviceClass.UNRECOGNIZED
                ? UNKNOWN
                : device.name().toLowerCase(Locale.ROOT);
    }

    private static String known(String value) {
        return value.isEmpty() ? UNKNOWN : value;
    }
}
