package dev.aisle.campaign.experiments.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.experiments.domain.Deed;
import dev.aisle.campaign.experiments.domain.Experiment;
import dev.aisle.campaign.experiments.domain.ExperimentReader;
import dev.aisle.campaign.experiments.domain.ExperimentReader.Reading;
import dev.aisle.campaign.experiments.domain.Layer;
import dev.aisle.campaign.experiments.domain.LayerRoom;
import dev.aisle.campaign.experiments.domain.Life;
import dev.aisle.campaign.experiments.domain.Life.State;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.flags.store.FlagRepository;
import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.campaign.experiments.store.ExperimentRepository;
import dev.aisle.campaign.experiments.usecase.TakeStep.Outcome;
import dev.aisle.campaign.experiments.usecase.TakeStep.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Begins a phase, if its flag is free and its layer has room. Each has a seed of its own, so that nobody's figures mix two assignments. */
@ApplicationScoped
class BeginPhase {
    private final ExperimentRepository experiments;
    private final FlagRepository flags;
    private final MetricDefinitions metrics;
    private final InstantSource clock;

    BeginPhase(ExperimentRepository experiments, FlagRepository flags, MetricDefinitions metrics, InstantSource clock) {
        this.experiments = experiments;
        this.flags = flags;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Begins it in the transaction of the caller. */
    Outcome begin(Life life, List<Phase> phases, JsonNode definition, Wish wish) {
        return switch (ExperimentReader.read(life.id(), definition, metrics.ids())) {
            case Reading.Wrong wrong -> new Outcome.Wrong(wrong.findings());
            case Reading.Good good -> {
                Outcome refused = refused(good.experiment(), phases);
                yield refused == null ? begun(life, phases.size() + 1, good.experiment(), definition, wish) : refused;
            }
        };
    }

    private @Nullable Outcome refused(Experiment next, List<Phase> phases) {
        if (!phases.isEmpty() && !phases.getLast().experiment().flag().equals(next.flag())) {
            return new Outcome.NotPossible(
                    "other-flag", "A phase decides the same flag as the one before it. Make another experiment.");
        }
        List<Phase> others = others(next);
        Optional<Phase> taker = others.stream()
                .filter(other -> other.experiment().flag().equals(next.flag()))
                .findFirst();
        if (taker.isPresent()) {
            return new Outcome.NotPossible(
                    "flag-taken",
                    "The experiment " + taker.get().experiment().id() + " decides the flag " + next.flag()
                            + ". Stop it first, or use another flag.");
        }
        Layer layer = next.layer();
        if (layer == null) {
            return null;
        }
        List<Phase> sharing = others.stream()
                .filter(other -> other.experiment().layer() != null
                        && other.experiment().layer().name().equals(layer.name()))
                .toList();
        return sharing.stream().anyMatch(other -> other.experiment().unit() != next.unit())
                ? new Outcome.NotPossible(
                        "layer-unit",
                        "The layer " + layer.name() + " divides another kind of unit, so that experiments would meet."
                                + " Use a layer of its own.")
                : full(layer, sharing);
    }

    private static @Nullable Outcome full(Layer layer, List<Phase> sharing) {
        if (placed(layer, sharing).isPresent()) {
            return null;
        }
        String takers = sharing.stream()
                .map(other -> other.experiment().id() + " " + share(other.experiment()))
                .collect(Collectors.joining(", "));
        return new Outcome.NotPossible(
                "layer-full",
                String.format(
                        Locale.ROOT,
                        "The layer %s has no part of %.4f left: %s. Stop one of them, or ask for less.",
                        layer.name(),
                        layer.to() - layer.from(),
                        takers));
    }

    private static String share(Experiment other) {
        Layer layer = Objects.requireNonNull(other.layer(), "layer");
        return String.format(Locale.ROOT, "takes %.4f to %.4f", layer.from(), layer.to());
    }

    private static Optional<Layer> placed(Layer wanted, List<Phase> sharing) {
        return LayerRoom.place(
                wanted.name(),
                wanted.to() - wanted.from(),
                sharing.stream()
                        .map(other -> other.experiment().layer())
                        .filter(Objects::nonNull)
                        .toList());
    }

    private List<Phase> others(Experiment next) {
        return experiments.running().stream()
                .filter(other -> !other.experiment().id().equals(next.id()))
                .toList();
    }

    private Outcome begun(Life life, int number, Experiment next, JsonNode definition, Wish wish) {
        Instant now = clock.instant();
        Layer wanted = next.layer();
        Layer place = wanted == null
                ? null
                : placed(
                                wanted,
                                others(next).stream()
                                        .filter(other -> other.experiment().layer() != null
                                                && other.experiment()
                                                        .layer()
                                                        .name()
                                                        .equals(wanted.name()))
                                        .toList())
                        .orElseThrow();
        experiments.end(life.id(), now);
        experiments.begin(
                new Phase(next, number, life.id() + "/" + number, now, null), Places.placed(definition, place));
        flags.addIfMissing(next.flag(), next.treatments().getFirst().value(), wish.actor(), now);
        Life running = life.next(State.RUNNING, definition);
        experiments.put(running);
        experiments.note(
                life.id(),
                new Deed(
                        number,
                        wish.step().code(),
                        wish.actor(),
                        now,
                        wish.terms().note()));
        return new Outcome.Done(running);
    }
}
