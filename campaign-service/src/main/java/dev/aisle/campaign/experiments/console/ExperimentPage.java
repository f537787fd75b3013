package dev.aisle.campaign.experiments.console;

import dev.aisle.campaign.experiments.console.PlanPanel.Planned;
import dev.aisle.campaign.experiments.domain.Deed;
import dev.aisle.campaign.experiments.domain.Experiment;
import dev.aisle.campaign.experiments.domain.Life;
import dev.aisle.campaign.experiments.domain.Life.State;
import dev.aisle.campaign.experiments.domain.MetricUse;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.judging.Analysis;
import dev.aisle.campaign.experiments.judging.ArmCount;
import dev.aisle.campaign.experiments.judging.Comparison;
import dev.aisle.campaign.experiments.judging.Health;
import dev.aisle.campaign.experiments.judging.Judged;
import dev.aisle.campaign.experiments.judging.Look;
import dev.aisle.campaign.experiments.judging.Look.Point;
import dev.aisle.campaign.experiments.judging.Wording;
import dev.aisle.platform.console.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as its page shows it.
 *
 * @param experiment of the phase that is shown; of a draft as it was written
 * @param analysis of the phase that is shown; null of a draft
 * @param planned what a draft will need; null when it isn't one
 * @param history who did what, the latest first
 * @param form what was typed into a step's form
 * @param refused why a step wasn't taken, in English; empty for nothing
 */
