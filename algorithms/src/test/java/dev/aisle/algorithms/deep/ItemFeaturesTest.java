package dev.aisle.algorithms.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.artefact.UnreadableArtefactException;
import dev.aisle.algorithms.content.ItemContent;
import dev.aisle.algorithms.recommend.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItemFeaturesTest {
    private static final int ITEMS = SomeNetworks.ITEMS;

    @TempDir
    private Path folder;

    /** Vectors of five numbers; the last item has none. */
    private static ItemFeatures some() {
        SplittableRandom random = new SplittableRandom(4);
        List<float[]> vectors = new ArrayList<>();
        for (int item = 0; item + 1 < ITEMS; item++) {
            vectors.add(new float[] {random.nextFloat() - 0.5f, 0, random.nextFloat(), -1, random.nextFloat()});
        }
        vectors.add(new float[0]);
        return ItemFeatures.of(vectors).and(ItemFeatures.NONE);
    }

    static Stream<NetworkModel> models() {
        ItemFeatures features = some();
        return SomeNetworks.all().stream()
                .map(network -> new NetworkModel(network, Weights.random(features.arrays(network), 3), features));
    }

    @Test
    void termsOfOneItemOnlyAreNoColumnAndRowsHaveLengthOne() {
        ItemContent content = ItemContent.collect(3)
                .attribute(0, "category", "Toys")
                .attribute(1, "category", "Toys")
                .attribute(1, "brand", "Acme")
                .attribute(2, "brand", "Acme")
                .text(0, "title", "unique")
                .build();

        ItemFeatures features = ItemFeatures.of(content, 10);

        assertThat(features.columns()).isEqualTo(2);
        float half = (float) Math.sqrt(0.5);
        assertThat(features.dense()).containsExactly(new float[] {1, 0, half, half, 0, 1}, within(1e-6f));
        assertThat(ItemFeatures.of(content, 1).dense()).containsExactly(new float[] {1, 1, 0}, within(1e-6f));
    }

    @Test
    void columnsOfTwoKindsStandBesideEachOther() {
        ItemFeatures both = ItemFeatures.of(List.of(new float[] {2}, new float[] {-3}))
                .and(ItemFeatures.of(List.of(new float[] {0, 1}, new float[0])));

        float half = (float) Math.sqrt(0.5);
        assertThat(both.dense()).containsExactly(new float[] {half, 0, half, -1, 0, 0}, within(1e-6f));
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheItem() {
        assertThatThrownBy(() -> ItemFeatures.of(List.of(new float[] {1, 2}, new float[] {1})))
                .hasMessageContaining("vector of item 1: expected 2 numbers");
        assertThatThrownBy(() -> ItemFeatures.of(List.of(new float[] {Float.NaN})))
                .hasMessageContaining("vector of item 0: number 0 is NaN");
        assertThatThrownBy(() -> some().arrays(new RecurrentNetwork(5, 4, 3)))
                .hasMessageContaining("gru4rec: expected 5 items with features; was " + ITEMS);
        ItemFeatures one = ItemFeatures.of(List.of(new float[] {1}));
        assertThatThrownBy(() -> some().and(one)).hasMessageContaining("don't belong together");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelScoresAsOneWhoseRowsHoldTheFeaturesAlready(NetworkModel model) {
        Network network = model.network();
        float[] dense = model.features().dense();
        int columns = model.features().columns();
        Map<String, float[]> arrays = new HashMap<>();
        for (WeightArray array : network.arrays()) {
            float[] values = model.weights().array(array.name()).clone();
            if (network.perItem().contains(array.name())) {
                float[] projection = model.weights().array(ItemFeatures.projection(array.name()));
                for (int at = 0; at < values.length; at++) {
                    for (int column = 0; column < columns; column++) {
                        values[at] += dense[at / array.columns() * columns + column]
                                * projection[column * array.columns() + at % array.columns()];
                    }
                }
            }
            arrays.put(array.name(), values);
        }
        NetworkModel plain = new NetworkModel(network, new Weights(network.arrays(), arrays));

        assertThat(scores(model, 3, 1, 4)).containsExactly(scores(plain, 3, 1, 4), within(1e-4f));
        assertThat(scores(model, 3, 1, 4)).isNotEqualTo(scores(new NetworkModel(network, model.weights()), 3, 1, 4));
    }

    @ParameterizedTest
    @MethodSource("models")
    void featuresAreStoredWithTheModel(NetworkModel model) throws IOException {
        ArtefactWriter writer = writer(model.network().name());
        model.store(writer);
        Path file = folder.resolve("deep.model");
        writer.write(file);

        NetworkModel read = NetworkModel.read(Artefact.open(file));

        assertThat(scores(read, 3, 1, 4)).isEqualTo(scores(model, 3, 1, 4));
        assertThat(read.features().dense()).isEqualTo(model.features().dense());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatComesLaterIsPlacedByItsTermsAsTheLearnedOnesAre(Network network) throws IOException {
        ItemContent.Builder content = ItemContent.collect(ITEMS);
        for (int item = 0; item < ITEMS; item++) {
            content.attribute(item, "category", "c" + item % 3).text(item, "title", "number " + item / 2);
        }
        ItemContent learned = content.build();
        ItemFeatures features = FeatureTerms.of(learned, 100).rows(learned);
        Weights weights = Weights.random(features.arrays(network), 3);
        for (String name : network.perItem()) {
            float[] rows = weights.array(name);
            int width = rows.length / ITEMS;
            Arrays.fill(rows, 4 * width, 5 * width, 0f);
        }
        NetworkModel model = stored(new NetworkModel(network, weights, features));
        ItemContent later = ItemContent.collect(2)
                .attribute(0, "category", "c1")
                .attribute(0, "category", "never seen")
                .text(0, "title", "number 2")
                .attribute(1, "brand", "never seen")
                .build();

        ItemFeatures rows = model.features().terms().orElseThrow().rows(later);
        NetworkModel larger = stored(model.with(rows));

        float[] scores = new float[ITEMS + 2];
        larger.score(History.of(3, 1, 4), scores);
        assertThat(Arrays.copyOf(scores, ITEMS)).isEqualTo(scores(model, 3, 1, 4));
        // Item 4 has no row of its own and the same terms.
        assertThat(scores[ITEMS]).isCloseTo(scores[4], within(1e-5f));
        larger.score(History.of(3, 1, ITEMS), scores);
        assertThat(Arrays.copyOf(scores, ITEMS)).containsExactly(scores(model, 3, 1, 4), within(1e-5f));
        assertThat(rows.knows(0)).isTrue();
        assertThat(rows.knows(1)).isFalse();
    }

    static List<Network> networks() {
        return SomeNetworks.all();
    }

    @Test
    void vectorsOfSomebodyElseAndFilesFromBeforeHaveNoTerms() throws IOException {
        ItemFeatures vectors = some();
        Network network = SomeNetworks.all().getFirst();
        NetworkModel model = stored(new NetworkModel(network, Weights.random(vectors.arrays(network), 3), vectors));

        assertThat(model.features().terms()).isEmpty();
        assertThat(scores(model, 1)).doesNotContain(Float.NaN);
        assertThatThrownBy(() -> model.with(ItemFeatures.of(List.of(new float[] {1}))))
                .hasMessageContaining("features of 5 columns and of 1 don't belong together");
    }

    @Test
    void termsThatDoNotFitTheColumnsAreRefused() throws IOException {
        refused(
                features(2, 1, 0.5f)
                        .texts("features.terms.field", "a")
                        .texts("features.terms.text", "b")
                        .ints("features.terms.word", 0)
                        .floats("features.terms.rarity", new float[] {1}),
                "2 terms of features");
    }

    private NetworkModel stored(NetworkModel model) throws IOException {
        ArtefactWriter writer = writer(model.network().name());
        model.store(writer);
        Path file = folder.resolve("stored.model");
        writer.write(file);
        return NetworkModel.read(Artefact.open(file));
    }

    @Test
    void aFileWhoseFeaturesContradictThemselvesIsRefused() throws IOException {
        refused(features(0, 0), "one number of columns above 0");
        refused(features(2, 2), "numbers of features below 2");
        refused(features(2, 1, 0.5f, 0.5f), "a value a feature");
        refused(features(2, 1, Float.NaN), "features that are numbers");
        refused(features(2, 1, 0.5f), "1 items with features; was 2");
    }

    /** Features of two items, of which the first has one. */
    private static ArtefactWriter features(int columns, int column, float... values) {
        RecurrentNetwork network = new RecurrentNetwork(1, 1, 3);
        ArtefactWriter writer = writer("gru4rec")
                .ints("network", network.numbers())
                .ints("features.columns", columns)
                .ints("features.offsets", 0, 1, 1)
                .ints("features", column)
                .floats("features.values", values);
        network.arrays().forEach(array -> writer.floats("weights." + array.name(), new float[array.size()]));
        return writer;
    }

    private void refused(ArtefactWriter writer, String reason) throws IOException {
        Path file = folder.resolve("refused.model");
        writer.write(file);
        Artefact artefact = Artefact.open(file);

        assertThatThrownBy(() -> NetworkModel.read(artefact))
                .isInstanceOf(UnreadableArtefactException.class)
                .hasMessageContaining(reason);
    }

    private static ArtefactWriter writer(String algorithm) {
        return new ArtefactWriter(Origin.of(algorithm, Map.of(), 7, "0f".repeat(32)));
    }

    private static float[] scores(NetworkModel model, int... session) {
        float[] scores = new float[ITEMS];
        model.score(History.of(session), scores);
        return scores;
    }
}
