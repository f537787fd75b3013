package dev.aisle.profile.segments.domain.language;

import dev.aisle.profile.segments.domain.rule.Comparison;
import dev.aisle.profile.segments.domain.rule.Property;
import dev.aisle.profile.segments.domain.value.ProfileValue;
import dev.aisle.profile.segments.domain.value.ValueCatalog;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What rules can speak of. */
public record RuleWords(List<Value> values, List<String> events, List<PropertyWord> properties) {
    /**
     * A value of the profile.
     *
     * @param type {@code number}, {@code text} or {@code flag}
     * @param unit empty when it has none
     * @param options empty: any
     */
    public record Value(String name, String description, String type, String unit, List<String> options) {
        static Value of(ProfileValue value) {
            return new Value(
                    value.name(),
                    value.doc(),
                    value.type().name().toLowerCase(Locale.ROOT),
                    value.unit(),
                    value.options());
        }
    }

    /**
     * A property of an event.
     *
     * @param of {@code item} or {@code event}
     */
    public record PropertyWord(String name, String of, List<String> comparisons, List<String> options) {
        static PropertyWord of(Property property) {
            return new PropertyWord(
                    property.word(),
                    property.ofItem() ? "item" : "event",
                    property.comparisons().stream().map(Comparison::symbol).toList(),
                    property.options());
        }
    }

    /** All of this shop. */
    public static RuleWords of(ValueCatalog values) {
        return new RuleWords(
                values.all().stream().map(Value::of).toList(),
                List.copyOf(EventTypes.words()),
                Arrays.stream(Property.values()).map(PropertyWord::of).toList());
    }
}