record ExperimentPage(
        Life life,
        List<Phase> phases,
        Experiment experiment,
        @Nullable Analysis analysis,
        List<GoalChart> charts,
        @Nullable Planned planned,
        List<Deed> history,
        Form form,
        String refused) {
    /** As far as no test has looked yet, there is no interval. */
    static final double NO_LOOK = 100;

    private static final double HUNDRED = 100;
    private static final double SMALLEST = 0.0001;
    private static final String NOTHING = "–";

    /**
     * A goal by day.
     *
     * @param effects the change in hundredths with its interval
     * @param evidence the statistic beside the boundary
     */
    record GoalChart(String metric, String name, String effects, String evidence, List<DayRow> rows) {}

    /** A treatment's goal on a day; shares. */
    record DayRow(
            LocalDate day,
            String variation,
            double value,
            @Nullable Double low,
            @Nullable Double high,
            double statistic,
            @Nullable Double boundary) {
        static DayRow of(Look look, Point point) {
            boolean looked = point.boundary() < NO_LOOK;
            return new DayRow(
                    look.day(),
                    point.variation(),
                    point.value(),
                    looked ? point.low() : null,
                    looked ? point.high() : null,
                    point.statistic(),
                    looked ? point.boundary() : null);
        }
    }

    /** A metric of a treatment beside the control's. */
    record Line(
            String metric,
            String role,
            String variation,
            String control,
            String treated,
            @Nullable Judged relative,
            @Nullable Double adjusted,
            String standing,
            double margin,
            String reason) {
        static Line of(Comparison one, double certainty) {
            return new Line(
                    one.metric().name(),
                    one.use().role().code(),
                    one.variation(),
                    Wording.number(one.estimation().control(), one.metric()),
                    Wording.number(one.estimation().treated(), one.metric()),
                    one.relative().filter(judged -> judged.boundary() < NO_LOOK).orElse(null),
                    one.adjusted(),
                    one.standing(certainty).name().toLowerCase(Locale.ROOT),
                    one.use().margin(),
                    one.estimation().reason());
        }
    }

    public String state() {
        return life.state().code();
    }

    public boolean isDraft() {
        return life.state() == State.DRAFT;
    }

    public boolean isRunning() {
        return life.state() == State.RUNNING;
    }

    public boolean isStopped() {
        return life.state() == State.STOPPED;
    }

    public boolean isConcluded() {
        return life.state() == State.CONCLUDED;
    }

    /** The phase that is shown; null of a draft. */
    public @Nullable Phase phase() {
        return analysis == null ? null : analysis.phase();
    }

    public @Nullable Instant startedAt() {
        return phases.isEmpty() ? null : phases.getFirst().startedAt();
    }

    public @Nullable Instant stoppedAt() {
        return phases.isEmpty() ? null : phases.getLast().endedAt();
    }

    /** The key of what to do, in the words. */
    public String doKey() {
        if (analysis == null) {
            return "experiments_do_draft";
        }
        if (!analysis.told()) {
            return "experiments_do_untold";
        }
        String kind = analysis.decision().kind().code();
        return "experiments_do_" + kind + (analysis.decision().until() == null ? "" : "_until");
    }

    /** The code of the decision; empty of a draft. */
    public String decision() {
        return analysis == null ? "" : analysis.decision().kind().code();
    }

    /** The value that the sentence of the decision names. */
    public @Nullable Object doValue() {
        if (analysis == null) {
            return null;
        }
        if (!analysis.told()) {
            return analysis.threshold();
        }
        return Optional.ofNullable(analysis.decision().variation()).orElse("");
    }

    /** The day that the sentence of the decision names; null where it names none. */
    public @Nullable LocalDate doUntil() {
        return analysis == null || !analysis.told() ? null : analysis.decision().until();
    }

    public long units() {
        return analysis == null
                ? 0
                : analysis.arms().stream().mapToLong(ArmCount::exposed).sum();
    }

    /** The share of the planned units that take part, 0 to 1; null where nothing is planned. */
    public @Nullable Double ofPlan() {
        return analysis == null || analysis.planned() == 0
                ? null
                : Double.valueOf(Math.min(1, (double) units() / analysis.planned()));
    }

    /** The comparisons of a role. */
    public List<Line> lines(String role) {
        return analysis == null
                ? List.of()
                : analysis.comparisons().stream()
                        .filter(one -> one.use().role().code().equals(role))
                        .map(one -> Line.of(one, 1 - experiment.rule().alpha()))
                        .toList();
    }

    /** The roles of which the experiment has a metric, what decides first. */
    public List<String> roles() {
        return List.of(MetricUse.Role.GOAL, MetricUse.Role.GUARDRAIL, MetricUse.Role.SECONDARY).stream()
                .map(MetricUse.Role::code)
                .filter(role -> !lines(role).isEmpty())
                .toList();
    }

    /** The share of all units that an arm has. */
    public double share(ArmCount arm) {
        long all = analysis == null
                ? 0
                : analysis.arms().stream().mapToLong(ArmCount::assigned).sum();
        return all == 0 ? 0 : (double) arm.assigned() / all;
    }

    /** The coverage in hundredths, or what was typed instead. */
    public String coverageText() {
        String typed = form.value("coverage");
        return typed.isEmpty() ? ExperimentFields.of(life.definition()).getOrDefault("coverage", "") : typed;
    }

    /** The lesson that somebody typed while another one concluded it; empty for none. */
    public String unsaved() {
        return form.value("learnt");
    }

    /** The variation to keep: what was chosen, else what the decision says. */
    public String keptText() {
        String shipped = analysis == null ? null : analysis.decision().variation();
        return !form.value("step").isEmpty() || shipped == null ? form.value("kept") : shipped;
    }

    /** A share as a change: {@code +3.1 %}; a dash for nothing. */
    public String change(@Nullable Object share) {
        return share instanceof Number number
                ? String.format(Locale.ROOT, "%+.1f %%", HUNDRED * number.doubleValue())
                : NOTHING;
    }

    /** A probability with four decimals; a dash for nothing. */
    public String probability(@Nullable Object p) {
        if (!(p instanceof Number number)) {
            return NOTHING;
        }
        return number.doubleValue() < SMALLEST ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", number.doubleValue());
    }

    public @Nullable Health health() {
        return analysis == null ? null : analysis.health().orElse(null);
    }
}
