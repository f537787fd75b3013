package dev.aisle.privacy.counts.usecase;

import dev.aisle.algorithms.privacy.disclosure.DifferencingGuard;
import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.algorithms.privacy.disclosure.Population;
import dev.aisle.privacy.counts.domain.Question;
import dev.aisle.privacy.counts.store.Populations;
import dev.aisle.privacy.counts.store.ToldCounts;
import dev.aisle.privacy.counts.store.ToldCounts.Told;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Counts people exactly, when they are enough and no subtraction from other answers tells of a few. */
@ApplicationScoped
public class CountPeople {
    private final Populations populations;
    private final ToldCounts told;
    private final CountAudit audit;
    private final CountsConfig config;
    private final KThreshold threshold;

    CountPeople(Populations populations, ToldCounts told, CountAudit audit, CountsConfig config) {
        this.populations = populations;
        this.told = told;
        this.audit = audit;
        this.config = config;
        this.threshold = new KThreshold(config.k());
    }

    /** What became of the question. */
    public sealed interface Outcome {
        /** So many, as of then. */
        record Counted(long people, Instant asOf) implements Outcome {}

        /** Too few, or too few by subtraction; which of the two isn't told. */
        record Withheld(int k) implements Outcome {}
    }

    /** Counts. The same question has the same answer for a while, and longer while only a few have come or gone since. */
    @Transactional
    public Outcome count(Question question) {
        told.hold(question.dataset());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Optional<Told> before = told.find(question);
        Population population = populations.of(question.dataset());
        long people = population.count(question.facts());
        if (before.isPresent() && holds(before.get(), people, now)) {
            audit.told(question, "count.repeated");
            return new Outcome.Counted(before.get().people(), before.get().at());
        }
        if (!new DifferencingGuard(threshold)
                .allows(question.facts(), told.questions(question.dataset()), population)) {
            audit.told(question, "count.withheld");
            return new Outcome.Withheld(threshold.k());
        }
        told.keep(question, new Told(people, now));
        audit.told(question, "count.told");
        return new Outcome.Counted(people, now);
    }

    private boolean holds(Told before, long people, Instant now) {
        boolean fresh = before.at().isAfter(now.minus(config.repeat()));
        return fresh || !threshold.allowsDifference(Math.abs(people - before.people()));
    }
}
