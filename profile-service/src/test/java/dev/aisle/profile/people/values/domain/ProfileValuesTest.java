package dev.aisle.profile.people.values.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.customers.coupon.CouponSensitivity;
import dev.aisle.algorithms.customers.lifetime.BetaGeometric;
import dev.aisle.algorithms.customers.lifetime.GammaGamma;
import dev.aisle.algorithms.customers.replenishment.Replenishment;
import dev.aisle.algorithms.customers.rfm.RfmBands;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.people.domain.EventQuality;
import dev.aisle.profile.people.domain.Histories;
import dev.aisle.profile.people.domain.PersonContext;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.people.domain.PersonOrder;
import dev.aisle.profile.people.values.domain.Taste.Dimension;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileValuesTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration HALF_LIFE = Duration.ofDays(30);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Fitted FITTED = new Fitted(
            BetaGeometric.mbgNbd(0.5, 5, 0.8, 2.4),
            7,
            new GammaGamma(6.25, 3.74, 15.44),
            RfmBands.of(new double[] {1, 10, 50, 100, 300}, new double[] {1, 1, 2, 4, 9}, new double[] {
                100, 500, 900, 2_000, 9_000
            }),
            new CouponSensitivity(1, 3),
            new Replenishment(2, 3, 40),
            Map.of("Food", new Replenishment(3, 4, 60)),
            Map.of("lifetime", 7L));

    @Provide
    Arbitrary<List<PersonEvent>> events() {
        return Histories.events();
    }

    @Property(tries = 200)
    void everyValueIsAFunctionOfTheSet(@ForAll("events") List<PersonEvent> events, @ForAll Random random) {
        List<PersonEvent> shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.shuffle(shuffled, random);

        assertThat(all(values(shuffled, NOON))).isEqualTo(all(values(events, NOON)));
    }

    @Property(tries = 200)
    void aValueThatOnlyGoesOneWayDoes(@ForAll("events") List<PersonEvent> events) {
        Instant first = Histories.FROM.plus(Duration.ofDays(290));
        for (NamedValue value : NamedValues.list()) {
            Object before = value(value, values(events, first));
            Object after = value(value, values(events, first.plus(Duration.ofDays(40))));
            if (before == null || after == null) {
                continue;
            }
            switch (value.course()) {
                case CONSTANT -> assertThat(after).as(value.name()).isEqualTo(before);
                case INCREASING -> assertThat((Double) after).as(value.name()).isGreaterThanOrEqualTo((Double) before);
                case DECREASING -> assertThat((Double) after).as(value.name()).isLessThanOrEqualTo((Double) before);
                case DAILY -> {}
            }
        }
    }

    @Test
    void aTasteHalvesInItsHalfLifeAndParentsHaveWhatIsBelowThem() {
        ProfileValues values = values(
                List.of(
                        viewed("kettle", "Home/Kitchen", NOON.minus(HALF_LIFE)),
                        viewed("lamp", "Home/Light", NOON),
                        viewed("tea", "Food", NOON)),
                NOON);

        List<Taste> tastes = values.taste(Dimension.CATEGORY);

        assertThat(tastes).extracting(Taste::key).containsExactly("Home", "Food", "Home/Light", "Home/Kitchen");
        assertThat(tastes).extracting(Taste::weight).containsExactly(1.5, 1.0, 1.0, 0.5);
        assertThat(tastes.getFirst().share()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void pricesAreTastedInBands() {
        assertThat(Stream.of(0L, 1L, 2L, 199L, 200L, 499L, 999L, 1_000L).map(PriceBand::of))
                .containsExactly("0-1", "1-2", "2-5", "100-200", "200-500", "200-500", "500-1000", "1000-2000");
    }

    @Test
    void robotsCountInTheQualityOnly() {
        PersonEvent robot =
                with(viewed("tea", "Food", NOON), new EventQuality(true, false, false, List.of(), List.of()));
        PersonEvent filled = with(
                viewed("ice", "Food", NOON),
                new EventQuality(false, true, true, List.of("items.brand=product"), List.of()));

        ProfileValues values = values(List.of(robot, filled), NOON);

        assertThat(values.events()).isEqualTo(1);
        assertThat(values.recentProducts()).containsExactly("ice");
        assertThat(values.quality())
                .isEqualTo(new DataQuality(2, 1, 1, 1, Map.of("items.brand=product", 1L), Map.of()));
    }

    @Test
    void withoutFittedModelsAValueSaysWhyItIsAbsent() {
        ProfileValues values = new ProfileValues(
                PersonEvents.of(List.of(bought(NOON, 500))), NOON, Fitted.NOTHING, rules(ZoneOffset.UTC));

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
        List<PersonEvent> weekly = Stream.iterate(NOON.minus(Duration.ofDays(70)), at -> at.plus(Duration.ofDays(7)))
                .limit(10)
                .map(at -> bought(at, 1_000))
                .toList();

        ProfileValues now = values(weekly, NOON);
        ProfileValues later = values(weekly, NOON.plus(Duration.ofDays(400)));

        assertThat(now.lifeStage().known()).contains("active");
        assertThat(later.lifeStage().known()).contains("lapsed");
        assertThat(values(List.of(viewed("tea", "Food", NOON)), NOON)
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
        List<PersonEvent> monthly = Stream.iterate(NOON.minus(Duration.ofDays(150)), at -> at.plus(Duration.ofDays(30)))
                .limit(6)
                .map(at -> bought(at, 1_000))
                .toList();

        List<Due> due = values(monthly, NOON).replenishments();

        assertThat(due).extracting(Due::product).containsExactlyInAnyOrder("", "tea");
        assertThat(due.getFirst().due()).isBetween(NOON.plus(Duration.ofDays(10)), NOON.plus(Duration.ofDays(40)));
        assertThat(due.getFirst().from()).isBefore(due.getFirst().due());
        assertThat(due.getFirst().overdue()).isLessThan(0.5);
    }

    /** The calendar days of the vectors of frequency caps: whether two moments are of one day of the clock, also when it changes. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-28T23:30:00+01:00, 2026-03-29T00:10:00+01:00, 2",
        "Europe/Berlin, 2026-03-29T00:10:00+01:00, 2026-03-29T23:50:00+02:00, 1",
        "Europe/Berlin, 2026-10-25T02:30:00+02:00, 2026-10-25T02:30:00+01:00, 1",
        "UTC, 2026-02-28T23:59:59Z, 2026-03-01T00:00:00Z, 2"
    })
    void purchaseDaysAreDaysOfTheShopsClock(ZoneId zone, OffsetDateTime first, OffsetDateTime second, long days) {
        ProfileValues values = new ProfileValues(
                PersonEvents.of(List.of(bought(first.toInstant(), 100), bought(second.toInstant(), 100))),
                NOON,
                FITTED,
                rules(zone));

        assertThat(values.rfm().known().orElseThrow().purchaseDays()).isEqualTo(days);
    }

    @Test
    void aVisitIsAnHourOfThePersonsOwnClockInSummerAndInWinter() {
        PersonEvent summer = at(viewed("tea", "Food", Instant.parse("2026-07-06T07:30:00Z")), BERLIN);
        PersonEvent winter = at(viewed("ice", "Food", Instant.parse("2026-12-07T08:30:00Z")), BERLIN);
        PersonEvent twice = at(viewed("jam", "Food", Instant.parse("2026-12-07T08:45:00Z")), BERLIN);

        Rhythm rhythm = values(List.of(summer, winter, twice), Instant.parse("2026-12-10T00:00:00Z"))
                .rhythm()
                .known()
                .orElseThrow();

        assertThat(rhythm.zone()).isEqualTo(BERLIN);
        assertThat(rhythm.hours().counts()[9]).as("Mondays at nine").isEqualTo(2);
        assertThat(rhythm.best().hourOfWeek()).isEqualTo(9);
        assertThat(rhythm.next()).isEqualTo(Instant.parse("2026-12-14T08:00:00Z"));
    }

    @Test
    void whatHappensLaterIsNotKnownYet() {
        List<PersonEvent> events = List.of(viewed("tea", "Food", NOON), bought(NOON.plusSeconds(1), 500));

        assertThat(values(events, NOON).orders().list()).isEmpty();
        assertThat(values(events, NOON.plusSeconds(1)).orders().list()).hasSize(1);
    }

    @Test
    void eachNamedValueHasANameOfItsOwnAndAPurpose() {
        assertThat(NamedValues.list()).extracting(NamedValue::name).doesNotHaveDuplicates();
        assertThat(NamedValues.list()).allSatisfy(value -> {
            assertThat(value.purposes()).as(value.name()).isNotEmpty();
            assertThat(value.doc()).as(value.name()).endsWith(".");
        });
    }

    private static List<Object> all(ProfileValues values) {
        return Stream.concat(
                        NamedValues.list().stream()
                                .filter(_ -> values.events() > 0)
                                .map(value -> Objects.toString(value.reading().of(values))),
                        Stream.of(
                                values.counts(),
                                values.taste(Dimension.CATEGORY),
                                values.replenishments(),
                                values.lifetimeValue(),
                                values.quality()))
                .toList();
    }

    private static Object value(NamedValue value, ProfileValues values) {
        return values.events() == 0 ? null : value.reading().of(values);
    }

    private static ProfileValues values(List<PersonEvent> events, Instant now) {
        return new ProfileValues(PersonEvents.of(events), now, FITTED, rules(ZoneOffset.UTC));
    }

    private static ValueRules rules(ZoneId shop) {
        return new ValueRules(HALF_LIFE, shop, 90, 12, 0.01);
    }

    private static PersonEvent viewed(String product, String category, Instant at) {
        return event(EventType.PRODUCT_VIEW, product, category, at, null);
    }

    private static PersonEvent bought(Instant at, long paid) {
        return event(EventType.PURCHASE, "tea", "Food", at, new PersonOrder("o" + at, paid, 0, "EUR", ""));
    }

    private static PersonEvent event(EventType type, String product, String category, Instant at, PersonOrder order) {
        return new PersonEvent(
                Objects.hash(type, product, at),
                at,
                type,
                Set.of(Purpose.PERSONALIZATION),
                1,
                0,
                "",
                List.of(new PersonItem(product, category, "", "", null, 1)),
                order,
                "",
                null,
                PersonContext.NONE,
                EventQuality.PLAIN);
    }

    private static PersonEvent with(PersonEvent event, EventQuality quality) {
        return copy(event, event.zone(), quality);
    }

    private static PersonEvent at(PersonEvent event, ZoneId zone) {
        return copy(event, zone, event.quality());
    }

    private static PersonEvent copy(PersonEvent event, ZoneId zone, EventQuality quality) {
        return new PersonEvent(
                event.id(),
                event.at(),
                event.type(),
                event.purposes(),
                event.consentVersion(),
                event.session(),
                event.list(),
                event.items(),
                event.order(),
                event.name(),
                zone,
                event.context(),
                quality);
    }
}
