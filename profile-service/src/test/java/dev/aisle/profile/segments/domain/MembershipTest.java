package dev.aisle.profile.segments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.segments.domain.evaluation.Outcome;
import dev.aisle.profile.segments.domain.evaluation.SegmentRules;
import dev.aisle.profile.segments.domain.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** Membership kept by events and due times is at every moment what a look at all events says. */
class MembershipTest {
    private static final Duration TICK = Duration.ofMinutes(90);
    private static final int TICKS = 16 * 30;

    @Property(tries = 1_500)
    @Label("events in order, each once")
    void membershipFollowsEventsAndTime(@ForAll long seed) {
        RandomRules world = new RandomRules(seed);
        Map<String, Rule> rules = rules(world);
        List<PersonEvent> events = world.events(12);
        events.sort(null);

        followed(rules, events, (event, i) -> event.at());
    }

    @Property(tries = 1_500)
    @Label("events late, early, shuffled and more than once")
    void membershipFollowsWhateverComesWhenever(@ForAll long seed) {
        RandomRules world = new RandomRules(seed);
        Map<String, Rule> rules = rules(world);
        List<PersonEvent> events = world.events(10);
        events.addAll(List.copyOf(events));
        Random random = new Random(seed);
        Collections.shuffle(events, random);

        followed(rules, events, (event, i) -> RandomRules.START.plus(TICK.multipliedBy(i * 7L)));
    }

    @Property(tries = 500)
    @Label("delivered in any order, the outcome is the same")
    void theOutcomeDoesNotDependOnTheOrder(@ForAll long seed) {
        RandomRules world = new RandomRules(seed);
        SegmentRules rules = new SegmentRules(RandomRules.VALUES, rules(world));
        List<PersonEvent> events = world.events(10);
        Instant now = RandomRules.START.plus(Duration.ofDays(6));
        List<PersonEvent> shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(rules.of(PersonEvents.of(shuffled), now)).isEqualTo(rules.of(PersonEvents.of(events), now));
    }

    private static Map<String, Rule> rules(RandomRules world) {
        Rule other = world.restingOnNone();
        return Map.of(
                "rule",
                world.rule(3),
                "other",
                other,
                "third",
                new Rule.Any(List.of(new Rule.InSegment("other"), world.restingOnNone())));
    }

    private interface Arrival {
        Instant of(PersonEvent event, int index);
    }

    /** Re-evaluates only when an event comes and when a due time is over, and compares at every tick. */
    private static void followed(Map<String, Rule> rules, List<PersonEvent> events, Arrival arrival) {
        SegmentRules evaluated = new SegmentRules(RandomRules.VALUES, rules);
        List<PersonEvent> known = new ArrayList<>();
        Map<String, Outcome> current = evaluated.of(PersonEvents.NONE, RandomRules.START);
        int next = 0;
        for (int tick = 0; tick < TICKS; tick++) {
            Instant now = RandomRules.START.plus(TICK.multipliedBy(tick));
            int before = next;
            while (next < events.size() && !arrival.of(events.get(next), next).isAfter(now)) {
                known.add(events.get(next++));
            }
            boolean due = current.values().stream()
                    .anyMatch(outcome -> !outcome.nextChange().isAfter(now));
            if (next > before || due) {
                current = evaluated.of(PersonEvents.of(known), now);
            }
            NaiveMembership naive = new NaiveMembership(rules, known, now);
            for (Map.Entry<String, Rule> rule : rules.entrySet()) {
                assertThat(current.get(rule.getKey()).holds())
                        .as("%s at %s of %s", rule.getValue(), now, known)
                        .isEqualTo(naive.holds(rule.getValue()));
            }
        }
    }
}
