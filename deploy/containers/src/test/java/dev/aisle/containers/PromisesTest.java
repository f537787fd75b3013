package dev.aisle.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.shell.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromisesTest {
    @Test
    void eachHasALineAndWhatBrokeItStandsBelow() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Promises promises = new Promises(new Progress(new PrintStream(out, true, StandardCharsets.UTF_8)));
        promises.see("nothing is lost", List.of(), "10 events");
        assertThat(promises.held()).isTrue();
        promises.see("nobody is refused", List.of("POST was answered with 503"), "10 requests");

        promises.print();

        assertThat(promises.held()).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(" s  BROKEN: nobody is refused\n")
                .endsWith("""
                    held    nothing is lost: 10 events
                    BROKEN  nobody is refused: 10 requests
                              POST was answered with 503
                    """);
    }
}
