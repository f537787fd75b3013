package dev.aisle.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/results.md says nothing that docs/verification.md doesn't. */
class ResultsTest {
    private static final Path DOCS = Path.of("../../docs");

    @Test
    void eachFigureStandsWordForWordInTheVerification() throws IOException {
        String verified = plain(Files.readString(DOCS.resolve("verification.md")));
        List<String> rows = Files.readAllLines(DOCS.resolve("results.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(15).allSatisfy(row -> {
            List<String> cells = List.of(row.split("\\|", -1));
            for (String figure : cells.get(2).split(" … ", -1)) {
                assertThat(verified).contains(plain(figure).strip());
            }
        });
    }

    private static String plain(String text) {
        return text.replace("**", "");
    }
}
