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
import java.util.stream.Stream;
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
            // A receipt names it so, with hyphens: privacy-service refuses other forms.
            assertThat(holding.getSection())
                    .as(place.message())
                    .matches("[a-z]+( [a-z]+)*")
                    .hasSizeLessThan(65);
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
    void everyTableSaysWhatAWithdrawalOfEachOfItsPurposesDoes() {
        assertThat(DataMap.places())
                .filteredOn(place -> !place.holding().getTable().isEmpty())
                .isNotEmpty()
                .allSatisfy(place -> {
                    List<Purpose> said = place.holding().getOnWithdrawalList().stream()
                            .flatMap(one -> one.getPurposesList().stream())
                            .toList();
                    assertThat(said)
                            .as(place.message())
                            .containsAll(DataMap.refusable(place.holding()))
                            .doesNotHaveDuplicates()
                            .doesNotContain(Purpose.NECESSARY, Purpose.PURPOSE_UNSPECIFIED);
                });
    }

    @Test
    void aWithdrawalEmptiesColumnsThatThereAreOrSaysWhatElseHappens() {
        assertThat(DataMap.places())
                .allSatisfy(place -> assertThat(place.holding().getOnWithdrawalList())
                        .allSatisfy(said -> {
                            assertThat(Stream.of(said.getSet(), said.getStaysBecause(), said.getByFeature())
                                            .filter(one -> !one.isEmpty()))
                                    .as(place.message())
                                    .hasSizeLessThanOrEqualTo(1);
                            if (!said.getSet().isEmpty()) {
                                assertThat(said.getSet().split(", ", -1))
                                        .allSatisfy(assignment -> assertThat(columns(place))
                                                .as(assignment)
                                                .contains(assignment.replaceFirst(" = (null|false|0)$", "")));
                            }
                        }));
    }

    @Test
    void rowsMoveByColumnsThatThereAre() {
        assertThat(DataMap.places()).allSatisfy(place -> {
            var rekey = place.holding().getOnRekey();
            assertThat(Stream.of(rekey.getSame(), rekey.getUnless(), rekey.getByFeature())
                            .filter(one -> !one.isEmpty()))
                    .as(place.message())
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(rekey.getMerge().isEmpty() || !rekey.getSame().isEmpty())
                    .as(place.message())
                    .isTrue();
            Stream.of(rekey.getSame().split(", ", -1), rekey.getPrefixed().split(", ", -1))
                    .flatMap(Stream::of)
                    .filter(column -> !column.isEmpty())
                    .forEach(column ->
                            assertThat(columns(place)).as(place.message()).contains(column));
        });
    }

    private static List<String> columns(Place place) {
        return place.fields().stream().map(Field::name).toList();
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
