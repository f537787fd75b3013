package dev.aisle.recommender.models.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.recommender.SmallShop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
        TrainedModel read = ModelReader.read(fileOf(bytes()));

        assertThat(read.version()).isEqualTo(MODEL.version());
        assertThat(read.trainedAt()).isEqualTo(MODEL.trainedAt());
        assertThat(read.productIds()).isEqualTo(MODEL.productIds());
        assertThat(read.popularity().scores()).isEqualTo(MODEL.popularity().scores());
        assertThat(read.similar().neighbours()).isEqualTo(MODEL.similar().neighbours());
        assertThat(read.boughtTogether().similarities())
                .isEqualTo(MODEL.boughtTogether().similarities());
        assertThat(read.als().itemFactors()).isEqualTo(MODEL.als().itemFactors());
        assertThat(read.als().ridge()).isEqualTo(MODEL.als().ridge());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.2, 0.5, 0.9, 0.9999})
    void oneFlippedBitAnywhereIsNoticed(double where) throws IOException {
        byte[] bytes = bytes();
        bytes[(int) (where * bytes.length)] ^= 4;

        assertThatThrownBy(() -> ModelReader.read(fileOf(bytes))).isInstanceOf(UnreadableModelException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0001, 0.5, 0.9999})
    void aFileThatWasCutIsNoticed(double where) throws IOException {
        byte[] whole = bytes();
        byte[] cut = Arrays.copyOf(whole, (int) (where * whole.length));

        assertThatThrownBy(() -> ModelReader.read(fileOf(cut))).isInstanceOf(UnreadableModelException.class);
    }

    @Test
    void anotherFormatIsNamed() throws IOException {
        byte[] bytes = bytes();
        ByteBuffer.wrap(bytes).putInt(Long.BYTES, 99);

        assertThatThrownBy(() -> ModelReader.read(fileOf(bytes)))
                .isInstanceOf(UnreadableModelException.class)
                .hasMessageContaining("format is 99");
    }

    @Test
    void aFileHoldsNobodysName() throws IOException {
        assertThat(new String(bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("u000", "u001-");
    }

    private static byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelWriter.write(MODEL, out);
        return out.toByteArray();
    }

    private Path fileOf(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("model"), bytes);
    }
}
