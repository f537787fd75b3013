package dev.aisle.profile.segments.domain;

import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.segments.domain.rule.Comparison;
import dev.aisle.profile.segments.domain.rule.Condition;
import dev.aisle.profile.segments.domain.rule.EventQuery;
import dev.aisle.profile.segments.domain.rule.Literal;
import dev.aisle.profile.segments.domain.rule.Property;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.rule.Rule.End;
import dev.aisle.profile.segments.domain.rule.Rule.Step;
import dev.aisle.profile.segments.domain.value.ProfileValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rule says, word by word, by looking at all events at one moment: every chain of a sequence is tried. Slow and simple. */
final class NaiveMembership {
    private final Map<String, Rule> segments;
    private final List<PersonEvent> past;
    private final Instant now;

    NaiveMembership(Map<String, Rule> segments, List<PersonEvent> known, Instant now) {
        this.segments = segments;
        this.now = now;
        Set<Long> seen = new HashSet<>();
        past = known.stream()
                .filter(event -> !event.quality().bot() && !event.at().isAfter(now) && seen.add(event.id()))
                .sorted()
                .toList();
    }

    boolean holds(Rule rule) {
        return switch (rule) {
            case Rule.All all -> all.rules().stream().allMatch(this::holds);
            case Rule.Any any -> any.rules().stream().anyMatch(this::holds);
            case Rule.Not not -> !holds(not.rule());
            case Rule.ValueTest test -> value(test);
            case Rule.Did did -> found(did.events()).findAny().isPresent();
            case Rule.InSegment in -> segments.containsKey(in.segment()) && holds(segments.get(in.segment()));
            case Rule.MeasureTest test ->
                compares(test.comparison(), BigDecimal.valueOf(measure(test)), BigDecimal.valueOf(test.operand()));
            case Rule.AgeTest age -> age(age);
            case Rule.Sequence sequence -> chain(sequence, 0, null);
        };
    }

    private long measure(Rule.MeasureTest test) {
        return switch (test.measure()) {
            case COUNT -> found(test.events()).count();
            case PRODUCTS ->
                found(test.events())
                        .flatMap(event -> items(event, test.events()))
                        .map(PersonItem::product)
                        .distinct()
                        .count();
            case REVENUE ->
                found(test.events())
                        .mapToLong(event -> revenue(event, test.events()))
                        .sum();
        };
    }

    private static long revenue(PersonEvent event, EventQuery query) {
        boolean ofItems = query.where().stream().anyMatch(one -> one.property().ofItem());
        if (!ofItems && event.order() != null && event.order().revenue() != null) {
            return event.order().revenue();
        }
        long sum = 0;
        for (PersonItem item : items(event, query).toList()) {
            sum += item.price() == null ? 0 : item.price();
        }
        return sum;
    }

    private boolean age(Rule.AgeTest test) {
        List<PersonEvent> found = found(test.events()).toList();
        if (found.isEmpty()) {
            return false;
        }
        PersonEvent end = test.end() == End.FIRST ? found.getFirst() : found.getLast();
        boolean younger = Duration.between(end.at(), now).compareTo(test.age()) < 0;
        return younger == test.younger();
    }

    private boolean chain(Rule.Sequence sequence, int index, @Nullable PersonEvent before) {
        if (index == sequence.steps().size()) {
            return true;
        }
        Step step = sequence.steps().get(index);
        boolean isLast = index == sequence.steps().size() - 1;
        if (step.absent() && isLast) {
            return neverAfter(step, before);
        }
        int position = step.absent() ? index + 1 : index;
        Step positive = sequence.steps().get(position);
        return past.stream()
                .filter(event -> within(event, sequence.window()))
                .filter(event -> matches(event, positive.events()))
                .filter(event -> before == null || follows(before, event, positive.within()))
                .filter(event -> !step.absent() || noneBetween(step, before, event))
                .anyMatch(event -> chain(sequence, position + 1, event));
    }

    private boolean neverAfter(Step step, @Nullable PersonEvent before) {
        boolean over =
                step.within() == null || Duration.between(before.at(), now).compareTo(step.within()) >= 0;
        return over
                && past.stream()
                        .noneMatch(event -> follows(before, event, step.within()) && matches(event, step.events()));
    }

    private boolean noneBetween(Step step, PersonEvent from, PersonEvent to) {
        return past.stream()
                .noneMatch(
                        event -> from.compareTo(event) < 0 && event.compareTo(to) < 0 && matches(event, step.events()));
    }

