package dev.aisle.publish.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Configuration CONFIGURATION = Configuration.of(PROJECT);
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(\\s*prefix = \"([^\"]+)\"");

    @Test
    void eachKeyTellsWhatItDoes() {
        assertThat(CONFIGURATION.untold()).isEmpty();
    }

    @Test
    void noMappingIsMissing() throws IOException {
        String page = CONFIGURATION.page();
        for (String module : Standards.MODULES) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    for (Matcher mapping = MAPPING.matcher(Files.readString(file)); mapping.find(); ) {
                        assertThat(page).as(file.toString()).contains("\n### " + mapping.group(1) + "\n");
                    }
                }
            }
        }
    }

    @Test
    void whatIsToldOfSingleKeysIsOfKeysThatThereAre() {
        assertThat(CONFIGURATION.names()).containsAll(LooseKeys.told().stringPropertyNames());
    }

    @Test
    void aKeyHasItsFormItsUnitItsBoundsAndWhatHoldsOtherwise() {
        assertThat(CONFIGURATION.page())
                .contains("| `aisle.messages.lease` | time, such as `30s` or `PT30S` | `2m` | How long a claim holds;")
                .contains("| `aisle.assistant.outside.most-tokens` | whole number, 16 to 4096 | `300` |")
                .contains("| `aisle.domains.usual` | text | `shop` |")
                .contains("| `aisle.retention.keep.\"<name>\"` | days or months, such as `P30D` |  |")
                .contains("| `aisle.requests.deadlines.\"<name>\".within` |")
                .contains("| `aisle.vault.master-key` | text | *needed* |")
                .contains(
                        "| `aisle.analysis.time-zone` | time zone, such as `Europe/Berlin` | `${aisle.profile.time-zone}` |");
    }

    @Test
    void commentsBecomeText() {
        assertThat(Markup.ofJava(" What {@code a<b>} is, see {@link java.util.List lists}.\n @param x y"))
                .isEqualTo("What `a<b>` is, see `lists`.");
        assertThat(Markup.cell("a | b_c <i> `x_y<z>`")).isEqualTo("a \\| b\\_c &lt;i> `x_y<z>`");
        assertThat(Mappings.hyphened("pricePerThousandIn")).isEqualTo("price-per-thousand-in");
        assertThat(List.of(Forms.of("Optional<List<URI>>"), Forms.of("Then")))
                .containsExactly("list with commas: address", "one of `Then`");
    }
}
