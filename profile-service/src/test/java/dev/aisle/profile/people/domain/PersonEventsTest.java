package dev.aisle.profile.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A set of events is the same for every order of delivery, however often each of them comes. */
class PersonEventsTest {
    @Provide
    Arbitrary<List<PersonEvent>> events() {
        return Histories.events();
    }

    @Property
    void theOrderOfDeliveryAndRepetitionsDoNotMatter(
            @ForAll("events") List<PersonEvent> events, @ForAll Random random) {
        List<PersonEvent> delivered = new ArrayList<>(events);
        events.stream().filter(_ -> random.nextBoolean()).forEach(delivered::add);
        Collections.shuffle(delivered, random);

        PersonEvents folded = PersonEvents.NONE;
        for (PersonEvent event : delivered) {
            folded = folded.with(List.of(event));
        }

        assertThat(folded).isEqualTo(PersonEvents.of(events));
    }

    @Property
    void joiningIsCommutativeAssociativeAndIdempotent(
            @ForAll("events") List<PersonEvent> a,
            @ForAll("events") List<PersonEvent> b,
            @ForAll("events") List<PersonEvent> c) {
        PersonEvents left = PersonEvents.of(a).with(b).with(c);

        assertThat(PersonEvents.of(c).with(PersonEvents.of(b).with(a).list())).isEqualTo(left);
        assertThat(left.with(left.list())).isEqualTo(left);
    }

    @Property
    void theyStandInOrderAndEachOnce(@ForAll("events") List<PersonEvent> events) {
        List<PersonEvent> list = PersonEvents.of(events).list();

        assertThat(list).isSorted();
        assertThat(list.stream().map(PersonEvent::id)).doesNotHaveDuplicates();
    }

    @Property
    void aConditionLeavesExactlyWhatSatisfiesIt(@ForAll("events") List<PersonEvent> events, @ForAll long mask) {
        Predicate<PersonEvent> condition = event -> (event.id() & mask) == 0;
        PersonEvents all = PersonEvents.of(events);

        PersonEvents some = all.where(condition);

        assertThat(some.list()).isEqualTo(all.list().stream().filter(condition).toList());
        assertThat(all.where(_ -> true)).isSameAs(all);
    }

    @Test
    void aPurposeSeesOnlyWhatIsCollectedForIt() {
        PersonOrder order = new PersonOrder("o1", 900L, 0, "EUR", "SPRING");
        PersonContext context = new PersonContext(DeviceClass.MOBILE, "DE", "newsletter", "spring", "/p/1");
        PersonEvent event = new PersonEvent(
                1,
                Instant.EPOCH,
                EventType.PURCHASE,
                Set.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING),
                3,
                0,
                "",
                List.of(new PersonItem("tea", "Food", "Acme", "red", 900L, 1)),
                order,
                "",
                null,
                context,
                EventQuality.PLAIN);
        PersonEvents events = PersonEvents.of(List.of(event));

        PersonEvent analytics = events.usableFor(Purpose.ANALYTICS, 2).list().getFirst();
        PersonEvent personal =
                events.usableFor(Purpose.PERSONALIZATION, 2).list().getFirst();
        PersonEvent training =
                events.usableFor(Purpose.MODEL_TRAINING, 2).list().getFirst();

        assertThat(analytics).isEqualTo(event);
        assertThat(personal.context().source()).isEmpty();
        assertThat(personal.order()).isEqualTo(order);
        assertThat(training.items().getFirst().variant()).isEmpty();
        assertThat(training.order()).isEqualTo(new PersonOrder("o1", null, 0, "", ""));
        assertThat(events.usableFor(Purpose.ANALYTICS, 3).isEmpty()).isTrue();
        assertThat(events.usableFor(Purpose.MARKETING_EMAIL, 0).isEmpty()).isTrue();
    }
}