    private static boolean follows(PersonEvent before, PersonEvent event, @Nullable Duration within) {
        return before.compareTo(event) < 0
                && (within == null || Duration.between(before.at(), event.at()).compareTo(within) < 0);
    }

    private Stream<PersonEvent> found(EventQuery query) {
        return past.stream().filter(event -> within(event, query.window()) && matches(event, query));
    }

    private boolean within(PersonEvent event, Duration window) {
        return Duration.between(event.at(), now).compareTo(window) < 0;
    }

    private static boolean matches(PersonEvent event, EventQuery query) {
        if (!query.types().isEmpty() && !query.types().contains(event.type())) {
            return false;
        }
        for (Condition condition : query.where()) {
            if (!condition.property().ofItem() && !holds(condition, ofEvent(event, condition.property()))) {
                return false;
            }
        }
        return query.where().stream().noneMatch(one -> one.property().ofItem())
                || items(event, query).findAny().isPresent();
    }

    private static Stream<PersonItem> items(PersonEvent event, EventQuery query) {
        return event.items().stream()
                .filter(item -> query.where().stream()
                        .filter(condition -> condition.property().ofItem())
                        .allMatch(condition -> holds(condition, ofItem(item, condition.property()))));
    }

    private static @Nullable Object ofItem(PersonItem item, Property property) {
        return switch (property) {
            case CATEGORY -> item.category();
            case BRAND -> item.brand();
            case PRICE -> item.price() == null ? null : BigDecimal.valueOf(item.price());
            default -> throw new IllegalStateException(property.name());
        };
    }

    private static Object ofEvent(PersonEvent event, Property property) {
        return switch (property) {
            case COUNTRY -> event.context().country();
            case DEVICE ->
                event.context().device() == DeviceClass.MOBILE
                        ? "mobile"
                        : event.context().device().name().toLowerCase(Locale.ROOT);
            case HOUR ->
                BigDecimal.valueOf(event.at()
                        .atZone(event.zone() == null ? RandomRules.SHOP : event.zone())
                        .getHour());
            default -> throw new IllegalStateException(property.name());
        };
    }

    private static boolean holds(Condition condition, @Nullable Object actual) {
        if (actual == null || actual.equals("")) {
            return false;
        }
        if (actual instanceof BigDecimal number) {
            return compares(
                    condition.comparison(),
                    number,
                    ((Literal.Numeric) condition.operands().getFirst()).number());
        }
        List<String> texts = new ArrayList<>();
        condition.operands().forEach(one -> texts.add(((Literal.Text) one).text()));
        return switch (condition.comparison()) {
            case NOT_EQUAL -> !texts.contains(actual);
            case UNDER -> (actual + "/").startsWith(texts.getFirst() + "/");
            default -> texts.contains(actual);
        };
    }

    private boolean value(Rule.ValueTest test) {
        if (past.isEmpty()) {
            return false;
        }
        ProfileValue value = RandomRules.VALUES.find(test.value()).orElseThrow();
        Instant at = now;
        if (value.course() != ProfileValue.Course.STEADY) {
            long step = (value.course() == ProfileValue.Course.DAILY ? 24 : 1) * 3_600_000L;
            long last = past.getLast().at().toEpochMilli();
            at = Instant.ofEpochMilli(now.toEpochMilli() - Math.floorMod(now.toEpochMilli() - last, step));
        }
        Literal actual = value.reading().at(PersonEvents.of(past), at);
        return switch (actual) {
            case null -> false;
            case Literal.Numeric number ->
                compares(test.comparison(), number.number(), ((Literal.Numeric) test.operand()).number());
            default -> actual.equals(test.operand()) == (test.comparison() == Comparison.EQUAL);
        };
    }

    private static boolean compares(Comparison comparison, BigDecimal a, BigDecimal b) {
        return switch (comparison) {
            case EQUAL -> a.compareTo(b) == 0;
            case NOT_EQUAL -> a.compareTo(b) != 0;
            case LESS -> a.compareTo(b) < 0;
            case AT_MOST -> a.compareTo(b) <= 0;
            case MORE -> a.compareTo(b) > 0;
            case AT_LEAST -> a.compareTo(b) >= 0;
            default -> throw new IllegalStateException(comparison.name());
        };
    }
}
