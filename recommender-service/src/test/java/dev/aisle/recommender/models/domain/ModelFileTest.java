package dev.aisle.recommender.models.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.artefact.UnreadableArtefactException;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.recommender.SmallShop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
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
