package dev.aisle.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorHeadersTest {
    @TempDir
    Path folder;

    @Test
    void aFileHoldsHeadersOfAnyNameBesideThoseOfTheConfiguration() throws IOException {
        Path file = Files.writeString(folder.resolve("headers"), """
                # of the collector
                x-honeycomb-team: abc:def

                Authorization:Bearer token
                """);

        Map<String, String> headers = new CollectorHeaders(Map.of("tenant", "lamps"), Optional.of(file)).get();

        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("tenant", "lamps", "x-honeycomb-team", "abc:def", "Authorization", "Bearer token"));
    }

    @Test
    void aTokenThatIsChangedInTheFileIsUsedNext() throws IOException {
        Path file = Files.writeString(folder.resolve("headers"), "authorization: old\n");
        CollectorHeaders headers = new CollectorHeaders(Map.of(), Optional.of(file));

        Files.writeString(file, "authorization: new\n");

        assertThat(headers.get()).containsEntry("authorization", "new");
    }

    @Test
    void aLineThatIsNoHeaderIsToldByItsNumberAndNotByItsWords() throws IOException {
        Path file = Files.writeString(folder.resolve("headers"), "a: b\nsecret-without-name\n");
        CollectorHeaders headers = new CollectorHeaders(Map.of(), Optional.of(file));

        assertThatThrownBy(headers::get)
                .hasMessageContaining("line 2")
                .hasMessageContaining("aisle.traces.headers-file")
                .hasMessageNotContaining("secret-without-name");
    }

    @Test
    void withoutAFileTheConfigurationAloneCounts() {
        assertThat(new CollectorHeaders(Map.of("a", "b"), Optional.empty()).get())
                .containsExactly(Map.entry("a", "b"));
    }
}
