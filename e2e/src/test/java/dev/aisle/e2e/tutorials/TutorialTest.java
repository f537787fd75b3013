package dev.aisle.e2e.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TutorialTest {
    @Test
    void blocksThatAreMarkedAreStepsWithWhatTheyPrint() {
        Tutorial tutorial = Tutorial.read(
                "one.md",
                List.of(
                        "# One",
                        "```sh",
                        "rm -rf nothing",
                        "```",
                        "```sh run",
                        "echo a",
                        "```",
                        "then",
                        "```output",
                        "a …",
                        "b",
                        "```",
                        "```sh run again",
                        "true",
                        "```"));

        assertThat(tutorial.steps())
                .containsExactly(
                        new Tutorial.Step(5, "echo a", false, List.of("a", "b")),
                        new Tutorial.Step(13, "true", true, List.of()));
    }

    @Test
    void whatIsPrintedIsComparedInItsOrder() {
        Tutorial.Step step = new Tutorial.Step(1, "", false, List.of("\"accepted\":1", "reason"));

        assertThat(step.printed("{\"accepted\":1,\"dropped\":[{\"reason\":\"x\"}]}"))
                .isTrue();
        assertThat(step.printed("{\"reason\":\"x\",\"accepted\":1}")).isFalse();
    }

    @Test
    void eachTutorialHasSomethingToRunButThatOnForeignData() {
        assertThat(Tutorial.in(Path.of("../docs/tutorials")))
                .extracting(Tutorial::name)
                .contains(
                        "first-campaign.md", "first-experiment.md", "first-request.md", "own-model.md", "storefront.md")
                .doesNotContain("media-site.md");
    }
}
