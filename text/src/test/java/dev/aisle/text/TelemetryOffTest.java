package dev.aisle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The runtime of models keeps what it would send to its maker in a file that stays open. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "open files are looked at in /proc")
class TelemetryOffTest {
    @Test
    void theRuntimeOfModelsKeepsNothingForItsMaker() throws IOException {
        SentenceModel.load(TextModel.ENGLISH);

        assertThat(openFiles())
                .anyMatch(file -> file.contains("onnxruntime"))
                .noneMatch(file -> file.contains("onnxruntime.db"));
    }

    /** Files that are open or mapped. */
    private static List<String> openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"));
                Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            Stream<String> mapped = maps.map(line -> line.substring(line.lastIndexOf(' ') + 1));
            return Stream.concat(open.map(TelemetryOffTest::target), mapped)
                    .distinct()
                    .toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }
}
