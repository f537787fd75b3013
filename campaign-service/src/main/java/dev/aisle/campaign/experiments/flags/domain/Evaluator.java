package dev.aisle.campaign.experiments.flags.domain;

import dev.aisle.algorithms.flags.Assignment;
import dev.aisle.algorithms.flags.FlagContext;
import dev.aisle.algorithms.flags.Flags;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.domain.Treatment;
import dev.aisle.campaign.experiments.domain.Unit;
import dev.aisle.campaign.experiments.flags.domain.Evaluation.Given;
import dev.aisle.campaign.experiments.flags.domain.Evaluation.Reason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates flags for one unit: what a person was given before goes first, then layer, global holdout and targeting, then the hash.
 *
 * @param kept what the person was given, by {@code experiment/phase}
 */
public record Evaluator(FlagSet set, Map<String, String> kept, Map<String, Integer> forced, Flags flags) {
    /**
     * For a person.
     *
     * @param person whose hash decides where nothing is kept
     */
    public static Evaluator of(FlagSet set, Asker asker, String person, Map<String, String> kept) {
        return of(set, asker, person, kept, Map.of());
    }

    /**
     * The same with variations that somebody wants to look at.
     *
     * @param forced by experiment, their numbers
     */
    public static Evaluator of(
            FlagSet set, Asker asker, String person, Map<String, String> kept, Map<String, Integer> forced) {
        FlagContext context =
                new FlagContext(asker.as(person), set.features(), forced, Map.of(), true, false, "", Map.of(), null);
        return new Evaluator(set, kept, forced, new Flags(context));
    }

    /** A flag's value; {@code null} of a flag that isn't there. */
    public @Nullable Evaluation evaluate(String key) {
        Flag flag = set.flags().get(key);
        if (flag == null) {
            return null;
        }
        if (!flag.on()) {
            return new Evaluation(key, Plain.of(flag.defaultValue()), Reason.DISABLED, "off", null);
        }
        Phase phase = set.phases().get(key);
        Treatment earlier = phase == null ? null : earlier(phase);
        return phase != null && earlier != null ? given(key, phase, earlier, true) : byRules(key, phase);
    }

    /** All flags, by key. */
    public List<Evaluation> all() {
        return set.flags().keySet().stream()
                .map(this::evaluate)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Treatment earlier(Phase phase) {
        boolean keeps = phase.experiment().unit() == Unit.PERSON
                && !forced.containsKey(phase.experiment().id());
        String variation = keeps ? kept.get(phase.experiment().id() + "/" + phase.number()) : null;
        return variation == null ? null : treatment(phase, variation);
    }

    private Evaluation byRules(String key, @Nullable Phase phase) {
        Flags.Flag flag = flags.evaluate(key);
        Assignment assignment = flag.assignment();
        if (phase != null && assignment != null) {
            Treatment treatment = phase.experiment().treatments().get(assignment.variation());
            return given(key, phase, treatment, assignment.hashUsed());
        }
        return flag.source() == Flags.Source.FORCE
                ? new Evaluation(key, flag.value(), Reason.TARGETING_MATCH, flag.rule(), null)
                : new Evaluation(key, flag.value(), Reason.STATIC, "default", null);
    }

    private static Evaluation given(String key, Phase phase, Treatment treatment, boolean counts) {
        return new Evaluation(
                key, Plain.of(treatment.value()), Reason.SPLIT, treatment.key(), new Given(phase, treatment, counts));
    }

    private static @Nullable Treatment treatment(Phase phase, String key) {
        for (Treatment treatment : phase.experiment().treatments()) {
            if (treatment.key().equals(key)) {
                return treatment;
            }
        }
        return null;
    }
}
