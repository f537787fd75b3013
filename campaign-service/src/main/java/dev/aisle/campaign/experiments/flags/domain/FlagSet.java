package dev.aisle.campaign.experiments.flags.domain;

import dev.aisle.campaign.experiments.domain.GlobalHoldout;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.domain.TargetingReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All flags and running experiments at a stamp.
 *
 * @param stamp counts their changes
 * @param features of GrowthBook's payload, by key
 * @param open those of them whose rules tell nothing personal, so that everybody may read them
 * @param flags by key
 * @param phases that run, by the key of their flag
 * @param kept the variation that was kept of a concluded experiment, by the experiment's id
 */
public record FlagSet(
        long stamp,
        Instant readAt,
        Map<String, Object> features,
        Map<String, Object> open,
        Map<String, Flag> flags,
        Map<String, Phase> phases,
        Map<String, String> kept) {
    /** Puts them together. */
    public static FlagSet of(
            long stamp,
            Instant readAt,
            List<Flag> flags,
            List<Phase> phases,
            GlobalHoldout holdout,
            Map<String, String> kept,
            Set<String> openAttributes) {
        Map<String, Phase> byFlag = new TreeMap<>();
        phases.forEach(phase -> byFlag.put(phase.experiment().flag(), phase));
        Map<String, Flag> byKey = new TreeMap<>();
        flags.forEach(flag -> byKey.put(flag.key(), flag));
        Map<String, Object> features = new LinkedHashMap<>();
        Map<String, Object> open = new LinkedHashMap<>();
        byKey.forEach((key, flag) -> {
            Map<String, Object> feature = Features.feature(flag, byFlag.get(key), holdout);
            features.put(key, feature);
            if (tellsNothing(flag, byFlag.get(key), openAttributes)) {
                open.put(key, feature);
            }
        });
        return new FlagSet(stamp, readAt, features, open, byKey, byFlag, Map.copyOf(kept));
    }

    private static boolean tellsNothing(Flag flag, @Nullable Phase phase, Set<String> openAttributes) {
        return (phase == null
                        || openAttributes.containsAll(
                                TargetingReader.attributes(phase.experiment().targeting())))
                && flag.rules().stream()
                        .allMatch(rule -> openAttributes.containsAll(TargetingReader.attributes(rule.condition())));
    }

    /** The running phase of an experiment; {@code null} where there is none. */
    public @Nullable Phase phaseOf(String experiment) {
        for (Phase phase : phases.values()) {
            if (phase.experiment().id().equals(experiment)) {
                return phase;
            }
        }
        return null;
    }
}
