package dev.aisle.assistant.learning.report;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.assistant.learning.DayOfOutcomes;
import dev.aisle.assistant.learning.report.AssistantReport.Row;
import dev.aisle.assistant.shared.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The two questions of a report: one for its days and languages, one for its variations. Which rows a question has depends on the days that were
 * asked for and on what variations there are, and on nobody.
 *
 * @param kind which of the two, with the days
 * @param rows in the order of the answer
 */
record ReportQuestions(String kind, List<Heading> rows, BiPredicate<Heading, DayOfOutcomes> belongs) {
    /**
     * What a row is of.
     *
     * @param day the first day; {@code null} for all
     * @param name a language's tag or a variation
     */
    public record Heading(@Nullable LocalDate day, String name) {}

    public ReportQuestions {
        rows = List.copyOf(rows);
    }

    /** By day and language, the latest first. */
    public static ReportQuestions days(LocalDate first, LocalDate last, int daysPerRow) {
        List<Heading> rows = Stream.iterate(
                        last.minusDays(daysPerRow - 1L), day -> !day.isBefore(first), day -> day.minusDays(daysPerRow))
                .flatMap(day -> Stream.of(Language.values()).map(language -> new Heading(day, language.tag())))
                .toList();
        return new ReportQuestions(
                "days " + first + " " + last + " " + daysPerRow,
                rows,
                (row, cell) -> cell.day().equals(row.day()) && cell.language().equals(row.name()));
    }

    /** By variation. */
    public static ReportQuestions variations(LocalDate first, LocalDate last, List<String> variations) {
        return new ReportQuestions(
                "variations " + first + " " + last + " " + String.join(" ", variations),
                variations.stream().map(name -> new Heading(null, name)).toList(),
                (row, cell) -> cell.variation().equals(row.name()));
    }

    /** The question: the number of all people, and the figures of each row. */
    public Question question(List<DayOfOutcomes> cells) {
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Figure.people(cells.stream().mapToLong(DayOfOutcomes::people).sum()));
        for (Heading row : rows) {
            figures.addAll(DayOfOutcomes.figures(
                    cells.stream().filter(cell -> belongs.test(row, cell)).toList()));
        }
        return new Question("assistant " + kind, figures, 1 + DayOfOutcomes.TOUCHED);
    }

    /** The rows of enough people: far out of the noise, since of so many rows one of nobody would soon be shown else. */
    public List<Row> shown(Answer answer, GuardLevel level) {
        List<Row> shown = new ArrayList<>();
        if (answer instanceof Answer.Shown released) {
            for (int i = 0; i < rows.size(); i++) {
                int start = 1 + i * DayOfOutcomes.FIGURES;
                List<NoisedFigure> own = released.figures().subList(start, start + DayOfOutcomes.FIGURES);
                if (level.showsOneOfMany(own.getFirst())) {
                    shown.add(Row.of(rows.get(i).day(), rows.get(i).name(), own, level));
                }
            }
        }
        return shown;
    }
}
