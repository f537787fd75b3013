package dev.aisle.algorithms.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.artefact.UnreadableArtefactException;
import dev.aisle.algorithms.recommend.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredNetworkTest {
    @TempDir
    private Path folder;

    static Stream<NetworkModel> models() {
        return SomeNetworks.models();
    }

    private static ArtefactWriter writer(String algorithm) {
        return new ArtefactWriter(Origin.of(algorithm, Map.of(), 7, "0f".repeat(32)));
    }

    private Path stored(NetworkModel model) throws IOException {
        Path file = folder.resolve("deep.model");
        ArtefactWriter writer = writer(model.network().name());
        model.store(writer);
        writer.write(file);
        return file;
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatWasStoredScoresTheSameBits(NetworkModel model) throws IOException {
        NetworkModel read = NetworkModel.read(Artefact.open(stored(model)));

        float[] expected = new float[model.itemCount()];
        float[] scores = new float[read.itemCount()];
        for (int item = 0; item < model.itemCount(); item++) {
            model.score(History.of(3, item, 5), expected);
            read.score(History.of(3, item, 5), scores);
            assertThat(scores).isEqualTo(expected);
        }
        assertThat(read.network()).isEqualTo(model.network());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFlippedBitIsFound(NetworkModel model) throws IOException {
        Path file = stored(model);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> Artefact.open(file))
                .isInstanceOf(UnreadableArtefactException.class)
                .hasMessageContaining("it is corrupted");
    }

    @Test
    void anotherAlgorithmAShapeThatCannotBeAndMissingWeightsAreRefused() throws IOException {
        refused(writer("ials").ints("network", 1, 2, 3), "there is no network ials");
        refused(writer("gru4rec").ints("network", 1, 2), "3 numbers of its shape; was 2");
        refused(writer("gru4rec").ints("network", 1, -2, 3), "width, window from 1");
        refused(writer("gru4rec").ints("network", 1, 2, 3), "an array weights.items");
        refused(writer("gru4rec").ints("network", Integer.MAX_VALUE, Integer.MAX_VALUE, 3), "contradicts itself");
    }

    @Test
    void weightsThatAreNotFiniteAreRefused() throws IOException {
        RecurrentNetwork network = new RecurrentNetwork(1, 1, 3);
        ArtefactWriter writer = writer("gru4rec").ints("network", network.numbers());
        network.arrays().forEach(array -> writer.floats("weights." + array.name(), nan(array)));

        refused(writer, "weights items: number 0 is NaN");
    }

    private static float[] nan(WeightArray array) {
        float[] values = new float[array.size()];
        values[0] = Float.NaN;
        return values;
    }

    private void refused(ArtefactWriter writer, String reason) throws IOException {
        Path file = folder.resolve("refused.model");
        writer.write(file);
        Artefact artefact = Artefact.open(file);

        assertThatThrownBy(() -> NetworkModel.read(artefact))
                .isInstanceOf(UnreadableArtefactException.class)
                .hasMessageContaining(reason);
    }
}
