package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.kernels.FloatRows;
import java.util.concurrent.atomic.AtomicInteger;

/** One fit of {@link ImplicitAls}: users from items, items from users, and again. */
final class AlsTraining {
    private final Interactions byUser;
    private final Interactions byItem;
    private final ImplicitAls parameters;
    private final ImplicitAls.Ridge ridge;
    private final Progress progress;
    private final RowBlocks userBlocks;
    private final RowBlocks itemBlocks;
    private final AtomicInteger blocksDone = new AtomicInteger();
    private final int blocksInAll;

    AlsTraining(Interactions train, ImplicitAls parameters, ImplicitAls.Ridge ridge, Progress progress) {
        this.byUser = train;
        this.byItem = train.transposed();
        this.parameters = parameters;
        this.ridge = ridge;
        this.progress = progress;
        this.userBlocks = RowBlocks.of(byUser);
        this.itemBlocks = RowBlocks.of(byItem);
        this.blocksInAll = parameters.iterations() * (userBlocks.count() + itemBlocks.count());
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
        FloatRows users = FloatRows.zeros(byUser.userCount(), parameters.rank());
        FloatRows items = parameters.firstItems(byItem.userCount());
        for (int iteration = 0; iteration < parameters.iterations(); iteration++) {
            solve(byUser, userBlocks, items, users);
            solve(byItem, itemBlocks, users, items);
        }
        return new Factors(users.compact(), items.compact());
    }

    private void solve(Interactions rows, RowBlocks blocks, FloatRows given, FloatRows into) {
        Turn turn = AlsHalf.turn(given, ridge, parameters.threads());
        if (!parameters.solver().exact()) {
            // Steps start from where the rows stood, so these have to turn as well.
            turn.apply(into, parameters.threads());
        }
        AlsSide side = new AlsSide(rows, given, turn.spectrum(), ridge);
        Parallel.run(blocks.count(), parameters.threads(), () -> {
            RowSolver solver = RowSolver.of(parameters.solver(), parameters.rank());
            return block -> {
                for (int row = blocks.start(block); row < blocks.start(block + 1); row++) {
                    solver.solve(side, row, into);
                }
                progress.step(blocksDone.incrementAndGet(), blocksInAll);
            };
        });
    }
}
