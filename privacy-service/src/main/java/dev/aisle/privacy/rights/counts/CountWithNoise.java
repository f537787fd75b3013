package dev.aisle.privacy.rights.counts;

import dev.aisle.algorithms.privacy.noise.Laplace;
import dev.aisle.privacy.rights.counts.Budgets.Purse;
import dev.aisle.privacy.rights.counts.ToldCounts.Told;
import dev.aisle.privacy.shared.people.CountsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Counts people with Laplace noise. Each new answer is paid for; a person changes a count by one at most. */
@ApplicationScoped
class CountWithNoise {
    private static final int DECIMALS = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Populations populations;
    private final NoisedCounts noised;
    private final Budgets budgets;
    private final CountAudit audit;
    private final CountsConfig config;

    CountWithNoise(
            Populations populations, NoisedCounts noised, Budgets budgets, CountAudit audit, CountsConfig config) {
        this.populations = populations;
        this.noised = noised;
        this.budgets = budgets;
        this.audit = audit;
        this.config = config;
    }

    /** What became of the question. */
    public sealed interface Outcome {
        /** About so many. Below zero is possible: the noise goes both ways. */
        record Counted(long people, Instant asOf, BigDecimal remaining) implements Outcome {}

        /** It costs more than is left; nothing was spent. */
        record Exhausted(BigDecimal remaining, Instant renewed) implements Outcome {}
    }

    /** Counts with {@code epsilon}, which has at most 6 decimals. */
    @Transactional
    public Outcome count(Question question, BigDecimal epsilon) {
        long micros = micros(epsilon);
        noised.hold(question, micros);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Purse purse = purse(question, now);
        Optional<Told> before = noised.find(question, micros, now.minus(config.repeat()));
        if (before.isPresent()) {
            audit.told(question, "count.repeated");
            return new Outcome.Counted(before.get().people(), before.get().at(), remaining(purse));
        }
        if (!budgets.spend(purse, micros, micros(config.budget()))) {
            audit.told(question, "count.over-budget");
            return new Outcome.Exhausted(remaining(purse), end(purse));
        }
        Told told = draw(question, epsilon, now);
        noised.keep(question, micros, told);
        audit.told(question, "count.noised");
        return new Outcome.Counted(told.people(), told.at(), remaining(purse));
    }

    private Told draw(Question question, BigDecimal epsilon, Instant now) {
        long people = populations.of(question.dataset()).count(question.facts());
        return new Told(Math.round(Laplace.noised(people, 1, epsilon, RANDOM)), now);
    }

    private Purse purse(Question question, Instant now) {
        long period = now.getEpochSecond() / config.budgetPeriod().toSeconds();
        return new Purse(audit.analyst(), question.dataset(), period);
    }

    private Instant end(Purse purse) {
        return Instant.ofEpochSecond(
                (purse.period() + 1) * config.budgetPeriod().toSeconds());
    }

    private BigDecimal remaining(Purse purse) {
        return BigDecimal.valueOf(micros(config.budget()) - budgets.spent(purse), DECIMALS)
                .stripTrailingZeros();
    }

    private static long micros(BigDecimal epsilon) {
        return epsilon.movePointRight(DECIMALS).longValueExact();
    }
}
