package dev.aisle.assistant.learning.report;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.assistant.learning.DayOfOutcomes;
import dev.aisle.assistant.learning.LearningSettings;
import dev.aisle.assistant.learning.OutcomeRepository;
import dev.aisle.platform.guard.GuardedFigures;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** How conversations went, as the guard shows it. */
@Singleton
class ReportAssistant {
    private final OutcomeRepository outcomes;
    private final LearningSettings settings;
    private final GuardedFigures guarded;

    ReportAssistant(OutcomeRepository outcomes, LearningSettings settings, GuardedFigures guarded) {
        this.outcomes = outcomes;
        this.settings = settings;
        this.guarded = guarded;
    }

    /** Of conversations that began in these days, both included; the first row's days are all within. Two answers of the guard. */
    public AssistantReport between(LocalDate from, LocalDate to) {
        int days = settings.daysPerRow();
        LocalDate first = LocalDate.ofEpochDay(Math.ceilDiv(from.toEpochDay(), (long) days) * days);
        LocalDate last = LocalDate.ofEpochDay(Math.floorDiv(to.toEpochDay(), (long) days) * days + days - 1);
        List<DayOfOutcomes> cells = outcomes.between(first, last, days);
        ReportQuestions byDay = ReportQuestions.days(first, last, days);
        ReportQuestions byVariation = ReportQuestions.variations(first, last, outcomes.variations());
        Answer daysTold = guarded.ask(byDay.question(cells));
        Answer variationsTold = guarded.ask(byVariation.question(cells));
        return new AssistantReport(
                byDay.shown(daysTold, guarded.level()),
                byVariation.shown(variationsTold, guarded.level()),
                daysTold instanceof Answer.NoneLeft || variationsTold instanceof Answer.NoneLeft);
    }

    /** The smallest number of people that is shown. */
    public int fewestPeople() {
        return guarded.level().k();
    }

    /** How many new answers the caller can still have today (UTC). */
    public int left() {
        return guarded.left();
    }
}
