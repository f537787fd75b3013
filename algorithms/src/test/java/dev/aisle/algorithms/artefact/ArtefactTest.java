package dev.aisle.algorithms.artefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtefactTest {
    private static final Origin ORIGIN = Origin.of("ials", Map.of("rank", "3", "größe", "λ = ½"), -7, "0f".repeat(32));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("shop.model");
        writer().write(file);
    }

    private static ArtefactWriter writer() {
        return new ArtefactWriter(ORIGIN)
                .ints("whole", 1, -2, Integer.MAX_VALUE)
                .floats("parts", new float[] {0.1f, Float.NaN}, new float[] {}, new float[] {-0f})
                .doubles("doubles", Math.PI)
                .ints("none");
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        Artefact read = Artefact.open(file);

        assertThat(read.origin()).isEqualTo(ORIGIN);
        assertThat(read.names()).containsExactly("whole", "parts", "doubles", "none");
        assertThat(read.ints("whole")).containsExactly(1, -2, Integer.MAX_VALUE);
        assertThat(read.floats("parts")).containsExactly(0.1f, Float.NaN, -0f);
        assertThat(read.doubles("doubles")).containsExactly(Math.PI);
        assertThat(read.ints("none")).isEmpty();
        assertThat(read.segment("doubles").get(Format.DOUBLE, 0)).isEqualTo(Math.PI);
        assertThat(read.segment("parts").isReadOnly()).isTrue();
        float[] last = new float[2];
        read.floats("parts", 1, last);
        assertThat(last).containsExactly(Float.NaN, -0f);
    }

    @Test
    void textsAndPartsAreReadAsTheyWereWritten() throws IOException {
        Origin origin = Origin.of(
                "several", Map.of("one.algorithm", "ials", "one.rank", "2", "two.algorithm", "sr"), 3, "0f".repeat(32));
        new ArtefactWriter(origin)
                .texts("names", "", "größe", "茶")
                .texts("none")
                .part("one", part -> part.ints("rank", 2).floats("rows", new float[] {1, 2}))
                .part("two", part -> part.ints("rank", 9))
                .write(file);

        Artefact read = Artefact.open(file);

        assertThat(read.texts("names")).containsExactly("", "größe", "茶");
        assertThat(read.texts("none")).isEmpty();
        assertThat(read.part("one").of("ials").ints("rank")).containsExactly(2);
        assertThat(read.part("one").floats("rows")).containsExactly(1, 2);
        assertThat(read.part("one").names()).containsExactly("rank", "rows");
        assertThat(read.part("one").origin().parameters()).containsEntry("rank", "2");
        assertThat(read.part("two").ints("rank")).containsExactly(9);
        assertThatThrownBy(() -> read.part("three")).hasMessageContaining("expected a part three");
        assertThatThrownBy(() -> read.part("two").of("ials")).hasMessageContaining("a model of ials, found sr");
        assertThatThrownBy(() -> read.ints("names")).hasMessageContaining("expected INTS in names, found BYTES");
    }

    @Test
    void textsThatContradictThemselvesAreRefused() throws IOException {
        Artefact any = Artefact.open(file);
        byte[] bytes = "aé".getBytes(StandardCharsets.UTF_8);

        for (int[] offsets : new int[][] {{}, {1, 3}, {0, 2}, {0, 2, 1, 3}, {0, 5, 3}, {0, 2, 3}}) {
            assertThatThrownBy(() -> new Texts(offsets, bytes).decoded(any))
                    .as(Arrays.toString(offsets))
                    .hasMessageContaining("its content contradicts itself");
        }
    }

    @Test
    void aFileThatEndsAnywhereEarlierOrLaterIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length <= whole.length + 1; length++) {
            if (length != whole.length) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatExceptionOfType(UnreadableArtefactException.class)
                        .isThrownBy(() -> Artefact.of(MemorySegment.ofArray(cut), "cut"))
                        .withMessageMatching(
                                "cut: it (was cut or extended|is too short for a model); expected .*, found " + length);
            }
        }
    }

    @Test
    void aFileWithOneBitTurnedIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);

        for (int at = 0; at < whole.length; at++) {
            byte[] turned = whole.clone();
            turned[at] ^= (byte) (1 << at % 8);
            assertThatThrownBy(() -> Artefact.of(MemorySegment.ofArray(turned), "turned"))
                    .as("byte " + at)
                    .isInstanceOf(UnreadableArtefactException.class);
        }
    }

    @Test
    void theReasonNamesFileExpectationAndFinding() throws IOException {
        Files.write(file, "PAR1 is another format, with more than thirty-two bytes".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Artefact.open(file))
                .hasMessage(file + ": it is no model file; expected AISLEART, found PAR1 is ");

        byte[] newer = new byte[(int) writer().bytes()];
        writer().fill(MemorySegment.ofArray(newer)).set(Format.INT, 8, 2);
        Files.write(file, newer);
        assertThatExceptionOfType(UnreadableArtefactException.class)
                .isThrownBy(() -> Artefact.open(file))
                .withMessage(file + ": it is newer than this version; expected schema 1, found 2")
                .satisfies(e -> assertThat(e.file() + e.expected() + e.found()).isEqualTo(file + "schema 12"));
    }

    @Test
    void anArrayOfAnotherKindNameOrModelIsRefused() throws IOException {
        Artefact read = Artefact.open(file);

        assertThatThrownBy(() -> read.floats("whole")).hasMessageContaining("expected FLOATS in whole, found INTS");
        assertThatThrownBy(() -> read.ints("missing")).hasMessageContaining("expected an array missing");
        assertThatThrownBy(() -> read.of("ease", "sr")).hasMessageContaining("a model of ease or sr, found ials");
        assertThatThrownBy(() -> read.floats("parts", 2, new float[2])).hasMessageContaining("at least 4 numbers");
        assertThat(read.of("ease", "ials")).isSameAs(read);
    }

    @Test
    void aFileIsReplacedAsAWholeAndNothingIsLeftBeside() throws IOException {
        Artefact before = Artefact.open(file);

        new ArtefactWriter(ORIGIN).ints("whole", 5).write(file);

        assertThat(Artefact.open(file).ints("whole")).containsExactly(5);
        assertThat(before.ints("whole")).containsExactly(1, -2, Integer.MAX_VALUE);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aWriteThatFailsLeavesTheOldFileAndNothingBeside() {
        Path directory = folder.resolve("directory");
        assertThatThrownBy(() -> {
                    Files.createDirectories(directory.resolve("full"));
                    writer().write(directory);
                })
                .isInstanceOf(IOException.class);

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("shop.model", "directory");
    }

    @Test
    void aModelWithoutArraysAndTheSameNameTwice() throws IOException {
        new ArtefactWriter(ORIGIN).write(file);

        assertThat(Artefact.open(file).names()).isEmpty();
        assertThatThrownBy(() -> writer().ints("whole")).hasMessageContaining("whole");
    }

    @Test
    void fingerprintsTellArraysApart() {
        assertThat(new Fingerprint().add(new int[] {1}).add(new int[] {2}).hex())
                .hasSize(64)
                .isEqualTo(
                        new Fingerprint().add(new int[] {1}).add(new int[] {2}).hex())
                .isNotEqualTo(new Fingerprint().add(new int[] {1, 2}).hex())
                .isNotEqualTo(
                        new Fingerprint().add(new int[] {2}).add(new int[] {1}).hex());
        assertThat(new Fingerprint().add(new float[3000]).hex())
                .isNotEqualTo(new Fingerprint().add(new float[3001]).hex());
        assertThat(new Fingerprint().add(new long[] {1L << 40}).hex())
                .isNotEqualTo(new Fingerprint().add(new long[] {0}).hex());
    }
}
