package dev.aisle.algorithms.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.recommend.StorableModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSequenceModelTest {
    private static final int ITEMS = 20;
    private static final Sessions TRAIN = Sessions.of(ITEMS, RandomSessions.of(3, 200, ITEMS));

    @TempDir
    private Path folder;

    @Test
    void rulesAndNeighbouringSessionsScoreTheSameBits() throws IOException {
        scoresTheSame("sr", SequentialRules.withDefaults().fit(TRAIN, Progress.NONE), RuleModel::read);
        scoresTheSame("ar", AssociationRules.withDefaults().fit(TRAIN, Progress.NONE), RuleModel::read);
        scoresTheSame("vmisknn", VmisKnn.withDefaults().fit(TRAIN, Progress.NONE), VmisKnn::read);
        scoresTheSame("vmisknn", new VmisKnn(3, 2, 9, 0, false).fit(TRAIN, Progress.NONE), VmisKnn::read);
    }

    @Test
    void aModelOfNoSessions() throws IOException {
        Sessions empty = Sessions.of(3, List.of());

        Model read = VmisKnn.read(stored("vmisknn", VmisKnn.withDefaults().fit(empty, Progress.NONE)));

        assertThat(read.itemCount()).isEqualTo(3);
    }

    @Test
    void theModelOfAnotherAlgorithmIsRefused() throws IOException {
        Artefact rules = stored("sr", SequentialRules.withDefaults().fit(TRAIN, Progress.NONE));

        assertThatThrownBy(() -> VmisKnn.read(rules)).hasMessageContaining("a model of vmisknn, found sr");
    }

    private Artefact stored(String algorithm, Model model) throws IOException {
        ArtefactWriter writer = new ArtefactWriter(Origin.of(algorithm, Map.of(), 0, TRAIN.fingerprint()));
        ((StorableModel) model).store(writer);
        writer.write(folder.resolve(algorithm));
        return Artefact.open(folder.resolve(algorithm));
    }

    private void scoresTheSame(String algorithm, Model model, Function<Artefact, ? extends Model> read)
            throws IOException {
        Model again = read.apply(stored(algorithm, model));
        float[] expected = new float[ITEMS];
        float[] scores = new float[ITEMS];
        for (int first = 0; first < ITEMS; first++) {
            for (int second = 0; second < ITEMS; second++) {
                model.score(History.of(first, second, 3), expected);
                again.score(History.of(first, second, 3), scores);
                assertThat(scores).isEqualTo(expected);
            }
        }
    }
}
