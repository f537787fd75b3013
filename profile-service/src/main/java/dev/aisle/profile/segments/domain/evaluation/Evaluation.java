package dev.aisle.profile.segments.domain.evaluation;

import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.segments.domain.rule.EventQuery;
import dev.aisle.profile.segments.domain.rule.Literal;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.rule.Rule.AgeTest;
import dev.aisle.profile.segments.domain.rule.Rule.All;
import dev.aisle.profile.segments.domain.rule.Rule.Any;
import dev.aisle.profile.segments.domain.rule.Rule.Did;
import dev.aisle.profile.segments.domain.rule.Rule.End;
import dev.aisle.profile.segments.domain.rule.Rule.InSegment;
import dev.aisle.profile.segments.domain.rule.Rule.Measure;
import dev.aisle.profile.segments.domain.rule.Rule.MeasureTest;
import dev.aisle.profile.segments.domain.rule.Rule.Not;
import dev.aisle.profile.segments.domain.rule.Rule.Sequence;
import dev.aisle.profile.segments.domain.rule.Rule.ValueTest;
import dev.aisle.profile.segments.domain.value.ValueCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One person at one moment. Nothing in it changes: the same events, memberships and moment give the same answer. */
public final class Evaluation {
    private final ValueCatalog values;
    private final TimeLine line;
    private final Map<String, Outcome> segments;
    private final Instant now;
    private final ValueReadings readings;
    private final Matching matching;

    /**
     * A person.
     *
     * @param events those that may be used; what robots did is passed over
     * @param segments what came out for the segments that rules ask for
     * @param now to the millisecond, as events are
     */
    public Evaluation(ValueCatalog values, PersonEvents events, Map<String, Outcome> segments, Instant now) {
        this.values = values;
        PersonEvents human = events.where(event -> !event.quality().bot());
        this.line = new TimeLine(human.list());
        this.segments = segments;
        this.now = now;
        this.readings = new ValueReadings(human, now);
        this.matching = new Matching(values.shopZone());
    }

    /** Whether a rule holds, and until when at least. */
    public Outcome of(Rule rule) {
        return switch (rule) {
            case All all -> combined(all.rules(), false);
            case Any any -> combined(any.rules(), true);
            case Not not -> {
                Outcome inner = of(not.rule());
                yield new Outcome(!inner.holds(), inner.nextChange());
            }
            case ValueTest test ->
                values.find(test.value()).map(value -> readings.of(test, value)).orElse(Outcome.NO);
            case MeasureTest test ->
                windowed(
                        test.events(),
                        (found, at) -> test.comparison()
                                .accepts(Long.compare(measured(test.measure(), test.events(), found), test.operand())));
            case Did did -> windowed(did.events(), (found, at) -> !found.isEmpty());
            case AgeTest age -> age(age);
            case InSegment in -> segments.getOrDefault(in.segment(), Outcome.NO);
            case Sequence sequence -> sequence(sequence);
        };
    }

    /** Which parts of a rule hold, and what was seen there. */
    public Explanation explain(Rule rule) {
        List<Rule> parts = switch (rule) {
            case All all -> all.rules();
            case Any any -> any.rules();
            case Not not -> List.of(not.rule());
            default -> List.of();
        };
        return new Explanation(
                rule,
                of(rule).holds(),
                observed(rule),
                parts.stream().map(this::explain).toList());
    }

    /** One decides alone while it says that; only when the last one that says so changes, the whole can. */
    private Outcome combined(List<Rule> rules, boolean decisive) {
        List<Outcome> outcomes = rules.stream().map(this::of).toList();
        Optional<Instant> lastDecisive = outcomes.stream()
                .filter(outcome -> outcome.holds() == decisive)
                .map(Outcome::nextChange)
                .max(Comparator.naturalOrder());
        return lastDecisive
                .map(until -> new Outcome(decisive, until))
                .orElseGet(() -> new Outcome(
                        !decisive,
                        outcomes.stream()
                                .map(Outcome::nextChange)
                                .min(Comparator.naturalOrder())
                                .orElse(Instant.MAX)));
    }

    /** A test on the events that are in the window at a moment. */
    private interface AtMoment {
        boolean holds(List<PersonEvent> found, Instant at);
    }

    private Outcome windowed(EventQuery query, AtMoment test) {
        TimeLine found = matching(query);
        Flips flips = new Flips(now);
        found.passing(query.window(), flips);
        return flips.outcome(at -> test.holds(found.within(query.window(), at), at));
    }

    private Outcome age(AgeTest test) {
        TimeLine found = matching(test.events());
        Duration window = test.events().window();
        Flips flips = new Flips(now);
        found.passing(window, flips);
        found.leaving(test.age(), flips);
        return flips.outcome(at -> {
            PersonEvent end = end(test.end(), found.within(window, at));
            return end != null && end.at().plus(test.age()).isAfter(at) == test.younger();
        });
    }

    private Outcome sequence(Sequence sequence) {
        TimeLine found = line.after(
                now.minus(sequence.window()),
                event -> sequence.steps().stream().anyMatch(step -> matching.matches(event, step.events())));
        Sequences sequences = new Sequences(sequence, found.events(), matching);
        Flips flips = new Flips(now);
        sequences.addTo(flips);
        return flips.outcome(sequences::holds);
    }

    private TimeLine matching(EventQuery query) {
        return line.after(now.minus(query.window()), event -> matching.matches(event, query));
    }

    private static @Nullable PersonEvent end(End end, List<PersonEvent> found) {
        if (found.isEmpty()) {
            return null;
        }
        return end == End.FIRST ? found.getFirst() : found.getLast();
    }

    private static long measured(Measure measure, EventQuery query, List<PersonEvent> found) {
        return switch (measure) {
            case COUNT -> found.size();
            case PRODUCTS ->
                found.stream()
                        .flatMap(event -> Matching.items(event, query).stream())
                        .map(item -> item.product())
                        .distinct()
                        .count();
            case REVENUE ->
                found.stream().mapToLong(event -> Revenue.of(event, query)).sum();
        };
    }

    private @Nullable String observed(Rule rule) {
        return switch (rule) {
            case MeasureTest test ->
                Long.toString(measured(
                        test.measure(),
                        test.events(),
                        matching(test.events()).within(test.events().window(), now)));
            case ValueTest test ->
                values.find(test.value())
                        .map(readings::read)
                        .map(Evaluation::written)
                        .orElse(null);
            case AgeTest age -> {
                PersonEvent found = end(
                        age.end(), matching(age.events()).within(age.events().window(), now));
                yield found == null ? null : found.at().toString();
            }
            default -> null;
        };
    }

    private static String written(Literal literal) {
        return switch (literal) {
            case Literal.Numeric number -> number.number().toPlainString();
            case Literal.Text text -> text.text();
            case Literal.Flag flag -> Boolean.toString(flag.flag());
        };
    }
}
