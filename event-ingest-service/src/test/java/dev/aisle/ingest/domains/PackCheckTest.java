package dev.aisle.ingest.domains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.domains.PackFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PackCheckTest {
    static final List<String> SHIPPED = PackFiles.SHIPPED;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void theExamplesOfThePacksThatAisleComesWithAreTaken(String name) {
        assertThat(run("check", name)).isZero();
        assertThat(said())
                .contains("It can be used: aisle.domains.packs=" + name)
                .doesNotContain("dropped", "REFUSED");
    }

    @Test
    void anExampleGoesThroughTheRealMapping() {
        run("check", "media");

        assertThat(said())
                .contains("examples.events[1]  video_completed → purchase of m1")
                .contains("product m1, category Drama, brand Fernlight");
    }

    @Test
    void whatTheDoorCannotReadIsToldWithItsPlace(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("radio.yaml"), """
                pack: radio
                properties: {programme: produkt}
                events:
                  heard: {is: product_view}
                  purchase: {is: purchase}
                """);

        assertThat(run("check", file.toString())).isEqualTo(1);
        assertThat(said())
                .contains(
                        "line 4, events.heard: produkt is none of Aisle's properties; of product_view they are brand,")
                .contains("line 5, events.purchase: is the name of an event that every shop sends");
    }

    @Test
    void aRefusedExampleSaysWhatWasExpected(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("radio.yaml"), """
                pack: radio
                properties: {programme: product_id}
                events:
                  heard: {is: purchase}
                attributes:
                  minutes: {type: number}
                examples:
                  products:
                    - {productId: p1, title: News, attributes: {minutes: long}}
                  events:
                    - {event: heard, userId: u1, properties: {show: p1}}
                    - {event: other, userId: u1, properties: {programme: p1}}
                """);

        assertThat(run("check", file.toString())).isEqualTo(1);
        assertThat(said())
                .contains("REFUSED  examples.products[0]  attributes.minutes: expected a number such as 12 or 4.5")
                .contains("REFUSED  examples.events[0]  properties: expected programme, what the event is about")
                .contains("REFUSED  examples.events[1]  other is no event of the pack; name it under events");
    }

    @Test
    void whoAsksWronglyIsToldHow() {
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("check", "no-such.yaml")).isEqualTo(1);
        assertThat(said()).contains("Usage: ./aisle pack check FILE").contains("no-such.yaml: can't be read");
    }

    private int run(String... arguments) {
        return PackCheck.run(List.of(arguments), new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
