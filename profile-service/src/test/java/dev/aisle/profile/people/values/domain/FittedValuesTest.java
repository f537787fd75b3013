package dev.aisle.profile.people.values.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.profile.people.domain.Histories;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Values that need a fitted model. */
class FittedValuesTest {
    @Provide
    Arbitrary<List<PersonEvent>> events() {
        return Histories.events();
    }

    @Property(tries = 200)
    void whatWasRememberedOfOthersChangesNothing(@ForAll("events") List<PersonEvent> events) {
        Fitted fresh = new Fitted(
                Shoppers.FITTED.purchases(),
                Shoppers.FITTED.daysPerUnit(),
                Shoppers.FITTED.spend(),
                Shoppers.FITTED.bands(),
                Shoppers.FITTED.coupons(),
                Shoppers.FITTED.gaps(),
                Shoppers.FITTED.versions(),
                Map.of());
        ProfileValues alone =
                new ProfileValues(PersonEvents.of(events), Shoppers.NOON, fresh, Shoppers.rules(ZoneOffset.UTC));
        ProfileValues amongOthers = Shoppers.values(events, Shoppers.NOON);

        assertThat(amongOthers.expectedPurchases()).isEqualTo(alone.expectedPurchases());
        assertThat(amongOthers.lifetimeValue()).isEqualTo(alone.lifetimeValue());
        assertThat(amongOthers.replenishments()).isEqualTo(alone.replenishments());
    }

    @Test
    void aModelThatCannotBeReadIsWhyAValueIsAbsent() {
        Fitted unreadable = new Fitted(
                null,
                1,
                null,
                null,
                null,
                new Fitted.Gaps(null, Map.of()),
                Map.of(),
                Map.of("lifetime", "it is of another version"));

        ProfileValues values = new ProfileValues(
                PersonEvents.of(List.of(Shoppers.bought(Shoppers.NOON, 500))),
                Shoppers.NOON,
                unreadable,
                Shoppers.rules(ZoneOffset.UTC));

        assertThat(values.alive()).isEqualTo(new Told.Absent<>("it is of another version"));
        assertThat(values.lifeStage()).isEqualTo(new Told.Absent<>("it is of another version"));
        assertThat(values.couponSensitivity())
                .isEqualTo(new Told.Absent<>("no model of the kind coupon is fitted yet"));
    }

    @Test
    void withoutFittedModelsAValueSaysWhyItIsAbsent() {
        ProfileValues values = new ProfileValues(
                PersonEvents.of(List.of(Shoppers.bought(Shoppers.NOON, 500))),
                Shoppers.NOON,
                Fitted.NOTHING,
                Shoppers.rules(ZoneOffset.UTC));

        assertThat(values.alive()).isEqualTo(new Told.Absent<>("no model of the kind lifetime is fitted yet"));
        assertThat(values.lifetimeValue()).isEqualTo(new Told.Absent<>("no model of the kind spend is fitted yet"));
        assertThat(values.lifeStage().known()).isEmpty();
        assertThat(values.couponSensitivity().known()).isEmpty();
        assertThat(values.replenishments()).isEmpty();
        assertThat(values.rfm().known())
                .hasValueSatisfying(rfm -> assertThat(rfm.score()).isNull());
    }

    @Test
    void aFaithfulCustomerIsActiveAndOneWhoFellSilentHasLapsed() {
        List<PersonEvent> weekly = Stream.iterate(
                        Shoppers.NOON.minus(Duration.ofDays(70)), at -> at.plus(Duration.ofDays(7)))
                .limit(10)
                .map(at -> Shoppers.bought(at, 1_000))
                .toList();

        ProfileValues now = Shoppers.values(weekly, Shoppers.NOON);
        ProfileValues later = Shoppers.values(weekly, Shoppers.NOON.plus(Duration.ofDays(400)));

        assertThat(now.lifeStage().known()).contains("active");
        assertThat(later.lifeStage().known()).contains("lapsed");
        assertThat(Shoppers.values(List.of(Shoppers.viewed("tea", "Food", Shoppers.NOON)), Shoppers.NOON)
                        .lifeStage()
                        .known())
                .contains("visitor");
        assertThat(now.lifetimeValue().known()).hasValueSatisfying(value -> {
            assertThat(value.low()).isLessThan(value.value());
            assertThat(value.high()).isGreaterThan(value.value());
        });
        assertThat(later.alive().known().orElseThrow())
                .isLessThan(now.alive().known().orElseThrow());
    }

    @Test
    void somethingThatIsBoughtMonthlyIsDueInAMonth() {
        List<PersonEvent> monthly = Stream.iterate(
                        Shoppers.NOON.minus(Duration.ofDays(150)), at -> at.plus(Duration.ofDays(30)))
                .limit(6)
                .map(at -> Shoppers.bought(at, 1_000))
                .toList();

        List<Due> due = Shoppers.values(monthly, Shoppers.NOON).replenishments();

        assertThat(due).extracting(Due::product).containsExactlyInAnyOrder("", "tea");
        assertThat(due.getFirst().due())
                .isBetween(Shoppers.NOON.plus(Duration.ofDays(10)), Shoppers.NOON.plus(Duration.ofDays(40)));
        assertThat(due.getFirst().from()).isBefore(due.getFirst().due());
        assertThat(due.getFirst().overdue()).isLessThan(0.5);
    }
}
