package dev.aisle.campaign.experiments.analysis;

import dev.aisle.algorithms.experiment.Arm;
import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.campaign.experiments.analysis.ReleasePast.Past;
import dev.aisle.campaign.experiments.domain.DecisionRule;
import dev.aisle.campaign.experiments.judging.CountedMetric;
import dev.aisle.campaign.experiments.judging.Planning;
import dev.aisle.campaign.experiments.metrics.Metric;
import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.campaign.experiments.metrics.MetricType;
import dev.aisle.campaign.shared.Transactions;
import dev.aisle.contracts.Keeps;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says before a start what an experiment needs and what it will find, by what the shop's people did in the four weeks that are over. */
@Singleton
@Keeps(ofNobody = "sums over all people of four weeks, by metric")
public class PlanExperiment {
    private static final Duration PAST = Duration.ofDays(28);
    /** Whoever plans changes a number and looks again: what so many people did in four weeks is hardly another thing after a few minutes. */
    private static final Duration FRESH = Duration.ofMinutes(10);
    /** Of fewer, it is read in no time, and another thing with each of them. */
    private static final long MANY = 1_000;

    private static final int WEEKS = 12;
    private static final int DAYS_A_WEEK = 7;

    private final MetricDefinitions definitions;
    private final ValueRepository values;
    private final Transactions transactions;
    private final InstantSource clock;
    private final ReleasePast releasePast;
    private final Map<Metric, Read> pasts = new ConcurrentHashMap<>();

    private record Read(CountedMetric past, Instant at) {}

    PlanExperiment(
            MetricDefinitions definitions,
            ValueRepository values,
            Transactions transactions,
            InstantSource clock,
            ReleasePast releasePast) {
        this.definitions = definitions;
        this.values = values;
        this.transactions = transactions;
        this.clock = clock;
        this.releasePast = releasePast;
    }

    /**
     * An experiment to plan.
     *
     * @param comparisons goals times treatments
     * @param leastWeight the share of the smallest arm
     * @param coverage the share of the people who take part
     */
    public record Question(String metric, DecisionRule rule, int comparisons, double leastWeight, double coverage) {}

    /** A plan, or why there is none. */
    public sealed interface Answer {
        /** A plan. */
        record Planned(Plan plan) implements Answer {}

        /** There is no metric of this id. */
        record UnknownMetric() implements Answer {}

        /** Too few people did anything, or all the same; why. */
        record TooLittle(String why) implements Answer {}
    }

    /**
     * A plan.
     *
     * @param unitsAWeek new units a week that take part
     * @param units of all arms
     * @param days {@code null} when it can't be reached within two years
     */
    public record Plan(
            double mean,
            double deviation,
            long unitsAWeek,
            @Nullable Long units,
            @Nullable Long days,
            List<Week> weeks) {
        public Plan {
            weeks = List.copyOf(weeks);
        }
    }

    /**
     * After so many weeks.
     *
     * @param power the probability to find the least effect that matters
     * @param effect the least effect that is found with the rule's power; {@code null}: none is
     */
    public record Week(int week, double power, @Nullable Double effect) {}

    /** Plans. */
    public Answer plan(Question question) {
        Optional<Metric> metric = definitions.byId(question.metric());
        if (metric.isEmpty()) {
            return new Answer.UnknownMetric();
        }
        if (metric.get().type() == MetricType.QUANTILE) {
            return new Answer.TooLittle("a quantile can't be planned from sums; plan by a mean of the same event");
        }
        Past past = releasePast.of(past(metric.get()));
        if (!past.why().isEmpty()) {
            return new Answer.TooLittle(past.why());
        }
        Planning planning = new Planning(
                arm(metric.get(), past.sums()),
                question.rule(),
                question.rule().alpha() / Math.max(1, question.comparisons()),
                question.leastWeight());
        return planning.isPossible()
                ? new Answer.Planned(
                        plan(planning, past.sums().n() * question.coverage() * DAYS_A_WEEK / PAST.toDays()))
                : new Answer.TooLittle(
                        "hardly anybody, or everybody alike, did what the metric counts in those four weeks");
    }

    private CountedMetric past(Metric metric) {
        Instant now = clock.instant();
        Read read = pasts.get(metric);
        if (read == null || read.at().plus(FRESH).isBefore(now)) {
            Instant until = now.minus(metric.until());
            read = new Read(
                    transactions.call(connection -> values.past(connection, until.minus(PAST), until, metric)), now);
            if (read.past().rows().stream().mapToLong(CountedMetric.Row::people).sum() >= MANY) {
                pasts.put(metric, read);
            }
        }
        return read.past();
    }

    private static Arm arm(Metric metric, ArmSums sums) {
        return metric.type().isRatio() ? sums.ratio().arm() : Arm.of(sums.values());
    }

    private static Plan plan(Planning planning, double aWeek) {
        double units = planning.units();
        double days = Math.ceil(units / aWeek * DAYS_A_WEEK);
        return new Plan(
                planning.arm().mean(),
                Math.sqrt(planning.arm().variance()),
                (long) aWeek,
                Double.isFinite(units) ? Long.valueOf((long) units) : null,
                days <= 730 ? Long.valueOf((long) days) : null,
                IntStream.rangeClosed(1, WEEKS)
                        .mapToObj(week -> week(planning, week, week * aWeek))
                        .toList());
    }

    private static Week week(Planning planning, int week, double units) {
        double effect = planning.effectWith(units);
        return new Week(week, planning.powerWith(units), Double.isNaN(effect) ? null : Double.valueOf(effect));
    }
}
