package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.artefact.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was stored scores with the same bits. */
class StoredModelTest {
    private static final Interactions SHOP = RandomShop.of(4, 60, 40);

    @TempDir
    private Path folder;

    private Artefact stored(String algorithm, StorableModel model) throws IOException {
        ArtefactWriter writer = new ArtefactWriter(Origin.of(algorithm, Map.of(), 0, SHOP.fingerprint()));
        model.store(writer);
        Path file = folder.resolve(algorithm);
        writer.write(file);
        return Artefact.open(file);
    }

    private void scoresTheSame(String algorithm, Model model, Function<Artefact, ? extends Model> read)
            throws IOException {
        Model again = read.apply(stored(algorithm, (StorableModel) model));
        float[] expected = new float[SHOP.itemCount()];
        float[] scores = new float[SHOP.itemCount()];
        for (int user = 0; user < SHOP.userCount(); user++) {
            model.score(SHOP.history(user), expected);
            again.score(SHOP.history(user), scores);
            assertThat(scores).isEqualTo(expected);
        }
    }

    @Test
    void everyModelThatServes() throws IOException {
        ItemKnn normalised = new ItemKnn(5, 1, Weighting.NONE, true, 1);
        scoresTheSame("ials", new ImplicitAls(6, 3, 2, 0.1f, 1, 1, 1).fit(SHOP, Progress.NONE), AlsModel::read);
        scoresTheSame("itemknn", ItemKnn.withDefaults().fit(SHOP, Progress.NONE), ItemKnn.Model::read);
        scoresTheSame("itemknn", normalised.fit(SHOP, Progress.NONE), ItemKnn.Model::read);
        scoresTheSame("rp3beta", Rp3Beta.withDefaults().fit(SHOP, Progress.NONE), ItemKnn.Model::read);
        scoresTheSame("popularity", new Popularity(true).fit(SHOP, Progress.NONE), Popularity.Model::read);
        scoresTheSame("ease", Ease.withDefaults().fit(SHOP, Progress.NONE), Ease::read);
    }

    @Test
    void aModelOfNoItems() throws IOException {
        Interactions empty = Interactions.collect(0, 0).build();

        Model read = ItemKnn.Model.read(stored("itemknn", ItemKnn.withDefaults().fit(empty, Progress.NONE)));

        assertThat(read.itemCount()).isZero();
    }

    @Test
    void listsThatContradictThemselvesAreRefused() throws IOException {
        int[] similar = {0, 2, 1};
        for (int[] offsets : new int[][] {{0, 1}, {0, 2, 1, 3}, {1, 3}, {}}) {
            Artefact wrong = stored("itemknn", lists(offsets, similar));
            assertThatThrownBy(() -> ItemKnn.Model.read(wrong)).hasMessageContaining("contradicts itself");
        }
        Artefact beyond = stored("itemknn", lists(new int[] {0, 3}, similar));
        assertThatThrownBy(() -> ItemKnn.Model.read(beyond)).hasMessageContaining("below 1, found 2");
        assertThatThrownBy(() -> AlsModel.read(beyond)).hasMessageContaining("a model of ials, found itemknn");
    }

    private static StorableModel lists(int[] offsets, int[] items) {
        return new StorableModel() {
            @Override
            public int itemCount() {
                return 0;
            }

            @Override
            public void score(History history, float[] into) {
                throw new UnsupportedOperationException("only stored");
            }

            @Override
            public void store(ArtefactWriter into) {
                new StoredLists(offsets, items).store("neighbours", into);
                into.floats("similarities", new float[items.length]).ints("normalised", 0);
            }
        };
    }

    @Test
    void theFingerprintIsThatOfTheData() {
        assertThat(RandomShop.of(4, 60, 40).fingerprint()).isEqualTo(SHOP.fingerprint());
        assertThat(SHOP.mapWeights(weight -> weight + 1).fingerprint()).isNotEqualTo(SHOP.fingerprint());
        assertThat(SHOP.transposed().fingerprint()).isNotEqualTo(SHOP.fingerprint());
    }
}
