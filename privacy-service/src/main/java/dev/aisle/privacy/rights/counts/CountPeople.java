package dev.aisle.privacy.rights.counts;

import dev.aisle.algorithms.privacy.disclosure.DifferencingGuard;
import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.algorithms.privacy.disclosure.Population;
import dev.aisle.privacy.rights.counts.ToldCounts.Told;
import dev.aisle.privacy.shared.people.CountsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Counts people exactly, when they are enough and no subtraction from other answers tells of a few. */
@ApplicationScoped
class CountPeople {
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
        Answered answered = answer(question, populations.of(question.dataset()), now());
        audit.told(question, answered.event());
        return answered.outcome();
    }

    /** The same for many questions about one dataset, in their order. They are one entry of the audit log. */
    @Transactional
    public List<Outcome> countAll(Dataset dataset, List<Question> questions) {
        told.hold(dataset);
        Population population = populations.of(dataset);
        Instant now = now();
        List<Outcome> outcomes = questions.stream()
                .map(question -> answer(question, population, now).outcome())
                .toList();
        long withheld =
                outcomes.stream().filter(Outcome.Withheld.class::isInstance).count();
        audit.figures(dataset, outcomes.size() - withheld, withheld);
        return outcomes;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private record Answered(Outcome outcome, String event) {}

    private Answered answer(Question question, Population population, Instant now) {
        Optional<Told> before = told.find(question);
        long people = population.count(question.facts());
        if (before.isPresent() && holds(before.get(), people, now)) {
            return new Answered(
                    new Outcome.Counted(before.get().people(), before.get().at()), "count.repeated");
        }
        if (!new DifferencingGuard(threshold)
                .allows(question.facts(), told.questions(question.dataset()), population)) {
            return new Answered(new Outcome.Withheld(threshold.k()), "count.withheld");
        }
        told.keep(question, new Told(people, now));
        return new Answered(new Outcome.Counted(people, now), "count.told");
    }

    private boolean holds(Told before, long people, Instant now) {
        boolean fresh = before.at().isAfter(now.minus(config.repeat()));
        return fresh || !threshold.allowsDifference(Math.abs(people - before.people()));
    }
}
