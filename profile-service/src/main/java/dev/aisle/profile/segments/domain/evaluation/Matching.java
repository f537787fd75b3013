package dev.aisle.profile.segments.domain.evaluation;

import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.segments.domain.rule.Condition;
import dev.aisle.profile.segments.domain.rule.EventQuery;
import dev.aisle.profile.segments.domain.rule.Literal;
import dev.aisle.profile.segments.domain.rule.Property;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event is one that a query asks for. Time is not looked at.
 *
 * @param shopZone whose clock is taken where the person's own isn't known
 */
record Matching(ZoneId shopZone) {

    boolean matches(PersonEvent event, EventQuery query) {
        return (query.types().isEmpty() || query.types().contains(event.type()))
                && (query.where().isEmpty() || fulfils(event, query));
    }

    private boolean fulfils(PersonEvent event, EventQuery query) {
        for (Condition condition : query.where()) {
            if (!condition.property().ofItem() && !holds(condition, ofEvent(event, condition.property()))) {
                return false;
            }
        }
        return !asksForItems(query) || event.items().stream().anyMatch(item -> itemMatches(item, query));
    }

    /** Whether any condition is on items. */
    static boolean asksForItems(EventQuery query) {
        for (Condition condition : query.where()) {
            if (condition.property().ofItem()) {
                return true;
            }
        }
        return false;
    }

    /** The items that fulfil the conditions on items: all when there are none. */
    static List<PersonItem> items(PersonEvent event, EventQuery query) {
        return event.items().stream().filter(item -> itemMatches(item, query)).toList();
    }

    private static boolean itemMatches(PersonItem item, EventQuery query) {
        for (Condition condition : query.where()) {
            if (condition.property().ofItem() && !holds(condition, ofItem(item, condition.property()))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object ofItem(PersonItem item, Property property) {
        return switch (property) {
            case CATEGORY -> item.category();
            case BRAND -> item.brand();
            case PRODUCT -> item.product();
            case VARIANT -> item.variant();
            case PRICE -> item.price();
            default -> throw new IllegalArgumentException(property + " is not of an item");
        };
    }

    private @Nullable Object ofEvent(PersonEvent event, Property property) {
        return switch (property) {
            case LIST -> event.list();
            case DEVICE ->
                event.context().device() == DeviceClass.DEVICE_CLASS_UNSPECIFIED
                        ? ""
                        : event.context().device().name().toLowerCase(Locale.ROOT);
            case COUNTRY -> event.context().country();
            case HOUR -> (long) event.at().atZone(zoneOf(event)).getHour();
            case NAME -> event.name();
            case CAMPAIGN -> event.context().campaign();
            case PAGE -> event.context().page();
            case COUPON -> event.order() == null ? "" : event.order().coupon();
            default -> throw new IllegalArgumentException(property + " is not of an event");
        };
    }

    private ZoneId zoneOf(PersonEvent event) {
        ZoneId zone = event.zone();
        return zone == null ? shopZone : zone;
    }

    private static boolean holds(Condition condition, @Nullable Object actual) {
        return switch (actual) {
            case Long number -> numberHolds(condition, number);
            case String text when !text.isEmpty() -> textHolds(condition, text);
            case null, default -> false;
        };
    }

    private static boolean numberHolds(Condition condition, long actual) {
        return condition.operands().getFirst() instanceof Literal.Numeric number
                && condition.comparison().accepts(BigDecimal.valueOf(actual).compareTo(number.number()));
    }

    private static boolean textHolds(Condition condition, String actual) {
        return switch (condition.comparison()) {
            case NOT_EQUAL -> !is(actual, condition.operands().getFirst());
            case UNDER -> isUnder(actual, condition.operands().getFirst());
            default -> condition.operands().stream().anyMatch(operand -> is(actual, operand));
        };
    }

    private static boolean is(String actual, Literal operand) {
        return operand instanceof Literal.Text text && text.text().equals(actual);
    }

    private static boolean isUnder(String actual, Literal operand) {
        return operand instanceof Literal.Text text
                && actual.startsWith(text.text())
                && (actual.length() == text.text().length()
                        || text.text().endsWith("/")
                        || actual.charAt(text.text().length()) == '/');
    }
}
