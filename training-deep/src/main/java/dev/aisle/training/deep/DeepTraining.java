package dev.aisle.training.deep;

import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.choice.ChooseMixes;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.OutsideTraining;
import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.outside.LocalOutput;
import dev.aisle.recommender.models.outside.TrainingFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Trains twice: on the older nine tenths, to compare mixes with and without the network on the newest tenth, and on everything, for the file. The network stops early
 * by sessions of the part that it learns from, so that the newest tenth is new to all that is compared.
 */
final class DeepTraining {
    private static final double SHARE_BEFORE_HOLD_OUT = 0.9;
    private static final int TOLD_SHARES = 20;

    private final List<NetworkChoice> networks;
    private final Recipe recipe;
    private final Consumer<String> progress;

    DeepTraining(List<NetworkChoice> networks, Recipe recipe, Consumer<String> progress) {
        this.networks = networks;
        this.recipe = recipe;
        this.progress = progress;
    }

    /**
     * Trains.
     *
     * @param readAt whose consents the archive was limited to
     */
    TrainedModel train(Archive archive, Instant readAt) {
        TrainingSet set = archive.set();
        Tried best = best(tried(set));
        ChoiceReport choice = best.choice();
        NetworkChoice network = best.network();
        String name = network.algorithm().name();
        TrainedModel fitted = fit(set, Long.MAX_VALUE, LocalOutput.name(name));
        if (choice.asksNetwork()) {
            fitted = fitted.with(network(network, set.sequences(Long.MAX_VALUE), "everything"), network.settings());
        } else {
            progress.accept(name + " was better nowhere beyond chance: it stays out of the file");
        }
        return fitted.with(choice)
                .with(new OutsideTraining(
                                "pytorch " + name, readAt, recipe, set.figures(known -> true, archive.types()))
                        .parameters());
    }

    /** A network and the choice that there would be with it. */
    private record Tried(NetworkChoice network, ChoiceReport choice) {}

    private List<Tried> tried(TrainingSet set) {
        long moment = set.momentOf(SHARE_BEFORE_HOLD_OUT);
        TrainedModel ofPast = fit(set, moment, new Name("", Instant.EPOCH));
        ChooseMixes compare = new ChooseMixes(set, moment, person -> true, networks.size());
        List<Tried> tried = new ArrayList<>();
        for (NetworkChoice network : networks) {
            NetworkModel trained = network(network, set.sequences(moment), "the past");
            ChoiceReport choice = compare.of(ofPast.with(trained, network.settings()), null);
            choice.placements()
                    .forEach(placement ->
                            progress.accept("with " + network.algorithm().name() + " at " + placement.placement() + ": "
                                    + placement.explanation()));
            tried.add(new Tried(network, choice));
        }
        return tried;
    }

    private Tried best(List<Tried> tried) {
        Tried best = tried.getFirst();
        for (Tried other : tried) {
            best = other.choice().gainOfNetwork() > best.choice().gainOfNetwork() ? other : best;
        }
        if (tried.size() > 1) {
            progress.accept("of all networks " + best.network().algorithm().name() + " gains most");
        }
        return best;
    }

    private TrainedModel fit(TrainingSet set, long until, Name name) {
        TrainedModel model =
                new Learning(recipe).fit(set, until, name, new TrainingProgress(), new Span("fitting", 0, 1));
        progress.accept(
                until == Long.MAX_VALUE
                        ? "fitted everything else on everything"
                        : "fitted everything else on the past");
        return model;
    }

    private NetworkModel network(NetworkChoice network, Sessions sequences, String of) {
        String name = network.algorithm().name() + " on " + of;
        progress.accept("%s: %,d steps in %,d sequences".formatted(name, sequences.steps(), sequences.size()));
        try {
            NetworkModel model = network.algorithm().fit(sequences, told(name));
            progress.accept(name + ": trained");
            return model;
        } catch (ArithmeticException e) {
            throw new TrainingFailure(name + ": " + e.getMessage(), e);
        }
    }

    /** A line each twentieth of the epochs that there may be; a training mostly ends before. */
    private Progress told(String name) {
        int[] last = {0};
        return (done, total) -> {
            int share = (int) ((long) TOLD_SHARES * done / Math.max(1, total));
            if (share > last[0]) {
                last[0] = share;
                progress.accept("%s: %d %% of the most epochs".formatted(name, 100 * share / TOLD_SHARES));
            }
            return true;
        };
    }
}
