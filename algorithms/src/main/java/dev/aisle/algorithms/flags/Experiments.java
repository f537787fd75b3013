package dev.aisle.algorithms.flags;

import dev.aisle.algorithms.flags.Buckets.Range;
import dev.aisle.algorithms.flags.FlagContext.Unit;
import dev.aisle.algorithms.flags.StickyBuckets.Found;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Runs an experiment of GrowthBook's specification for a unit. */
final class Experiments {
    private final FlagContext context;
    private final Flags flags;

    Experiments(FlagContext context, Flags flags) {
        this.context = context;
        this.flags = flags;
    }

    Assignment run(Fields experiment) {
        int variations = experiment.list("variations").size();
        if (variations < 2 || !context.enabled()) {
            return out(experiment);
        }
        String key = experiment.text("key", "");
        Integer byQuery = QueryOverride.of(key, context.url(), variations);
        if (byQuery != null) {
            return given(experiment, byQuery, false, null, false);
        }
        Integer forced = context.forcedVariations().get(key);
        if (forced != null) {
            return given(experiment, forced, false, null, false);
        }
        boolean inactive =
                "draft".equals(experiment.text("status")) || (experiment.has("active") && !experiment.flag("active"));
        return inactive || !unit(experiment).isThere() ? out(experiment) : byHash(experiment, key, variations);
    }

    private Assignment byHash(Fields experiment, String key, int variations) {
        Found found = sticky(experiment);
        boolean kept = found.variation() >= 0;
        if (!kept && !targeted(experiment)) {
            return out(experiment);
        }
        OptionalDouble hash =
                hash(experiment.text("seed", key), unit(experiment).value(), experiment.whole("hashVersion", 1));
        if (hash.isEmpty()) {
            return out(experiment);
        }
        int assigned = kept ? found.variation() : Buckets.choose(hash.getAsDouble(), ranges(experiment, variations));
        if (found.blocked() || assigned < 0) {
            return out(experiment);
        }
        if (experiment.has("force")) {
            return given(experiment, experiment.whole("force", -1), false, null, false);
        }
        if (context.qaMode() || "stopped".equals(experiment.text("status"))) {
            return out(experiment);
        }
        Assignment assignment = given(experiment, assigned, true, hash.getAsDouble(), kept);
        if (keeps(experiment) && context.sticky() != null) {
            context.sticky().keep(experiment, unit(experiment), assignment.key());
        }
        return assignment;
    }

    private boolean keeps(Fields experiment) {
        return context.sticky() != null && !experiment.flag("disableStickyBucketing");
    }

    private Found sticky(Fields experiment) {
        StickyBuckets sticky = context.sticky();
        if (sticky == null || !keeps(experiment)) {
            return Found.NONE;
        }
        Unit own = context.unit(experiment.text("hashAttribute"), null);
        Unit fallback = context.unit(experiment.text("fallbackAttribute", own.attribute()), null);
        return sticky.find(experiment, own, fallback);
    }

    private static List<Range> ranges(Fields experiment, int variations) {
        return experiment.has("ranges")
                ? experiment.ranges("ranges")
                : Buckets.of(
                        variations,
                        experiment.has("coverage") ? PlainJson.number(experiment.get("coverage")) : 1,
                        experiment.numbers("weights"));
    }

    private boolean targeted(Fields experiment) {
        if (experiment.has("filters")) {
            if (filteredOut(experiment.list("filters"))) {
                return false;
            }
        } else if (outOfNamespace(experiment)) {
            return false;
        }
        return meets(experiment.get("condition"))
                && experiment.list("parentConditions").stream()
                        .map(Fields::of)
                        .allMatch(parent -> flags.parentMeets(parent));
    }

    boolean meets(@Nullable Object condition) {
        return !(condition instanceof Map<?, ?> map) || context.targeting().meets(context.attributes(), map);
    }

    private boolean outOfNamespace(Fields experiment) {
        List<?> parts = experiment.list("namespace");
        return parts.size() == 3
                && !new Namespace(
                                PlainJson.text(parts.get(0)),
                                new Range(PlainJson.number(parts.get(1)), PlainJson.number(parts.get(2))))
                        .holds(PlainJson.text(unit(experiment).value()));
    }

    boolean filteredOut(List<?> filters) {
        return filters.stream().map(Fields::of).anyMatch(filter -> {
            Unit unit = context.unit(filter.text("attribute"), null);
            OptionalDouble hash = unit.isThere()
                    ? hash(filter.text("seed", ""), unit.value(), filter.whole("hashVersion", 2))
                    : OptionalDouble.empty();
            return hash.isEmpty()
                    || filter.ranges("ranges").stream().noneMatch(range -> range.holds(hash.getAsDouble()));
        });
    }

    /** Whether a forced value reaches the unit: by a range of the hash, or by a share. */
    boolean rolledOut(Fields rule, String flag) {
        Range range = rule.range("range");
        if (range == null && !rule.has("coverage")) {
            return true;
        }
        double coverage = rule.has("coverage") ? PlainJson.number(rule.get("coverage")) : 1;
        Unit unit = unit(rule);
        if ((range == null && coverage == 0) || !unit.isThere()) {
            return false;
        }
        OptionalDouble hash = hash(rule.text("seed", flag), unit.value(), rule.whole("hashVersion", 1));
        return hash.isPresent() && (range == null ? hash.getAsDouble() <= coverage : range.holds(hash.getAsDouble()));
    }

    private static OptionalDouble hash(String seed, Object unit, int version) {
        return GrowthBookHash.hash(seed, PlainJson.text(unit), version);
    }

    private Unit unit(Fields experiment) {
        return context.unit(
                experiment.text("hashAttribute"), keeps(experiment) ? experiment.text("fallbackAttribute") : null);
    }

    private Assignment out(Fields experiment) {
        return given(experiment, -1, false, null, false);
    }

    private Assignment given(Fields experiment, int wanted, boolean hashUsed, @Nullable Double bucket, boolean sticky) {
        List<?> variations = experiment.list("variations");
        boolean possible = wanted >= 0 && wanted < variations.size();
        int variation = possible ? wanted : 0;
        List<?> metas = experiment.list("meta");
        Fields meta = Fields.of(variation < metas.size() ? metas.get(variation) : null);
        Unit unit = unit(experiment);
        return new Assignment(
                meta.text("key", Integer.toString(variation)),
                variation,
                variations.isEmpty() ? null : variations.get(variation),
                possible,
                hashUsed,
                unit.attribute(),
                unit.value(),
                bucket,
                sticky,
                meta.flag("passthrough"),
                meta.text("name"),
                hashUsed ? ContextualBandit.of(experiment) : null);
    }
}
