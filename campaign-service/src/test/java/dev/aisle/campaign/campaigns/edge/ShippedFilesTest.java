package dev.aisle.campaign.campaigns.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.campaigns.content.TemplateSandbox;
import dev.aisle.campaign.campaigns.content.TemplateSandbox.Checked;
import dev.aisle.campaign.campaigns.domain.CampaignKind;
import dev.aisle.campaign.campaigns.domain.reading.DefinitionReader;
import dev.aisle.campaign.campaigns.domain.reading.Reading;
import dev.aisle.campaign.campaigns.edge.DefinitionText.UnreadableTextException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedFilesTest {
    private static final DefinitionText TEXTS = new DefinitionText(new ObjectMapper());
    private static final TemplateSandbox SANDBOX = new TemplateSandbox();

    static List<Path> files() throws IOException, URISyntaxException {
        Path welcome = Path.of(Objects.requireNonNull(ShippedFilesTest.class.getResource("/campaigns/welcome.yaml"))
                .toURI());
        try (Stream<Path> all = Files.list(Objects.requireNonNull(welcome.getParent()))) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyReadyMadeCampaignCanBeUsed(Path file) throws IOException {
        JsonNode definition = TEXTS.read(Files.readString(file), true);

        Reading reading = DefinitionReader.read("ready-made", 1, definition);

        assertThat(reading).as(file + " " + reading).isInstanceOf(Reading.Good.class);
        definition
                .path("variations")
                .forEach(variation -> variation
                        .path("content")
                        .forEach(wording -> wording.properties()
                                .forEach(text -> assertThat(SANDBOX.check(
                                                text.getValue().asText(),
                                                text.getKey().equals("html")))
                                        .as(file + " " + text)
                                        .isInstanceOf(Checked.Good.class))));
    }

    @Test
    void thereIsOneForEachUse() throws IOException, URISyntaxException {
        Set<String> kinds = files().stream()
                .map(file -> TEXTS.read(read(file), true).path("kind").asText())
                .collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrderElementsOf(CampaignKind.codes());
    }

    @Test
    void yamlSaysTheSameAsJson() {
        String yaml = """
                # a comment
                quietHours: {from: 21:00, to: "08:00"}
                start: 2026-12-01T00:00:00Z
                day: 2026-12-01
                flag: true
                word: yes
                number: 0.50
                whole: 12
                octal: 012
                nothing: null
                empty:
                list:
                  - a
                  - b
                text: |
                  one
                  two
                """;

        assertThat(TEXTS.read(yaml, true)).isEqualTo(TEXTS.read("""
                {"quietHours": {"from": "21:00", "to": "08:00"}, "start": "2026-12-01T00:00:00Z", "day": "2026-12-01",
                 "flag": true, "word": "yes", "number": 0.5, "whole": 12, "octal": "012", "nothing": null, "empty": null,
                 "list": ["a", "b"], "text": "one\\ntwo\\n"}
                """, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [1, 2",
                "a: b: c",
                "a: 1\na: 2",
                "!!javax.script.ScriptEngineManager [x]",
                "a: &x [*x, *x]\nb: *y",
                "[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]",
                "a: 1\n---\nb: 2"
            })
    void whatIsNoYamlOfAPlainKindIsRefused(String text) {
        assertThatThrownBy(() -> TEXTS.read(text, true))
                .isInstanceOf(UnreadableTextException.class)
                .hasMessageContaining("YAML");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
