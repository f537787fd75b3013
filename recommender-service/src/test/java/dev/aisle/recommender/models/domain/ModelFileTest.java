package dev.aisle.recommender.models.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.artefact.UnreadableArtefactException;
import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.recommender.KnowingNetwork;
import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.models.choice.ChoiceParameters;
import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.choice.PlacementChoice;
import dev.aisle.recommender.models.choice.PlacementChoice.RunnerUp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {
    private static final TrainedModel MODEL = SmallShop.model(40);

    @TempDir
    Path directory;

    @Test
    void aModelReadsAsItWasWritten() throws Exception {
        TrainedModel read = ModelFile.read(fileOf(bytes()));

        assertThat(read.version()).isEqualTo(MODEL.version());
        assertThat(read.trainedAt()).isEqualTo(MODEL.trainedAt());
        assertThat(read.origin()).isEqualTo(MODEL.origin());
        assertThat(read.productIds()).isEqualTo(MODEL.productIds());
        assertThat(read.popularity().scores()).isEqualTo(MODEL.popularity().scores());
        assertThat(read.similar().neighbours()).isEqualTo(MODEL.similar().neighbours());
        assertThat(read.boughtTogether().similarities())
                .isEqualTo(MODEL.boughtTogether().similarities());
        assertThat(read.als().itemFactors()).isEqualTo(MODEL.als().itemFactors());
        assertThat(read.als().ridge()).isEqualTo(MODEL.als().ridge());
        assertThat(MODEL.sessions().sessionCount()).isPositive();
        assertThat(read.sessions().sessionCount()).isEqualTo(MODEL.sessions().sessionCount());
        assertThat(read.sessions().rarity()).isEqualTo(MODEL.sessions().rarity());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.2, 0.5, 0.9, 0.9999})
    void oneFlippedBitAnywhereIsNoticed(double where) throws IOException {
        byte[] bytes = bytes();
        bytes[(int) (where * bytes.length)] ^= 4;

        assertThatThrownBy(() -> ModelFile.read(fileOf(bytes))).isInstanceOf(UnreadableArtefactException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0001, 0.5, 0.9999})
    void aFileThatWasCutIsNoticed(double where) throws IOException {
        byte[] whole = bytes();
        byte[] cut = Arrays.copyOf(whole, (int) (where * whole.length));

        assertThatThrownBy(() -> ModelFile.read(fileOf(cut))).isInstanceOf(UnreadableArtefactException.class);
    }

    @Test
    void aFormerFormatANewerOneAndAnotherModelAreNamed() throws IOException {
        byte[] former = bytes();
        System.arraycopy("AISLEREC".getBytes(StandardCharsets.US_ASCII), 0, former, 0, Long.BYTES);
        assertThatThrownBy(() -> ModelFile.read(fileOf(former))).hasMessageContaining("it is no model file");

        byte[] newer = bytes();
        newer[Long.BYTES] = 99;
        assertThatThrownBy(() -> ModelFile.read(fileOf(newer))).hasMessageContaining("newer than this version");

        Path other = directory.resolve("other");
        new ArtefactWriter(Origin.of("ials", Map.of(), 0, "")).write(other);
        assertThatThrownBy(() -> ModelFile.read(other))
                .hasMessageContaining("a model of aisle-recommender, found ials");
    }

    @Test
    void aModelFromBeforeThereWereVisitsGoesOnServingWithoutAny() throws IOException {
        Path former = directory.resolve("before-visits");
        Map<String, String> parameters = new HashMap<>(MODEL.origin().parameters());
        parameters.keySet().removeIf(name -> name.startsWith("sessions."));
        parameters.putAll(Map.of("version", "v0", "trainedAt", "2026-11-01T00:00:00Z"));
        new ArtefactWriter(Origin.of(
                        "aisle-recommender", parameters, 7, MODEL.origin().fingerprint()))
                .texts("products", MODEL.productIds())
                .part("popularity", MODEL.popularity()::store)
                .part("similar", MODEL.similar()::store)
                .part("together", MODEL.boughtTogether()::store)
                .part("als", MODEL.als()::store)
                .write(former);

        TrainedModel read = ModelFile.read(former);

        assertThat(read.als().itemFactors()).isEqualTo(MODEL.als().itemFactors());
        assertThat(read.sessions().sessionCount()).isZero();
        assertThat(read.sessions().sparseScores(History.of(0, 1)).size()).isZero();
        assertThat(Soundness.problemOf(read)).isEmpty();
    }

    @Test
    void aNetworkAndAChoiceReadAsTheyWereWritten() throws IOException {
        NetworkModel network = KnowingNetwork.guessing(MODEL.itemCount());
        ChoiceReport choice = choice();
        Path file = directory.resolve("deep");

        ModelFile.write(MODEL.with(network, "epochs=3").with(choice), file);
        TrainedModel read = ModelFile.read(file);

        assertThat(read.network().network()).isEqualTo(network.network());
        assertThat(scores(read.network())).isEqualTo(scores(network));
        assertThat(read.choice()).isEqualTo(choice);
        assertThat(read.mixAt(PlacementKind.PRODUCT).network()).isEqualTo(1);
        assertThat(read.mixAt(PlacementKind.CART)).isEqualTo(Mix.CART);
        assertThat(ModelFile.learnedElsewhere(read.origin().parameters())).isEqualTo("gru4rec epochs=3");
        assertThat(read.origin().parameters().keySet()).noneMatch(key -> key.startsWith("choice."));
        assertThat(Soundness.problemOf(read)).isEmpty();
    }

    @Test
    void aModelWithoutANetworkHasNoneAndServesTheUsualMixes() throws IOException {
        TrainedModel read = ModelFile.read(fileOf(bytes()));

        assertThat(read.network()).isNull();
        assertThat(read.choice()).isNull();
        assertThat(read.mixAt(PlacementKind.USUAL)).isEqualTo(Mix.USUAL);
        assertThat(read.mixAt(PlacementKind.CART)).isEqualTo(Mix.CART);
    }

    @Test
    void aNetworkThatIsBrokenRefusesTheFileWithTheReason() throws IOException {
        Path file = directory.resolve("deep");
        NetworkModel withNaN = KnowingNetwork.guessing(MODEL.itemCount());
        withNaN.weights().array("items")[3] = Float.NaN;
        ModelFile.write(MODEL.with(withNaN, ""), file);
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(UnreadableArtefactException.class)
                .hasMessageContaining("weights items: number 3 is NaN");

        NetworkModel network = KnowingNetwork.guessing(MODEL.itemCount());
        ModelFile.write(MODEL.with(network, ""), file);
        byte[] whole = Files.readAllBytes(file);
        assertThatThrownBy(() -> ModelFile.read(fileOf(Arrays.copyOf(whole, whole.length - 100))))
                .isInstanceOf(UnreadableArtefactException.class);
        whole[whole.length - 50] ^= 1;
        assertThatThrownBy(() -> ModelFile.read(fileOf(whole))).isInstanceOf(UnreadableArtefactException.class);
        assertThatThrownBy(() -> MODEL.with(KnowingNetwork.guessing(MODEL.itemCount() + 1), ""))
                .hasMessageContaining("products, expected " + MODEL.itemCount());
    }

    @Test
    void aChoiceThatIsBrokenRefusesTheFileWithTheReason() {
        Map<String, String> parameters = new HashMap<>(ChoiceParameters.of(choice()));

        parameters.put("choice.product.mix", "1 2 x 4 5 6 7");
        assertThatThrownBy(() -> ChoiceParameters.read(parameters)).hasMessageContaining("the mix at product");

        parameters.put("choice.product.mix", "1 2 NaN 4 5 6 7");
        assertThatThrownBy(() -> ChoiceParameters.read(parameters)).hasMessageContaining("the weight NaN");

        parameters.remove("choice.product.mix");
        assertThatThrownBy(() -> ChoiceParameters.read(parameters)).hasMessageContaining("choice.product.mix");
    }

    private static ChoiceReport choice() {
        PlacementChoice product = new PlacementChoice(
                "product",
                new NamedMix("network", new Mix(0, 0, 0, 0, 0, 0.01f, 1)),
                "ndcg@20",
                77,
                new Estimate(0.5, 0.4, 0.6),
                new RunnerUp("usual", 0.3, new Estimate(-0.2, -0.3, -0.1)),
                Map.of("network", 0.5, "usual", 0.3),
                "better");
        return new ChoiceReport(List.of(product), "a test");
    }

    private static float[] scores(NetworkModel network) {
        float[] scores = new float[network.itemCount()];
        network.score(History.of(0, 3, 1), scores);
        return scores;
    }

    @Test
    void theOriginIsThatOfTheInteractions() {
        assertThat(SmallShop.model(40).origin()).isEqualTo(MODEL.origin());
        assertThat(SmallShop.model(40, "u003").origin().fingerprint())
                .isNotEqualTo(MODEL.origin().fingerprint());
        assertThat(MODEL.origin().parameters().get("similar.parameters")).contains("k=100");
    }

    @Test
    void aFileHoldsNobodysName() throws IOException {
        assertThat(new String(bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("u000", "u001-");
    }

    private byte[] bytes() throws IOException {
        Path written = directory.resolve("written");
        ModelFile.write(MODEL, written);
        return Files.readAllBytes(written);
    }

    private Path fileOf(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("model"), bytes);
    }
}
