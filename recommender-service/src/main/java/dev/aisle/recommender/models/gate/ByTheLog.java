package dev.aisle.recommender.models.gate;

import dev.aisle.algorithms.offpolicy.LoggedChoice;
import dev.aisle.algorithms.offpolicy.OffPolicy;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.TopK;
import dev.aisle.recommender.models.domain.Asked;
import dev.aisle.recommender.models.domain.Mix;
import dev.aisle.recommender.models.domain.PlacementKind;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.gate.GateResult.Basis;
import dev.aisle.recommender.models.gate.GateResult.Verdict;
import dev.aisle.recommender.models.gate.TriedPlaces.Tried;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges a candidate by what chance has shown: of the products that came to a place by chance, do people take those more often that the candidate would
 * have shown? Self-normalised inverse propensities, place by place. What never had a chance to be shown says nothing of either model.
 */
final class ByTheLog {
    private final double margin;
    private final double leastEffective;

    /**
     * A rule.
     *
     * @param margin how much worse is still as good, as a share of what the serving model reaches, ≥ 0
     * @param leastEffective places' worth of evidence that it takes
     */
    public ByTheLog(double margin, double leastEffective) {
        this.margin = margin;
        this.leastEffective = leastEffective;
    }

    /**
     * The verdict; {@code gate} with a word more when the candidate passes.
     *
     * @param gate of the comparison before
     * @param places that neither model has learned from
     */
    public GateResult judge(GateResult gate, TrainedModel candidate, TrainedModel serving, List<Tried> places) {
        if (places.isEmpty()) {
            return refused(
                    gate,
                    "There is no randomised part in the log since both models learned: no place of a list was left to chance. Give placements an exploration-share above 0.");
        }
        OffPolicy own = new OffPolicy(choices(candidate, places));
        OffPolicy other = new OffPolicy(choices(serving, places));
        double effective = own.meanWeight() > 0 ? own.effectiveSampleSize() : 0;
        if (effective < leastEffective) {
            return refused(
                    gate,
                    String.format(
                            Locale.ROOT,
                            "Of %d places that were left to chance %.0f places' worth of evidence speak of the candidate, and it takes %.0f.",
                            places.size(),
                            effective,
                            leastEffective));
        }
        double reached = other.meanWeight() > 0 ? other.snips() : 0;
        String words = String.format(
                Locale.ROOT,
                "By the log, %.4f of what it would show is taken, beside %.4f of the serving model (%d places, %.0f effective, margin %.4f).",
                own.snips(),
                reached,
                places.size(),
                effective,
                margin * reached);
        return own.snips() < reached - margin * reached
                ? refused(gate, words)
                : new GateResult(
                        gate.verdict(),
                        gate.basis(),
                        gate.people(),
                        gate.comparison(),
                        gate.explanation() + " " + words);
    }

    private static GateResult refused(GateResult gate, String why) {
        return new GateResult(Verdict.REFUSED, Basis.OFF_POLICY, gate.people(), gate.comparison(), why);
    }

    private static List<LoggedChoice> choices(TrainedModel model, List<Tried> places) {
        Map<String, Set<String>> lists = new HashMap<>();
        List<LoggedChoice> choices = new ArrayList<>(places.size());
        for (Tried place : places) {
            Set<String> wanted = lists.computeIfAbsent(place.list(), _ -> list(model, place));
            choices.add(new LoggedChoice(
                    place.propensity(), wanted.contains(place.productId()) ? 1 : 0, place.taken() ? 1 : 0, 0, 0));
        }
        return choices;
    }

    /** What the model would show, as most placements are answered. */
    private static Set<String> list(TrainedModel model, Tried place) {
        Mix mix = model.mixAt(PlacementKind.USUAL);
        int[] last = place.history().stream()
                .mapToInt(model::indexOf)
                .filter(item -> item >= 0)
                .toArray();
        float[] scores =
                mix.blend(model, Asked.of(model, last, 0, History.empty())).scores();
        BitSet known = new BitSet();
        for (int item : last) {
            known.set(item);
        }
        return TopK.select(scores, place.size(), known).stream()
                .map(scored -> model.productIds()[scored.item()])
                .collect(Collectors.toSet());
    }
}
