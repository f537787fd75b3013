package dev.aisle.compute.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.compute.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without the module training, which isn't on this module's class path. */
class DeepAbsentTest {
    @TempDir
    private Path folder;

    private Path train;
    private Path test;

    @BeforeEach
    void write() throws IOException {
        train = Files.writeString(folder.resolve("train.txt"), "a b c\nb c d\na b d\n");
        test = Files.writeString(folder.resolve("test.txt"), "a b\tc\nb c\td\n");
    }

    private Shell evaluate(String... more) {
        String[] base = {"evaluate", "--format", "prefixes", "--train", train.toString(), "--test", test.toString()};
        String[] all = new String[base.length + more.length];
        System.arraycopy(base, 0, all, 0, base.length);
        System.arraycopy(more, 0, all, base.length, more.length);
        return Shell.run("", all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sasrec", "gru4rec", "caser", "cnn", "sasrec:width=32,layers=1,tune=3", "cnn:ranking=true"})
    void askedForByNameItSaysWhatToInstall(String algorithm) {
        Shell shell = evaluate("--algorithms", algorithm);

        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err()).contains(algorithm.split(":", -1)[0], "PyTorch", "./aisle evaluate", "112 MB");
    }

    @Test
    void allListsThemAsAbsentWithTheReason() throws IOException {
        Path report = folder.resolve("report.json");

        Shell shell = evaluate("--out", report.toString());

        assertThat(shell.code()).as(shell.err()).isZero();
        JsonNode absent = new ObjectMapper().readTree(report.toFile()).get("absent");
        assertThat(absent.valueStream()
                        .filter(one -> one.get("reason").asText().contains("PyTorch"))
                        .map(one -> one.get("label").asText()))
                .containsExactly("sasrec", "gru4rec", "caser", "cnn");
    }

    @Test
    void contentIsRefusedWhereNothingIsKnownOfItems() {
        Shell shell = evaluate("--algorithms", "gru4rec:content=true");

        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err()).contains("gru4rec:content=true", "attributes and texts", "--items FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sasrec:heads=5", "sasrec:width=0", "gru4rec:dropout=1", "caser:window=0", "cnn:depth=3"})
    void parametersThatCannotBeUsedAreSaid(String algorithm) {
        Shell shell = evaluate("--algorithms", algorithm);

        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err()).contains("--algorithms").doesNotContain("PyTorch");
    }
}
