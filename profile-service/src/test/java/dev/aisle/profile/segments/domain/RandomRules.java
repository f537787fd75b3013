package dev.aisle.profile.segments.domain;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.people.domain.EventQuality;
import dev.aisle.profile.people.domain.PersonContext;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.people.domain.PersonOrder;
import dev.aisle.profile.segments.domain.rule.Comparison;
import dev.aisle.profile.segments.domain.rule.Condition;
import dev.aisle.profile.segments.domain.rule.EventQuery;
import dev.aisle.profile.segments.domain.rule.Literal;
import dev.aisle.profile.segments.domain.rule.Property;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.rule.Rule.End;
import dev.aisle.profile.segments.domain.rule.Rule.Measure;
import dev.aisle.profile.segments.domain.rule.Rule.Step;
import dev.aisle.profile.segments.domain.value.ProfileValue;
import dev.aisle.profile.segments.domain.value.ProfileValue.Course;
import dev.aisle.profile.segments.domain.value.ValueCatalog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules and events out of a small world, in which times meet the ends of windows often. */
final class RandomRules {
    static final Instant START = Instant.parse("2026-03-27T00:00:00Z");
    private static final List<EventType> TYPES =
            List.of(EventType.PRODUCT_VIEW, EventType.CART_ADD, EventType.PURCHASE);

    static final ZoneId SHOP = ZoneId.of("America/New_York");

    /** Values that go their different ways while nothing happens. */
    static final ValueCatalog VALUES = new ValueCatalog(
            List.of(
                    value(
                            "events",
                            ProfileValue.Type.NUMBER,
                            Course.STEADY,
                            (events, now) -> number(events.list().size())),
                    value(
                            "age_hours",
                            ProfileValue.Type.NUMBER,
                            Course.RISING,
                            (events, now) -> number(hoursSince(events, now))),
                    value(
                            "freshness",
                            ProfileValue.Type.NUMBER,
                            Course.FALLING,
                            (events, now) -> number(100 - hoursSince(events, now))),
                    value(
                            "mood",
                            ProfileValue.Type.TEXT,
                            Course.DAILY,
                            (events, now) -> new Literal.Text(mood(events, now))),
                    value("bought", ProfileValue.Type.FLAG, Course.STEADY, RandomRules::bought)),
            SHOP);

    private final Random random;

    RandomRules(long seed) {
        random = new Random(seed);
    }

    Rule rule(int depth) {
        int kind = random.nextInt(depth > 0 ? 11 : 8);
        return switch (kind) {
            case 0, 1 -> new Rule.MeasureTest(pick(Measure.values()), query(true), ordering(), random.nextInt(4));
            case 2 -> new Rule.Did(query(true));
            case 3 -> new Rule.AgeTest(pick(End.values()), query(true), random.nextBoolean(), span());
            case 4, 5 -> new Rule.Sequence(steps(), random.nextBoolean() ? span() : null);
            case 6 -> valueTest();
            case 7 -> new Rule.InSegment(random.nextBoolean() ? "other" : "third");
            case 8 -> new Rule.All(List.of(rule(depth - 1), rule(depth - 1)));
            case 9 -> new Rule.Any(List.of(rule(depth - 1), rule(depth - 1)));
            default -> new Rule.Not(rule(depth - 1));
        };
    }

    /** One that asks for no other segment. */
    Rule restingOnNone() {
        return new Rule.MeasureTest(Measure.COUNT, query(true), Comparison.AT_LEAST, 1 + random.nextInt(2));
    }

    List<PersonEvent> events(int most) {
        List<PersonEvent> events = new ArrayList<>();
        int number = random.nextInt(most + 1);
        for (int i = 0; i < number; i++) {
            events.add(event(i));
        }
        return events;
    }

