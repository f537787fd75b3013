package dev.aisle.recommender.models.nearest;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.nearest.AllRows;
import dev.aisle.algorithms.nearest.CellRows;
import dev.aisle.algorithms.nearest.Recall;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.recommender.models.nearest.NearestSettings.Beyond;
import java.util.List;

/** Chooses and builds the index of a matrix. */
public final class Indexes {
    private static final int QUESTIONS = 100;
    private static final long SEED = 20_261_126L;
    /** Beyond this share of the cells, looking into all rows costs as much. */
    private static final double MOST_CELLS = 0.5;

    private static final double FIRST_CELLS = 0.01;
    private static final double MORE_CELLS = 1.5;
    /** Looked for a little beyond what is asked, since other questions than those measured will come. */
    private static final double HEADROOM = 0.005;

    private Indexes() {}

    /** Like {@link #over(FloatRows, NearestSettings, List, Progress)}, measured by questions made from the rows. */
    public static VectorIndex over(FloatRows rows, NearestSettings settings, Progress progress) {
        return over(rows, settings, List.of(), progress);
    }

    /**
     * The index of a matrix: all rows for few; else cells or a graph, as long as they find enough of the best.
     *
     * @param rows not copied when they are padded; must not change afterwards
     * @param queries by which the recall is measured; none: means of like rows
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    public static VectorIndex over(FloatRows rows, NearestSettings settings, List<float[]> queries, Progress progress) {
        FloatRows padded = padded(rows);
        VectorIndex exact = none(padded);
        if (padded.rows() <= settings.exactUpTo()) {
            progress.step(1, 1);
            return exact;
        }
        Recall recall =
                new Recall(padded, queries.isEmpty() ? Recall.questions(padded, QUESTIONS, SEED) : queries, Recall.AT);
        VectorIndex built = settings.beyond() == Beyond.GRAPH
                ? graph(padded, settings, recall, progress)
                : cells(padded, settings, recall, progress);
        return built.recall() >= settings.leastRecall() ? built : exact;
    }

    /** What needs no building: all rows are looked at. */
    public static VectorIndex none(FloatRows rows) {
        FloatRows padded = padded(rows);
        return MeasuredIndex.of(new AllRows(padded), padded, "exact", 1);
    }

    private static FloatRows padded(FloatRows rows) {
        return rows.stride() % FloatRows.PADDING == 0 ? rows : FloatRows.padded(rows.compact(), rows.width());
    }

    private static VectorIndex cells(FloatRows rows, NearestSettings settings, Recall recall, Progress progress) {
        int count = Math.clamp(Math.round(Math.sqrt(rows.rows())), 1, rows.rows());
        CellRows cells = CellRows.over(rows, count, settings.threads(), progress);
        double wanted = Math.min(1, settings.leastRecall() + HEADROOM);
        for (double share = FIRST_CELLS; ; share = Math.min(MOST_CELLS, share * MORE_CELLS)) {
            CellRows probed = cells.withProbes((int) Math.ceil(share * count));
            double found = recall.of(probed);
            if (found >= wanted || share >= MOST_CELLS) {
                return MeasuredIndex.of(probed, rows, "cells", found);
            }
        }
    }

    private static VectorIndex graph(FloatRows rows, NearestSettings settings, Recall recall, Progress progress) {
        GraphRows graph = GraphRows.over(rows, progress);
        double wanted = Math.min(1, settings.leastRecall() + HEADROOM);
        for (int beam = GraphRows.LEAST_BEAM; ; beam *= 2) {
            GraphRows searched = graph.withBeam(beam);
            double found = recall.of(searched);
            if (found >= wanted || beam >= GraphRows.MOST_BEAM) {
                return MeasuredIndex.of(searched, rows, "graph", found);
            }
        }
    }
}
