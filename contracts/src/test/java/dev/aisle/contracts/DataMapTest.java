package dev.aisle.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.DataMap.Field;
import dev.aisle.contracts.DataMap.Place;
import dev.aisle.contracts.common.v1.Purpose;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DataMapTest {
    /** Of these, no record is about a person. */
    private static final Set<Topic> OF_NOBODY = EnumSet.of(
            Topic.INGEST_SETTINGS,
            Topic.PROBES,
            Topic.CATALOG_RAW,
            Topic.CATALOG,
            Topic.ENFORCEMENT_POINTS,
            Topic.DEAD_LETTERS);

    @Test
    void everyTopicOfPersonsIsInTheMap() {
        Set<String> mapped = DataMap.places().stream()
                .flatMap(place -> place.holding().getTopicsList().stream())
                .collect(Collectors.toSet());

        Set<String> all = EnumSet.complementOf(EnumSet.copyOf(OF_NOBODY)).stream()
                .map(Topic::topicName)
                .collect(Collectors.toSet());
        assertThat(mapped).isEqualTo(all);
    }

    @Test
    void everyFieldHasAPurpose() {
        assertThat(DataMap.places())
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.fields())
                        .as(place.message())
                        .isNotEmpty()
                        .noneMatch(field ->
                                field.purposes().isEmpty() || field.purposes().contains(Purpose.PURPOSE_UNSPECIFIED)));
    }

    @Test
    void everyPlaceSaysWhereItIsAndHowLongItIsKept() {
        assertThat(DataMap.places()).allSatisfy(place -> {
            var holding = place.holding();
            assertThat(holding.getSection()).as(place.message()).isNotEmpty();
            assertThat(holding.getSource()).as(place.message()).isNotEmpty();
            boolean somewhere =
                    !holding.getTable().isEmpty() || !holding.getStore().isEmpty() || holding.getTopicsCount() > 0;
            assertThat(somewhere).as(place.message()).isTrue();
            if (!holding.getRetention().isEmpty()) {
                assertThat(Period.parse(holding.getRetention()).isZero())
                        .as(place.message())
                        .isFalse();
            }
            boolean agedTable =
                    !holding.getTable().isEmpty() && !holding.getRetention().isEmpty();
            assertThat(agedTable)
                    .as(place.message())
                    .isEqualTo(!holding.getAgedBy().isEmpty());
        });
    }

    @Test
    void whatStaysWhenEverythingIsRefusedSaysWhyAndTheRestCanGo() {
        assertThat(DataMap.places())
                .filteredOn(place -> place.holding().getTopicsCount() == 0)
                .filteredOn(place -> place.holding().getStaysBecause().isEmpty())
                .isNotEmpty()
                .allSatisfy(place -> {
                    var holding = place.holding();
                    assertThat(DataMap.refusable(holding)).as(place.message()).isNotEmpty();
                    boolean goesWhenOld = !holding.getKeptForList().contains(Purpose.NECESSARY)
                            || !holding.getAgedBy().isEmpty();
                    assertThat(goesWhenOld).as(place.message()).isTrue();
                });
    }

    @Test
    void fieldsOfAnEventStandWithThePurposesOfTheContract() {
        Place event = DataMap.places().stream()
                .filter(place -> place.message().equals("ShopEvent"))
                .findFirst()
                .orElseThrow();

        assertThat(event.fields())
                .contains(new Field("pseudonym", List.of(Purpose.NECESSARY)))
                .anyMatch(field ->
                        field.name().equals("search.query") && !field.purposes().contains(Purpose.MODEL_TRAINING));
        assertThat(event.isSeenBy("profile-service")).isTrue();
        assertThat(event.isSeenBy("privacy-service")).isFalse();
    }
}
