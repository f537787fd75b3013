package dev.aisle.campaign.experiments.judging;

import dev.aisle.campaign.experiments.domain.DecisionRule;
import dev.aisle.campaign.experiments.domain.DecisionRule.Method;
import dev.aisle.campaign.experiments.domain.MetricUse.Role;
import dev.aisle.campaign.experiments.judging.Comparison.Standing;
import dev.aisle.campaign.experiments.judging.Decision.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule that combines metrics: ship a treatment of which a goal is surely better, no goal is surely worse and no guardrail is broken or open; roll back
 * when each treatment is surely worse in a goal or breaks a guardrail; else go on until the plan is fulfilled.
 */
public final class Deciding {
    /** The average loss that a wrong choice may cost, as a share of the least effect that matters. */
    private static final double CARED_FOR = 0.05;

    private static final long LONGEST_DAYS = 730;
    private static final String NONE = "nothing";

    private final DecisionRule rule;
    private final Inference inference;
    private final Instant started;
    private final Instant now;

    /** By a rule, at a look. */
    public Deciding(DecisionRule rule, Inference inference, Instant started, Instant now) {
        this.rule = rule;
        this.inference = inference;
        this.started = started;
        this.now = now;
    }

    /**
     * Decides.
     *
     * @param comparisons of all treatments and metrics
     * @param earlier what a look decided that was allowed to; it holds where this one isn't
     */
    public Decision decide(List<Comparison> comparisons, Health health, Optional<Decision> earlier) {
        if (!health.problems().isEmpty()) {
            return new Decision(
                    Kind.UNHEALTHY,
                    null,
                    null,
                    "Don't believe any of it: " + String.join("; ", health.problems()) + ".");
        }
        if (earlier.isPresent() && !inference.decides()) {
            return earlier.get();
        }
        if (!inference.decides()) {
            return goOn("");
        }
        Map<String, List<Comparison>> byTreatment = new LinkedHashMap<>();
        comparisons.forEach(one -> byTreatment
                .computeIfAbsent(one.variation(), _ -> new ArrayList<>())
                .add(one));
        Optional<Decision> shipped = ship(byTreatment);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        List<String> harms = byTreatment.entrySet().stream()
                .map(entry -> harm(entry.getKey(), entry.getValue()))
                .flatMap(Optional::stream)
                .toList();
        if (!harms.isEmpty() && harms.size() == byTreatment.size()) {
            return new Decision(Kind.ROLL_BACK, null, null, "Keep the control: " + String.join("; ", harms) + ".");
        }
        boolean atEnd = inference.share() >= 1;
        boolean same = goals(comparisons).stream().allMatch(goal -> goal.isWithin(rule.minimumEffect()));
        if (same && !goals(comparisons).isEmpty()) {
            return new Decision(
                    Kind.NOTHING_FOUND,
                    null,
                    null,
                    String.format(
                            Locale.ROOT,
                            "No goal differs by %.1f %% or more, which was the least that matters: keep what is cheaper.",
                            100 * rule.minimumEffect()));
        }
        if (atEnd && rule.method() != Method.BAYESIAN) {
            return new Decision(
                    Kind.NOTHING_FOUND,
                    null,
                    null,
                    "There are as many units as were planned, and no treatment is surely better: keep the control, or test something bolder.");
        }
        return goOn((harms.isEmpty() ? "" : " Take out what does harm: " + String.join("; ", harms) + ".")
                + waitsFor(comparisons));
    }

    private String waitsFor(List<Comparison> comparisons) {
        boolean better = goals(comparisons).stream().anyMatch(goal -> standing(goal) == Standing.BETTER);
        String open = names(
                comparisons.stream()
                        .filter(one -> one.use().role() == Role.GUARDRAIL && stopsShipping(one))
                        .toList(),
                Standing.OPEN);
        return better && !open.equals(NONE)
                ? " The goal is better already, but whether " + open + " is kept can't be told yet."
                : "";
    }

    private List<Comparison> goals(List<Comparison> all) {
        return all.stream().filter(one -> one.use().role() == Role.GOAL).toList();
    }

    private Standing standing(Comparison one) {
        return one.standing(1 - inference.alpha());
    }

    private Optional<Decision> ship(Map<String, List<Comparison>> byTreatment) {
        return byTreatment.entrySet().stream()
                .filter(entry -> isShippable(entry.getValue()))
                .max(Comparator.comparingDouble(entry -> best(entry.getValue())))
                .map(entry -> new Decision(
                        Kind.SHIP,
                        entry.getKey(),
                        null,
                        "Take \"" + entry.getKey() + "\": " + names(entry.getValue(), Standing.BETTER)
                                + " got better, and no guardrail was broken."));
    }

    private boolean isShippable(List<Comparison> all) {
        List<Comparison> goals = goals(all);
        return goals.stream().anyMatch(goal -> standing(goal) == Standing.BETTER)
                && goals.stream().noneMatch(goal -> standing(goal) == Standing.WORSE)
                && goals.stream()
                        .allMatch(goal -> goal.loss()
                                        .filter(loss -> loss > CARED_FOR * rule.minimumEffect())
                                        .isEmpty()
                                || standing(goal) != Standing.BETTER)
                && all.stream()
                        .filter(one -> one.use().role() == Role.GUARDRAIL)
                        .noneMatch(this::stopsShipping);
    }

    /** One that tolerates nothing, or of which nothing happened, can't be shown to be kept: it stops when it is surely worse. */
    private boolean stopsShipping(Comparison guardrail) {
        Standing standing = standing(guardrail);
        boolean comparable =
                guardrail.use().margin() > 0 && guardrail.relative().isPresent();
        return standing == Standing.WORSE || (standing == Standing.OPEN && comparable);
    }

    private double best(List<Comparison> all) {
        return goals(all).stream()
                .map(goal -> goal.relative().map(one -> goal.metric().moreIsBetter() ? one.value() : -one.value()))
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private Optional<String> harm(String variation, List<Comparison> all) {
        List<Comparison> judged =
                all.stream().filter(one -> one.use().role() != Role.SECONDARY).toList();
        return judged.stream().anyMatch(one -> standing(one) == Standing.WORSE)
                ? Optional.of("\"" + variation + "\" makes " + names(judged, Standing.WORSE) + " worse")
                : Optional.empty();
    }

    private String names(List<Comparison> all, Standing standing) {
        return all.stream()
                .filter(one -> one.use().role() != Role.SECONDARY && standing(one) == standing)
                .map(one -> "\"" + one.metric().name() + "\"")
                .distinct()
                .reduce((a, b) -> a + " and " + b)
                .orElse(NONE);
    }

    private Decision goOn(String besides) {
        LocalDate until = until();
        if (inference.planned() == 0) {
            return new Decision(
                    Kind.KEEP_GOING,
                    null,
                    null,
                    "Keep going: there are too few units to say how many are needed." + besides);
        }
        String when = until == null ? "until there are units enough" : "until about " + until;
        return new Decision(
                Kind.KEEP_GOING,
                null,
                until,
                String.format(
                        Locale.ROOT,
                        "Keep going %s: so far there are %.0f %% of the planned units.%s",
                        when,
                        100 * inference.share(),
                        besides));
    }

    /** When the plan is fulfilled, if units come as they did so far. */
    private @Nullable LocalDate until() {
        double days = Math.max(1, Duration.between(started, now).toHours() / 24.0);
        double more = (inference.planned() - inference.units()) / (inference.units() / days);
        return inference.units() == 0 || inference.planned() == 0 || more > LONGEST_DAYS
                ? null
                : LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays((long) Math.ceil(Math.max(1, more)));
    }
}
