package dev.aisle.profile.segments.usecase;

import dev.aisle.profile.people.usecase.FittedParameters;
import dev.aisle.profile.people.usecase.ProfileSettings;
import dev.aisle.profile.people.values.domain.NamedValue;
import dev.aisle.profile.people.values.domain.NamedValues;
import dev.aisle.profile.people.values.domain.ProfileValues;
import dev.aisle.profile.segments.domain.rule.Literal;
import dev.aisle.profile.segments.domain.value.ProfileValue;
import dev.aisle.profile.segments.domain.value.ProfileValue.Course;
import dev.aisle.profile.segments.domain.value.ValueCatalog;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The values that rules can ask for: all that a profile has a name for. */
final class SegmentValues {
    private SegmentValues() {}

    @Produces
    @Singleton
    static ValueCatalog values(FittedParameters fitted, ProfileSettings settings) {
        return new ValueCatalog(
                NamedValues.list().stream()
                        .map(value -> value(value, fitted, settings))
                        .toList(),
                settings.timeZone());
    }

    private static ProfileValue value(NamedValue value, FittedParameters fitted, ProfileSettings settings) {
        return new ProfileValue(
                value.name(),
                value.doc(),
                switch (value.type()) {
                    case NUMBER -> ProfileValue.Type.NUMBER;
                    case TEXT -> ProfileValue.Type.TEXT;
                    case FLAG -> ProfileValue.Type.FLAG;
                },
                value.unit(),
                value.purposes(),
                switch (value.course()) {
                    case CONSTANT -> Course.STEADY;
                    case INCREASING -> Course.RISING;
                    case DECREASING -> Course.FALLING;
                    case DAILY -> Course.DAILY;
                },
                value.options(),
                (events, now) ->
                        literal(value.reading().of(new ProfileValues(events, now, fitted.now(), settings.rules()))));
    }

    private static @Nullable Literal literal(@Nullable Object value) {
        return switch (value) {
            case Double number when Double.isFinite(number) -> new Literal.Numeric(BigDecimal.valueOf(number));
            case String text when !text.isEmpty() -> new Literal.Text(text);
            case Boolean flag -> new Literal.Flag(flag);
            case null, default -> null;
        };
    }
}