    private PersonEvent event(int id) {
        EventType type = pick(TYPES.toArray(EventType[]::new));
        PersonOrder order = type == EventType.PURCHASE
                ? new PersonOrder(
                        "o" + id,
                        random.nextInt(4) == 0 ? null : random.nextLong(4),
                        0,
                        "EUR",
                        random.nextBoolean() ? "TEN" : "")
                : null;
        List<PersonItem> items = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            items.add(new PersonItem(
                    "p" + random.nextInt(3),
                    pick("Home", "Home/Kitchen", "Homeware", ""),
                    pick("Acme", "Other", ""),
                    "",
                    random.nextInt(4) == 0 ? null : random.nextLong(3),
                    1));
        }
        return new PersonEvent(
                id,
                START.plus(Duration.ofHours(6L * random.nextInt(40))),
                type,
                Set.of(Purpose.PERSONALIZATION),
                1,
                0,
                pick("", "Home"),
                items,
                order,
                "",
                random.nextBoolean() ? ZoneId.of("Europe/Berlin") : null,
                new PersonContext(pick(DeviceClass.MOBILE, DeviceClass.DESKTOP), pick("DE", ""), "", "", ""),
                random.nextInt(8) == 0
                        ? new EventQuality(true, false, false, List.of(), List.of())
                        : EventQuality.PLAIN);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        int number = 2 + random.nextInt(3);
        for (int i = 0; i < number; i++) {
            boolean absent = i > 0 && !steps.getLast().absent() && random.nextInt(3) == 0;
            boolean within = i > 0 && random.nextBoolean() && !(absent && i < number - 1);
            steps.add(new Step(query(false), absent, within ? span() : null));
        }
        return steps;
    }

    private EventQuery query(boolean windowed) {
        List<EventType> types = random.nextInt(5) == 0 ? List.of() : List.of(pick(TYPES.toArray(EventType[]::new)));
        List<Condition> where = new ArrayList<>();
        for (int i = random.nextInt(3); i > 1; i--) {
            where.add(condition());
        }
        return new EventQuery(types, where, windowed && random.nextInt(4) > 0 ? span() : null);
    }

    private Condition condition() {
        return switch (random.nextInt(7)) {
            case 0 -> text(Property.CATEGORY, Comparison.UNDER, "Home");
            case 1 -> text(Property.CATEGORY, Comparison.EQUAL, "Home/Kitchen");
            case 2 -> text(Property.BRAND, Comparison.NOT_EQUAL, "Acme");
            case 3 -> new Condition(Property.PRICE, ordering(), List.of(number(random.nextInt(3))));
            case 4 -> new Condition(Property.HOUR, ordering(), List.of(number(6L * random.nextInt(4) + 1)));
            case 5 -> text(Property.COUNTRY, Comparison.EQUAL, "DE");
            default ->
                new Condition(
                        Property.DEVICE,
                        Comparison.IN,
                        List.of(new Literal.Text("mobile"), new Literal.Text("tablet")));
        };
    }

    private Rule valueTest() {
        return switch (random.nextInt(5)) {
            case 0 -> new Rule.ValueTest("events", ordering(), number(random.nextInt(4)));
            case 1 ->
                new Rule.ValueTest("age_hours", pick(Comparison.LESS, Comparison.AT_LEAST), number(random.nextInt(90)));
            case 2 ->
                new Rule.ValueTest(
                        "freshness",
                        pick(Comparison.MORE, Comparison.AT_MOST),
                        new Literal.Numeric(new BigDecimal("50.5").add(BigDecimal.valueOf(random.nextInt(40)))));
            case 3 ->
                new Rule.ValueTest("mood", pick(Comparison.EQUAL, Comparison.NOT_EQUAL), new Literal.Text("good"));
            default -> new Rule.ValueTest("bought", Comparison.EQUAL, new Literal.Flag(random.nextBoolean()));
        };
    }

    private Comparison ordering() {
        return pick(
                Comparison.EQUAL,
                Comparison.NOT_EQUAL,
                Comparison.LESS,
                Comparison.AT_MOST,
                Comparison.MORE,
                Comparison.AT_LEAST);
    }

    private Duration span() {
        return switch (random.nextInt(3)) {
            case 0 -> Duration.ofHours(6L * (1 + random.nextInt(8)));
            case 1 -> Duration.ofDays(1 + random.nextInt(5));
            default -> Duration.ofMinutes(90);
        };
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static Condition text(Property property, Comparison comparison, String text) {
        return new Condition(property, comparison, List.of(new Literal.Text(text)));
    }

    private static Literal number(long number) {
        return new Literal.Numeric(BigDecimal.valueOf(number));
    }

    private static ProfileValue value(
            String name, ProfileValue.Type type, Course course, ProfileValue.Reading reading) {
        return new ProfileValue(name, "", type, "", Set.of(Purpose.PERSONALIZATION), course, List.of(), reading);
    }

    private static long hoursSince(PersonEvents events, Instant now) {
        return Duration.between(events.list().getLast().at(), now).toHours();
    }

    private static String mood(PersonEvents events, Instant now) {
        return hoursSince(events, now) / 24 % 3 == 1 ? "good" : "bad";
    }

    private static @Nullable Literal bought(PersonEvents events, Instant now) {
        return events.list().size() < 2
                ? null
                : new Literal.Flag(events.list().stream().anyMatch(event -> event.type() == EventType.PURCHASE));
    }
}
