package dev.aisle.recommender.models.nearest;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import dev.aisle.algorithms.nearest.NearestRows;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.recommend.ScoredItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.hnsw.HnswGraphBuilder;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.OnHeapHnswGraph;

/**
 * Lucene's graph of neighbours over the rows.
 *
 * @see <a href="https://doi.org/10.1109/TPAMI.2018.2889473">Malkov, Yashunin 2018, Hierarchical navigable small world graphs</a>
 */
final class GraphRows implements NearestRows {
    static final int LEAST_BEAM = 40;
    static final int MOST_BEAM = 1_280;

    private static final int NEIGHBOURS = 16;
    private static final int BUILD_BEAM = 100;
    private static final long SEED = 20_261_126L;
    private static final int STEP = 10_000;

    private final FloatRows rows;
    private final OnHeapHnswGraph graph;
    private final int beam;

    private GraphRows(FloatRows rows, OnHeapHnswGraph graph, int beam) {
        this.rows = rows;
        this.graph = graph;
        this.beam = beam;
    }

    /**
     * Builds the graph by one thread.
     *
     * @param rows padded; not copied
     */
    static GraphRows over(FloatRows rows, Progress progress) {
        int total = rows.rows();
        try {
            HnswGraphBuilder builder =
                    HnswGraphBuilder.create(new SphereScorers(rows), NEIGHBOURS, BUILD_BEAM, SEED, total);
            for (int row = 0; row < total; row++) {
                if (row % STEP == 0) {
                    progress.step(row, total);
                }
                builder.addGraphNode(row);
            }
            OnHeapHnswGraph graph = builder.getCompletedGraph();
            progress.step(total, total);
            return new GraphRows(rows, graph, LEAST_BEAM);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is read or written here", e);
        }
    }

    /** The same graph, searched for so many neighbours at least: more find more, and take longer. */
    GraphRows withBeam(int wanted) {
        return new GraphRows(rows, graph, wanted);
    }

    @Override
    public List<ScoredItem> top(float[] query, int count) {
        Kernels kernels = Kernels.best();
        try {
            KnnCollector found = HnswGraphSearcher.search(
                    new QueryScorer(rows, query), Math.max(count, beam), graph, null, Integer.MAX_VALUE);
            List<ScoredItem> items = new ArrayList<>();
            for (ScoreDoc hit : found.topDocs().scoreDocs) {
                float score = kernels.dot(rows.values(), hit.doc * rows.stride(), query, 0, rows.width());
                items.add(new ScoredItem(hit.doc, score));
            }
            return items.stream()
                    .sorted((a, b) -> a.score() == b.score()
                            ? Integer.compare(a.item(), b.item())
                            : Float.compare(b.score(), a.score()))
                    .limit(count)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is read or written here", e);
        }
    }

    @Override
    public long bytes() {
        return graph.ramBytesUsed();
    }
}
