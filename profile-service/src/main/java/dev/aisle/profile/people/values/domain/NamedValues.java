package dev.aisle.profile.people.values.domain;

import java.util.List;
import java.util.stream.Stream;

/** Every single value that a profile has. */
public final class NamedValues {
    private static final List<NamedValue> ALL = Stream.of(
                    ActivityValues.byType(),
                    ActivityValues.activity(),
                    PurchaseValues.purchases(),
                    PersonalValues.tastes(),
                    PersonalValues.predictions(),
                    ActivityValues.circumstances(),
                    PersonalValues.rhythm())
            .flatMap(List::stream)
            .toList();

    private NamedValues() {}

    /** All, each name once. */
    public static List<NamedValue> list() {
        return ALL;
    }
}
