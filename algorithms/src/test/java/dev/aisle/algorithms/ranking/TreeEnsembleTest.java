package dev.aisle.algorithms.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.artefact.UnreadableArtefactException;
import dev.aisle.algorithms.ranking.TreeEnsemble.Nodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeEnsembleTest {
    /** {@code x0 < 1 ? 10 : (x1 < 2 ? 20 : 40)}, then a leaf of 100. NaN goes to the right in the root, to the left below. */
    private static final TreeEnsemble TREES = trees(new int[] {1, 0, 3, 0, 0, 0});

    @TempDir
    Path directory;

    private static TreeEnsemble trees(int... left) {
        return new TreeEnsemble(
                2,
                0.5f,
                new int[] {0, 5},
                new Nodes(
                        new int[] {0, -1, 1, -1, -1, -1},
                        new float[] {1, 10, 2, 20, 40, 100},
                        left,
                        new int[] {2, 0, 4, 0, 0, 0},
                        new int[] {2, 0, 3, 0, 0, 0}));
    }

    @Test
    void leavesAddUpAndAThresholdItselfGoesToTheRight() {
        assertThat(TREES.score(new float[] {0.9f, 9})).isEqualTo(110.5f);
        assertThat(TREES.score(new float[] {1, 1.9f})).isEqualTo(120.5f);
        assertThat(TREES.score(new float[] {1, 2})).isEqualTo(140.5f);
        assertThat(TREES.score(new float[] {Float.NEGATIVE_INFINITY, 0})).isEqualTo(110.5f);
    }

    @Test
    void whatIsNotKnownGoesWhereTheNodeSays() {
        assertThat(TREES.score(new float[] {Float.NaN, 2})).isEqualTo(140.5f);
        assertThat(TREES.score(new float[] {Float.NaN, Float.NaN})).isEqualTo(120.5f);
    }

    @Test
    void treesReadAsTheyWereWritten() throws IOException {
        Path file = directory.resolve("trees");
        new ArtefactWriter(Origin.of("trees", Map.of(), 0, ""))
                .part("t", TREES::store)
                .write(file);

        assertThatThrownBy(() -> Artefact.open(file).part("t")).isInstanceOf(UnreadableArtefactException.class);
        new ArtefactWriter(Origin.of("model", Map.of("t.algorithm", "trees"), 0, ""))
                .part("t", TREES::store)
                .write(file);
        TreeEnsemble read = TreeEnsemble.read(Artefact.open(file).part("t"));

        assertThat(read.treeCount()).isEqualTo(2);
        assertThat(read.score(new float[] {Float.NaN, 2})).isEqualTo(140.5f);
    }

    @Test
    void aWalkThatWouldNotEndIsRefused() {
        assertThatThrownBy(() -> trees(0, 0, 3, 0, 0, 0)).hasMessageContaining("node 0 leads to 0");
        assertThatThrownBy(() -> trees(1, 0, 6, 0, 0, 0)).hasMessageContaining("node 2 leads to 6");
    }

    @Test
    void aFeatureThatIsNotThereIsRefused() {
        Nodes leafless = new Nodes(new int[] {7}, new float[] {1}, new int[1], new int[1], new int[1]);

        assertThatThrownBy(() -> new TreeEnsemble(2, 0, new int[] {0}, leafless))
                .hasMessageContaining("feature 7 of 2");
    }
}
