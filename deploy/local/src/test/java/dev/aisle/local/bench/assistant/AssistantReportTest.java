package dev.aisle.local.bench.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssistantReportTest {
    private static final SetQuestion ANSWERABLE =
            new SetQuestion("development", "typo", "return", "return-how", "retrun");
    private static final SetQuestion FOREIGN =
            new SetQuestion("development", "out_of_scope", "out_of_scope", "", "sky?");

    private static LanguageFigures figures() {
        LanguageFigures figures = new LanguageFigures("en", List.of("return", "out_of_scope"));
        figures.intent(ANSWERABLE, "return");
        figures.intent(ANSWERABLE, "out_of_scope");
        figures.intent(FOREIGN, "out_of_scope");
        figures.refusal(ANSWERABLE, false);
        figures.refusal(ANSWERABLE, true);
        figures.refusal(FOREIGN, true);
        figures.found(
                ANSWERABLE,
                Map.of(
                        "words", List.of(),
                        "meaning", List.of("return-costs", "return-how"),
                        "both", List.of("return-how")));
        return figures;
    }

    @Test
    void theReportTellsWhatWasFoundConfusedAndRefused() {
        String report = new AssistantReport("development", List.of(figures())).markdown();

        // F1: return 2 · 1 · .5 / 1.5, out of scope 2 · .5 · 1 / 1.5.
        assertThat(report)
                .contains("| en | 0.000, 0.000 | 0.000, 1.000 | 1.000, 1.000 | 0.667 | 1 of 1 | 1 of 2 |")
                .contains("| typo | 1 | 1 | 1 |")
                .contains("| return | 2 | 1.000 | 0.500 | 0.667 | out_of_scope 1 |");
        assertThat(figures().notFirst()).isEmpty();
    }

    @Test
    void theSameLiesInFiles(@TempDir Path folder) throws Exception {
        AssistantReport report = new AssistantReport("development", List.of(figures()));

        List<Path> written = report.write(folder);

        assertThat(written)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "assistant-development.json", "assistant-development.md", "assistant-development-en.svg");
        JsonNode json = report.json();
        assertThat(json.at("/languages/0/retrieval/meaning/inThree").asDouble()).isEqualTo(1);
        assertThat(json.at("/languages/0/confusion/0/1").asInt()).isOne();
        assertThat(Files.readString(written.getLast())).startsWith("<svg ");
    }
}
