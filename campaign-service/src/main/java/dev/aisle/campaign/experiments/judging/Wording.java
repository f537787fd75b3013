package dev.aisle.campaign.experiments.judging;

import dev.aisle.campaign.experiments.domain.MetricUse.Role;
import dev.aisle.campaign.experiments.judging.Comparison.Standing;
import dev.aisle.campaign.experiments.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in sentences what figures allow, and where they allow nothing. */
public final class Wording {
    private static final double SMALL_P = 0.05;

    private Wording() {}

    /** Of all comparisons, the goals first. */
    public static List<String> of(List<Comparison> comparisons, Inference inference) {
        List<String> words = new ArrayList<>();
        for (Role role : new Role[] {Role.GOAL, Role.GUARDRAIL, Role.SECONDARY}) {
            comparisons.stream().filter(one -> one.use().role() == role).forEach(one -> words.add(of(one, inference)));
        }
        return words;
    }

    /** Of a comparison. */
    public static String of(Comparison one, Inference inference) {
        Optional<Judged> said = one.relative().isPresent() ? one.relative() : one.absolute();
        String start = "\"" + one.metric().name() + "\" with \"" + one.variation() + "\"";
        if (said.isEmpty()) {
            return start + ": nothing can be said, since " + one.estimation().reason() + ".";
        }
        Judged judged = said.get();
        if (judged.boundary() >= 100) {
            return start + ": the first look hasn't come yet.";
        }
        boolean relative = one.relative().isPresent();
        String interval = interval(judged, relative, one.metric());
        String waits = inference.decides() ? "" : " This is how it stands between looks and decides nothing.";
        return switch (one.use().role()) {
            case GUARDRAIL -> start + guardrail(one, interval, inference) + waits;
            case SECONDARY -> start + secondary(one, judged, relative, interval) + waits;
            case GOAL -> start + goal(one, judged, relative, interval, inference) + waits;
        };
    }

    private static String goal(Comparison one, Judged judged, boolean relative, String interval, Inference inference) {
        Standing standing = one.standing(1 - inference.alpha());
        Double chance = judged.chanceToWin();
        String odds = chance == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        " The chance that it is better is %.0f %%.",
                        100 * (one.metric().moreIsBetter() ? chance : 1 - chance));
        return switch (standing) {
            case BETTER ->
                " is " + changed(judged, relative, one.metric()) + " (" + interval + "), which is better." + odds;
            case WORSE ->
                " is " + changed(judged, relative, one.metric()) + " (" + interval + "), which is worse." + odds;
            case KEPT, OPEN -> ": whether it changes can't be told yet; the change is " + interval + "." + odds;
        };
    }

    private static String guardrail(Comparison one, String interval, Inference inference) {
        String margin = String.format(Locale.ROOT, "%.1f %%", 100 * one.use().margin());
        boolean none = one.use().margin() == 0;
        return switch (one.standing(1 - inference.alpha())) {
            case WORSE ->
                none
                        ? ": got worse (" + interval + ")."
                        : ": got worse by more than the tolerated " + margin + " (" + interval + ").";
            case BETTER -> ": got better (" + interval + ").";
            case KEPT -> ": isn't worse by the tolerated " + margin + " or more (" + interval + ").";
            case OPEN ->
                none
                        ? ": no harm is seen; the change is " + interval + "."
                        : ": whether it is worse by more than the tolerated " + margin
                                + " can't be told yet; the change is " + interval + ".";
        };
    }

    private static String secondary(Comparison one, Judged judged, boolean relative, String interval) {
        Double adjusted = one.adjusted();
        boolean seen = adjusted == null ? judged.leavesZeroOut() : adjusted < SMALL_P;
        return seen
                ? " is " + changed(judged, relative, one.metric()) + " (" + interval + ")."
                : ": no change that can be told from chance, one question of several; the change is " + interval + ".";
    }

    private static String changed(Judged judged, boolean relative, Metric metric) {
        String size = relative
                ? String.format(Locale.ROOT, "%.1f %%", 100 * Math.abs(judged.value()))
                : number(Math.abs(judged.value()), metric);
        return size + (judged.value() > 0 ? " higher" : " lower");
    }

    private static String interval(Judged judged, boolean relative, Metric metric) {
        return relative
                ? String.format(Locale.ROOT, "between %+.1f and %+.1f %%", 100 * judged.low(), 100 * judged.high())
                : "between " + number(judged.low(), metric) + " and " + number(judged.high(), metric);
    }

    /** A value of a metric as people write it. */
    public static String number(double value, Metric metric) {
        if (metric.type().isYesOrNo()) {
            return String.format(Locale.ROOT, "%.2f %%", 100 * value);
        }
        double size = Math.abs(value);
        String plain =
                String.format(Locale.ROOT, size >= 1000 ? "%,.0f" : size >= 1 || size == 0 ? "%.2f" : "%.4f", value);
        return metric.currency().map(code -> plain + " " + code).orElse(plain);
    }
}
