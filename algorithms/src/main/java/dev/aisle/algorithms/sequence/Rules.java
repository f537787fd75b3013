package dev.aisle.algorithms.sequence;

import dev.aisle.algorithms.recommend.BestKeys;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Arrays;

/** Collects what follows from each item, and keeps the strongest. */
final class Rules {
    private final Sessions train;
    private final int kept;
    private final int[] starts;
    private final int[] positions;
    private final int[] session;

    Rules(Sessions train, int kept) {
        this.train = train;
        this.kept = Math.min(kept, Math.max(1, train.itemCount()));
        this.session = train.sessionOfStep();
        this.starts = new int[train.itemCount() + 1];
        for (int step = 0; step < train.steps(); step++) {
            starts[train.item(step) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        this.positions = new int[train.steps()];
        int[] next = Arrays.copyOf(starts, train.itemCount());
        for (int step = 0; step < positions.length; step++) {
            positions[next[train.item(step)]++] = step;
        }
    }

    /** How much one step speaks for another one of the same session; 0 for nothing. */
    @FunctionalInterface
    interface Weight {
        double of(int from, int to);
    }

    /**
     * The rules.
     *
     * @param back how many steps before, at most, a step speaks for
     * @param ahead how many after
     */
    RuleModel find(int back, int ahead, Weight weight, Progress progress) {
        int[] offsets = new int[train.itemCount() + 1];
        int[] targets = new int[16];
        float[] strengths = new float[16];
        double[] sums = new double[train.itemCount()];
        int[] touched = new int[train.itemCount()];
        BestKeys best = new BestKeys(kept);
        for (int item = 0; item < train.itemCount(); item++) {
            int count = sum(item, back, ahead, weight, sums, touched);
            best.clear();
            for (int t = 0; t < count; t++) {
                // Of equal rules the one that was seen first stays.
                best.offer(BestKeys.key(t, (float) sums[touched[t]]));
            }
            long[] strongest = best.bestFirst();
            int end = offsets[item] + strongest.length;
            if (end > targets.length) {
                targets = Arrays.copyOf(targets, Math.max(end, targets.length * 2));
                strengths = Arrays.copyOf(strengths, targets.length);
            }
            for (int n = 0; n < strongest.length; n++) {
                targets[offsets[item] + n] = touched[BestKeys.index(strongest[n])];
                strengths[offsets[item] + n] = BestKeys.score(strongest[n]);
            }
            for (int t = 0; t < count; t++) {
                sums[touched[t]] = 0;
            }
            offsets[item + 1] = end;
            progress.step(item + 1, train.itemCount());
        }
        int end = offsets[train.itemCount()];
        return new RuleModel(offsets, Arrays.copyOf(targets, end), Arrays.copyOf(strengths, end));
    }

    private int sum(int item, int back, int ahead, Weight weight, double[] sums, int[] touched) {
        int count = 0;
        for (int p = starts[item]; p < starts[item + 1]; p++) {
            int from = positions[p];
            int first = Math.max(train.start(session[from]), from - back);
            int last = (int) Math.min(train.start(session[from] + 1) - 1L, (long) from + ahead);
            for (int to = first; to <= last; to++) {
                double strength = to == from ? 0 : weight.of(from, to);
                int target = train.item(to);
                if (strength > 0) {
                    if (sums[target] == 0) {
                        touched[count++] = target;
                    }
                    sums[target] += strength;
                }
            }
        }
        return count;
    }
}
