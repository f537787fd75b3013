package dev.aisle.recommender.assistant.learning.usecase;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.recommender.assistant.learning.domain.AssistantReport;
import dev.aisle.recommender.assistant.learning.store.OutcomeRepository;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** How conversations went. */
@Singleton
public class ReportAssistant {
    private final OutcomeRepository outcomes;
    private final LearningSettings settings;

    ReportAssistant(OutcomeRepository outcomes, LearningSettings settings) {
        this.outcomes = outcomes;
        this.settings = settings;
    }

    /** Of conversations that began in these days, both included; the first row's days are all within. */
    public AssistantReport between(LocalDate from, LocalDate to) {
        long days = settings.daysPerRow();
        LocalDate first = LocalDate.ofEpochDay(Math.ceilDiv(from.toEpochDay(), days) * days);
        LocalDate last = LocalDate.ofEpochDay(Math.floorDiv(to.toEpochDay(), days) * days + days - 1);
        return AssistantReport.of(outcomes.between(first, last, settings.daysPerRow()), new KThreshold(settings.k()));
    }

    /** Of fewer people nothing is told. */
    public int fewestPeople() {
        return settings.k();
    }
}
