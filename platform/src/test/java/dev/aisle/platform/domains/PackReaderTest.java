package dev.aisle.platform.domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.platform.domains.DomainPack.PackEvent;
import dev.aisle.platform.domains.PackRules.Repeat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackReaderTest {
    private static final String SMALLEST = """
            pack: radio
            events:
              programme_heard: {is: product_view}
            """;

    @Test
    void thePacksThatAisleComesWithCanBeReadTogether() {
        Domains domains = new PackFiles(Optional.empty()).domains(PackFiles.SHIPPED, "media");

        assertThat(domains.names()).containsExactly("education", "media", "shop");
        assertThat(domains.usual()).isEqualTo("media");
        PackEvent rated = domains.event("RATED").orElseThrow();
        assertThat(rated.domain()).isEqualTo("media");
        assertThat(rated.type()).isEqualTo(EventType.REVIEW);
        assertThat(rated.properties()).containsEntry("stars", "rating").containsEntry("video_id", "product_id");
        assertThat(rated.constants()).containsEntry("rating_max", "5");
        assertThat(domains.rules("media").repeat()).isEqualTo(Repeat.NEVER);
        assertThat(domains.rules("shop")).isEqualTo(PackRules.USUAL);
        assertThat(domains.reason("media", Locale.ENGLISH, "because-viewed")).contains("Because you watched {0}");
        assertThat(domains.reason("shop", Locale.ENGLISH, "because-viewed")).isEmpty();
    }

    @Test
    void theSmallestPackHasTheRulesOfAShop() {
        DomainPack pack = PackReader.read("radio.yaml", SMALLEST);

        assertThat(pack.rules()).isEqualTo(PackRules.USUAL);
        assertThat(pack.weights()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldWithFileLineFieldAndFix() {
        String wrong = """
                pack: Radio 1
                events:
                  heard: {is: listened}
                  liked: {is: wishlist_add, weight: 900, colour: red}
                attributes:
                  age: {type: text}
                rules:
                  repeat: sometimes
                  age: {attribute: age}
                reasons:
                  en: {because-seen: "x", popular: "a {b}"}
                """;

        assertThatThrownBy(() -> PackReader.read("radio.yaml", wrong))
                .isInstanceOfSatisfying(
                        InvalidPackException.class,
                        e -> assertThat(e.faults())
                                .anySatisfy(fault -> assertThat(fault)
                                        .startsWith("radio.yaml, line 1, pack: must be 1 to 30 small letters"))
                                .anySatisfy(fault -> assertThat(fault)
                                        .startsWith(
                                                "radio.yaml, line 3, events.heard.is: must be one of product_view,"))
                                .anySatisfy(
                                        fault -> assertThat(fault)
                                                .startsWith(
                                                        "radio.yaml, line 4, events.liked.weight: must be a number from 0.01 to 100"))
                                .anySatisfy(fault -> assertThat(fault)
                                        .startsWith("radio.yaml, line 4, events.liked.colour: isn't known here"))
                                .anySatisfy(
                                        fault -> assertThat(fault)
                                                .startsWith(
                                                        "radio.yaml, line 8, rules.repeat: must be one of never, when_due, always"))
                                .anySatisfy(
                                        fault -> assertThat(fault)
                                                .startsWith(
                                                        "radio.yaml, line 9, rules.age.attribute: must be an attribute that stands"))
                                .anySatisfy(fault -> assertThat(fault)
                                        .startsWith("radio.yaml, line 11, reasons.en.because-seen: isn't known here"))
                                .anySatisfy(fault -> assertThat(fault)
                                        .startsWith("radio.yaml, line 11, reasons.en.popular: isn't a sentence"))
                                .hasSize(8));
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() {
        assertThatThrownBy(() -> PackReader.read("radio.yaml", "pack: radio\nevents: {a: [}\n"))
                .hasMessageStartingWith("radio.yaml, line 2: isn't YAML");
    }

    @Test
    void eventsOfTheSameTypeHaveOneWeight() {
        String two = SMALLEST
                + "  programme_begun: {is: product_view, weight: 2}\n  rewound: {is: product_view, weight: 3}\n";

        assertThatThrownBy(() -> PackReader.read("radio.yaml", two))
                .hasMessageContaining("line 5, events.rewound.weight: must be 2.0");
    }

    @Test
    void aPackOfTheDirectoryComesBeforeOneOfTheSameNameThatAisleComesWith(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("radio.yaml"), SMALLEST);
        Files.writeString(
                directory.resolve("media.yaml"),
                SMALLEST.replace("radio", "media").replace("programme", "page"));

        Domains domains = new PackFiles(Optional.of(directory)).domains(List.of("radio", "media"), "shop");

        assertThat(domains.event("programme_heard")).map(PackEvent::domain).contains("radio");
        assertThat(domains.event("page_heard")).map(PackEvent::domain).contains("media");
        assertThat(domains.event("video_started")).isEmpty();
    }

    @Test
    void namesThatNobodyHasOrThatTwoHaveEndTheStart(@TempDir Path directory) throws IOException {
        PackFiles files = new PackFiles(Optional.of(directory));
        Files.writeString(directory.resolve("radio.yaml"), SMALLEST.replace("programme_heard", "video_started"));

        assertThatThrownBy(() -> files.domains(List.of("tv"), "shop"))
                .hasMessageContaining("there is no pack tv; Aisle comes with education, media")
                .hasMessageContaining(directory.toString());
        assertThatThrownBy(() -> files.domains(List.of("media", "radio"), "shop"))
                .hasMessageContaining("is an event of the pack media too");
        assertThatThrownBy(() -> files.domains(List.of("radio"), "media"))
                .hasMessageContaining("aisle.domains.usual: must be one of radio, shop");
    }
}
