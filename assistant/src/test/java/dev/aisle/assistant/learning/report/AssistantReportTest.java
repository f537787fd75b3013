package dev.aisle.assistant.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.assistant.learning.DayOfOutcomes;
import dev.aisle.assistant.learning.report.AssistantReport.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssistantReportTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final double DEVIATION = 45;

    private final ReportQuestions days = ReportQuestions.days(DAY.minusDays(1), DAY, 1);
    private final ReportQuestions variations =
            ReportQuestions.variations(DAY.minusDays(1), DAY, List.of("extractive", "outside"));

    private static DayOfOutcomes cell(LocalDate day, String language, String variation, long people) {
        return new DayOfOutcomes(
                day,
                language,
                variation,
                people,
                people / 2,
                people / 10,
                people / 4,
                people / 2,
                people / 10,
                people / 4,
                people);
    }

    private static List<Row> shown(ReportQuestions asked, DayOfOutcomes... cells) {
        Question question = asked.question(List.of(cells));
        List<NoisedFigure> exact = question.figures().stream()
                .map(figure -> new NoisedFigure(figure.value(), DEVIATION * figure.most()))
                .toList();
        return asked.shown(new Answer.Shown(exact, Instant.EPOCH, 1), GuardLevel.DEFAULT);
    }

    @Test
    void aRowIsOfADayAndALanguageOrOfAVariationOverAllDays() {
        DayOfOutcomes[] cells = {
            cell(DAY, "en", "extractive", 400),
            cell(DAY, "zh", "outside", 220),
            cell(DAY.minusDays(1), "en", "outside", 300)
        };

        assertThat(shown(days, cells))
                .extracting(Row::day, Row::name, Row::people)
                .containsExactly(tuple(DAY, "en", 400L), tuple(DAY, "zh", 220L), tuple(DAY.minusDays(1), "en", 300L));
        assertThat(shown(variations, cells)).extracting(Row::people).containsExactly(400L, 520L);
    }

    @Test
    void whatIsWithinTheNoiseIsInNoRow() {
        assertThat(shown(days, cell(DAY, "en", "extractive", 200), cell(DAY, "zh", "outside", 205)))
                .extracting(Row::name)
                .containsExactly("zh");
    }

    @Test
    void sharesAreOfTheReleasedNumbersAndMissingWhereTooFewSaidAnything() {
        Row row = shown(days, cell(DAY, "en", "extractive", 400)).getFirst();

        assertThat(row.solvedShare()).isEqualTo(0.5);
        assertThat(row.handedOverShare()).isEqualTo(0.1);
        assertThat(row.unsureShare()).isEqualTo(0.25);
        assertThat(row.helpfulShare()).isEqualTo(0.83);
        assertThat(row.stars()).isNull();
        assertThat(shown(days, cell(DAY, "en", "extractive", 800)).getFirst().stars())
                .isEqualTo(4.0);
    }

    @Test
    void whichRowsAQuestionHasDependsOnNobody() {
        Question of = days.question(List.of());

        assertThat(of.text())
                .isEqualTo(days.question(List.of(cell(DAY, "en", "outside", 1))).text());
        assertThat(of.figures()).extracting(Figure::value).containsOnly(0.0).hasSize(1 + 4 * DayOfOutcomes.FIGURES);
    }

    @Test
    void aPersonChangesNoMoreFiguresThanTheNoiseIsMadeFor() {
        DayOfOutcomes one = new DayOfOutcomes(DAY, "en", "outside", 1, 1, 0, 1, 1, 0, 1, 5);

        for (ReportQuestions asked : List.of(days, variations)) {
            Question question = asked.question(List.of(one));
            double squares = question.figures().stream()
                    .mapToDouble(figure -> Math.pow(figure.value() / figure.most(), 2))
                    .sum();
            assertThat(squares).isEqualTo(question.touched());
        }
    }

    @Test
    void withoutAnAnswerThereAreNoRows() {
        assertThat(days.shown(new Answer.NoneLeft(), GuardLevel.DEFAULT)).isEmpty();
        assertThat(days.shown(new Answer.TooFew(3), GuardLevel.DEFAULT)).isEmpty();
    }
}
