package dev.aisle.algorithms.recommend;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** One fit of {@link ImplicitAls}: users from items, items from users, and again. */
final class AlsTraining {
    private static final int BLOCK = 128;
    private static final double FIRST_DEVIATION = 0.1;

    private final Interactions byUser;
    private final Interactions byItem;
    private final ImplicitAls parameters;
    private final ImplicitAls.Ridge ridge;
    private final Progress progress;
    private final AtomicInteger blocksDone = new AtomicInteger();
    private final int blocksInAll;

    AlsTraining(Interactions train, ImplicitAls parameters, ImplicitAls.Ridge ridge, Progress progress) {
        this.byUser = train;
        this.byItem = train.transposed();
        this.parameters = parameters;
        this.ridge = ridge;
        this.progress = progress;
        this.blocksInAll = parameters.iterations() * (blocks(byUser) + blocks(byItem));
    }

    /**
     * Factors of both sides.
     *
     * @param users row-major, users × rank
     * @param items row-major, items × rank
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, inside this package
    record Factors(float[] users, float[] items) {}

    Factors run() {
        float[] users = new float[Math.multiplyExact(byUser.userCount(), parameters.rank())];
        float[] items = first();
        for (int iteration = 0; iteration < parameters.iterations(); iteration++) {
            solve(byUser, items, users);
            solve(byItem, users, items);
        }
        return new Factors(users, items);
    }

    /** Only items start at random: a model must not depend on how many people there were who are gone. */
    private float[] first() {
        float[] items = new float[Math.multiplyExact(byItem.userCount(), parameters.rank())];
        SplittableRandom random = new SplittableRandom(parameters.seed());
        double deviation = FIRST_DEVIATION / Math.sqrt(parameters.rank());
        for (int f = 0; f < items.length; f++) {
            items[f] = (float) (deviation * random.nextGaussian());
        }
        return items;
    }

    private void solve(Interactions rows, float[] given, float[] into) {
        int rank = parameters.rank();
        double[][] gram = Gram.of(given, rank, ridge.unobserved(), parameters.threads());
        Parallel.run(blocks(rows), parameters.threads(), () -> {
            AlsRow equations = new AlsRow(rank);
            return block -> {
                for (int row = block * BLOCK; row < Math.min(rows.userCount(), (block + 1) * BLOCK); row++) {
                    equations.start(gram, ridge.of(rows.countOf(row), rows.itemCount()));
                    for (int p = rows.start(row); p < rows.start(row + 1); p++) {
                        equations.add(given, rows.item(p), rows.weight(p));
                    }
                    equations.solve(into, row);
                }
                progress.step(blocksDone.incrementAndGet(), blocksInAll);
            };
        });
    }

    private static int blocks(Interactions rows) {
        return (rows.userCount() + BLOCK - 1) / BLOCK;
    }
}
