package dev.aisle.profile.people.values.domain;

import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.values.domain.NamedValue.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of what somebody did, and under which circumstances. */
final class ActivityValues {
    private ActivityValues() {}

    /** How often and how long ago, of each type of event. */
    static List<NamedValue> byType() {
        List<NamedValue> values = new ArrayList<>();
        for (EventType type : EventType.values()) {
            if (type != EventType.UNRECOGNIZED && type != EventType.EVENT_TYPE_UNSPECIFIED) {
                String name = NamedValue.lower(type);
                values.add(NamedValue.counted(
                        "count_" + name, "Events of this type.", "events", profile -> count(profile, type)));
                values.add(new NamedValue(
                        "days_since_" + name,
                        "Time since the last event of this type; unknown when there was none.",
                        NamedValue.Type.NUMBER,
                        "days",
                        NamedValue.COUNTED,
                        Course.INCREASING,
                        List.of(),
                        profile -> daysSince(profile, type)));
            }
        }
        return values;
    }

    static List<NamedValue> activity() {
        return List.of(
                NamedValue.counted(
                        "events", "Events of whatever type.", "events", profile -> (double) profile.events()),
                NamedValue.counted("sessions", "Different sessions.", "sessions", ActivityValues::sessions),
                NamedValue.number(
                        "days_since_seen",
                        "Time since the last event.",
                        "days",
                        NamedValue.COUNTED,
                        Course.INCREASING,
                        profile -> NamedValue.days(profile.lastSeen(), profile.now())),
                NamedValue.number(
                        "days_known",
                        "Time since the first event.",
                        "days",
                        NamedValue.COUNTED,
                        Course.INCREASING,
                        profile -> NamedValue.days(profile.firstSeen(), profile.now())),
                NamedValue.counted(
                        "filled_share",
                        "Values that were missing and filled, an event; at most 1.",
                        "",
                        profile -> profile.quality().filledShare()));
    }

    static List<NamedValue> circumstances() {
        return List.of(
                NamedValue.text(
                        "country",
                        "Country of the last event that says it, ISO 3166-1.",
                        NamedValue.COUNTED,
                        Course.CONSTANT,
                        profile -> last(profile, event -> event.context().country())),
                NamedValue.text(
                        "device",
                        "Kind of device of the last event that says it.",
                        NamedValue.COUNTED,
                        Course.CONSTANT,
                        NamedValue.options(DeviceClass.values()),
                        profile -> last(profile, ActivityValues::device)));
    }

    private static double count(ProfileValues profile, EventType type) {
        return profile.list().stream().filter(event -> event.type() == type).count();
    }

    private static @Nullable Double daysSince(ProfileValues profile, EventType type) {
        return profile.list().reversed().stream()
                .filter(event -> event.type() == type)
                .findFirst()
                .map(event -> NamedValue.days(event.at(), profile.now()))
                .orElse(null);
    }

    private static double sessions(ProfileValues profile) {
        return profile.list().stream()
                .mapToLong(PersonEvent::session)
                .filter(session -> session != 0)
                .distinct()
                .count();
    }

    private static @Nullable String last(ProfileValues profile, Function<PersonEvent, String> reading) {
        return profile.list().reversed().stream()
                .map(reading)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String device(PersonEvent event) {
        DeviceClass device = event.context().device();
        return device == DeviceClass.DEVICE_CLASS_UNSPECIFIED ? "" : NamedValue.lower(device);
    }
}
