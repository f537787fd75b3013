package dev.aisle.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.ingest.archive.files.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchiveDocumentTest {
    @Test
    void theDocumentNamesTheColumnsOfTheContract() throws IOException {
        String columns = Columns.types().entrySet().stream()
                .map(column -> column.getKey() + " " + column.getValue().replace("\"", ""))
                .collect(Collectors.joining("\n"));

        String document = Files.readString(Path.of("../docs/event-archive.md"));
        String written = document.substring(document.indexOf("```columns\n") + 11);

        assertThat(written.substring(0, written.indexOf("\n```")))
                .as("put these lines into docs/event-archive.md")
                .isEqualTo(columns);
    }
}
