package dev.aisle.profile.people.values.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.profile.people.domain.EventQuality;
import dev.aisle.profile.people.domain.Histories;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.values.domain.Taste.Dimension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ProfileValuesTest {
    @Provide
    Arbitrary<List<PersonEvent>> events() {
        return Histories.events();
    }

    @Property(tries = 200)
    void everyValueIsAFunctionOfTheSet(@ForAll("events") List<PersonEvent> events, @ForAll Random random) {
        List<PersonEvent> shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.shuffle(shuffled, random);

        assertThat(all(Shoppers.values(shuffled, Shoppers.NOON)))
                .isEqualTo(all(Shoppers.values(events, Shoppers.NOON)));
    }

    @Property(tries = 200)
    void aValueThatOnlyGoesOneWayDoes(@ForAll("events") List<PersonEvent> events) {
        Instant first = Histories.FROM.plus(Duration.ofDays(290));
        for (NamedValue value : NamedValues.list()) {
            Object before = value(value, Shoppers.values(events, first));
            Object after = value(value, Shoppers.values(events, first.plus(Duration.ofDays(40))));
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
        ProfileValues values = Shoppers.values(
                List.of(
                        Shoppers.viewed("kettle", "Home/Kitchen", Shoppers.NOON.minus(Shoppers.HALF_LIFE)),
                        Shoppers.viewed("lamp", "Home/Light", Shoppers.NOON),
                        Shoppers.viewed("tea", "Food", Shoppers.NOON)),
                Shoppers.NOON);

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
        PersonEvent robot = Shoppers.with(
                Shoppers.viewed("tea", "Food", Shoppers.NOON),
                new EventQuality(true, false, false, List.of(), List.of()));
        PersonEvent filled = Shoppers.with(
                Shoppers.viewed("ice", "Food", Shoppers.NOON),
                new EventQuality(false, true, true, List.of("items.brand=product"), List.of()));

        ProfileValues values = Shoppers.values(List.of(robot, filled), Shoppers.NOON);

        assertThat(values.events()).isEqualTo(1);
        assertThat(values.recentProducts()).containsExactly("ice");
        assertThat(values.quality())
                .isEqualTo(new DataQuality(2, 1, 1, 1, Map.of("items.brand=product", 1L), Map.of()));
    }

    @Test
    void whatHappensLaterIsNotKnownYet() {
        List<PersonEvent> events = List.of(
                Shoppers.viewed("tea", "Food", Shoppers.NOON), Shoppers.bought(Shoppers.NOON.plusSeconds(1), 500));

        assertThat(Shoppers.values(events, Shoppers.NOON).orders().list()).isEmpty();
        assertThat(Shoppers.values(events, Shoppers.NOON.plusSeconds(1))
                        .orders()
                        .list())
                .hasSize(1);
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
}
