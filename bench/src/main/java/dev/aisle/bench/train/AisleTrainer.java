package dev.aisle.bench.train;

import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.AlsSolver;
import dev.aisle.algorithms.recommend.ImplicitAls;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link ImplicitAls} of this project. */
final class AisleTrainer implements Trainer {
    private static final long SEED = 7;

    private final AlsSolver solver;
    private final int rank;
    private final int threads;
    private @Nullable Interactions train;

    AisleTrainer(AlsSolver solver, int rank, int threads) {
        this.solver = solver;
        this.rank = rank;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "aisle " + solver;
    }

    @Override
    public void load(Interactions interactions) {
        train = interactions;
    }

    @Override
    public Scores fit(Setting setting, int iterations) {
        Interactions shop = Objects.requireNonNull(train, "load comes first");
        AlsModel model = new ImplicitAls(
                        rank,
                        iterations,
                        (float) setting.balance(),
                        (float) setting.regularisation(),
                        1f,
                        SEED,
                        threads,
                        solver)
                .fit(shop, Progress.NONE);
        return (user, into) -> model.score(shop.history(user), into);
    }

    @Override
    public List<Setting> grid() {
        List<Setting> grid = new ArrayList<>();
        for (double regularisation : new double[] {0.005, 0.015, 0.05, 0.15}) {
            for (double balance : new double[] {2, 6, 12, 30, 80}) {
                grid.add(new Setting(regularisation, balance));
            }
        }
        return grid;
    }

    @Override
    public void close() {
        // Holds nothing but memory.
    }
}
