package dev.aisle.recommender.assistant.learning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.recommender.assistant.learning.domain.AssistantReport.Row;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssistantReportTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final KThreshold TEN = new KThreshold(10);

    private static DayOfOutcomes cell(LocalDate day, String language, String variation, long units) {
        return new DayOfOutcomes(
                day, language, variation, units, units, 2 * units, units, 0, units / 2, units, units, 0, units, units,
                4 * units);
    }

    @Test
    void aDayOfTooFewPeopleIsInNoRowAndInNoSum() {
        AssistantReport report =
                AssistantReport.of(List.of(cell(DAY, "en", "extractive", 12), cell(DAY, "zh", "extractive", 9)), TEN);

        assertThat(report.days()).extracting(Row::name).containsExactly("en");
        assertThat(report.variations())
                .singleElement()
                .satisfies(row -> assertThat(row.conversations()).isEqualTo(12));
    }

    @Test
    void aVariationOfTooFewPeopleIsToldOnlyTogetherWithAnother() {
        AssistantReport report = AssistantReport.of(
                List.of(
                        cell(DAY, "en", "extractive", 30),
                        cell(DAY, "en", "outside", 12),
                        cell(DAY, "en", "outside-short", 3)),
                TEN);

        assertThat(report.variations()).extracting(Row::name).containsExactly("extractive", AssistantReport.OTHERS);
        assertThat(report.variations().getLast().conversations()).isEqualTo(15);
    }

    @Test
    void thumbsAndStarsAreToldOnlyOfEnoughPeople() {
        DayOfOutcomes quiet = new DayOfOutcomes(DAY, "en", "extractive", 20, 20, 20, 5, 4, 10, 9, 9, 0, 10, 10, 45);

        Row row = AssistantReport.of(List.of(quiet), TEN).days().getFirst();

        assertThat(row.helpfulShare()).isNull();
        assertThat(row.stars()).isEqualTo(4.5);
        assertThat(row.solvedShare()).isEqualTo(0.5);
        assertThat(row.handedOverShare()).isEqualTo(0.2);
        assertThat(row.unsureShare()).isEqualTo(0.25);
    }

    @Test
    void withoutConversationsThereAreNoRows() {
        assertThat(AssistantReport.of(List.of(), TEN)).isEqualTo(new AssistantReport(List.of(), List.of()));
    }
}
