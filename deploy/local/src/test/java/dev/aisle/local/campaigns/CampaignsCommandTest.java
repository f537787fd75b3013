package dev.aisle.local.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignsCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private PlayedService service;

    @BeforeEach
    void play() throws IOException {
        service = new PlayedService();
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void aReportSaysItsWordsAndTheFiguresThatTheyRestOn() {
        assertThat(run("report", "a")).isZero();

        assertThat(told())
                .contains(
                        "a, version 2", "15.00 more ordered", "comparison group", "gift", "15.00 (95 %: 9.30 to 20.70)")
                .contains("contact 1: 12.0 % followed", "too_often 7");
    }

    @Test
    void whatWasLearnedAndWhatAPolicyWouldHaveEarnedAreSaidInWords() throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.json"), "{\"always\": \"bold\"}");

        assertThat(run("learned", "a")).isZero();
        assertThat(told()).contains("'bold' to 90.0 of a hundred");
        assertThat(run("policy", "a", "-f", policy.toString())).isZero();
        assertThat(told()).contains("a always bold");
    }

    @Test
    void differencesAreShownFirstAndAppliedWithYes() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "holdout: 0.05");
        Files.writeString(folder.resolve("campaign.schema.json"), "{}");

        assertThat(run("apply", "-f", folder.toString())).isEqualTo(3);
        assertThat(told()).contains("+ a  new", "--yes");
        assertThat(run("apply", "-f", folder.toString(), "--dry-run")).isZero();
        assertThat(service.calls()).isEmpty();

        assertThat(run("apply", "-f", folder.toString(), "--yes")).isZero();
        assertThat(service.calls()).containsExactly("demo PUT a null", "demo submit a \"r7\"");
        assertThat(run("apply", "-f", folder.toString())).isZero();
        assertThat(told()).contains("= a", "Nothing to do.");

        Files.writeString(folder.resolve("a.yaml"), "holdout: 0.1");
        assertThat(run("apply", "-f", folder.toString())).isEqualTo(3);
        assertThat(told()).contains("~ a  version 1 → 2", "/holdout", "0.05 → 0.1");
        assertThat(run("apply", "-f", folder.resolve("a.yaml").toString(), "--yes"))
                .isZero();
        assertThat(service.calls()).contains("demo PUT a \"r7\"");
    }

    @Test
    void oneThatIsRefusedKeepsAllBackAndNamesPlaceAndFix() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "holdout: 0.05");
        Files.writeString(folder.resolve("b.json"), "{\"wrong\": 1}");

        assertThat(run("apply", "-f", folder.toString(), "--yes")).isEqualTo(2);

        assertThat(told()).contains("! b  refused", "/budget/amount", "An amount isn't negative. Write 0 or more.");
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void somebodyElseApproves() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "x");
        run("apply", "-f", folder.toString(), "--yes");

        assertThat(run("approve", "a")).isZero();
        assertThat(run("pause", "a", "--as", "bo")).isZero();

        assertThat(service.calls()).contains("marketer approve a \"r7\"", "bo pause a \"r7\"");
        assertThat(run("list")).isZero();
        assertThat(told()).contains("version 2 in_review by demo");
    }

    @Test
    void whatCantBeDoneIsSaidInALine() throws IOException {
        assertThatThrownBy(() -> run("apply"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("-f FOLDER");
        assertThatThrownBy(() -> run("fly", "a")).hasMessageContaining("apply -f FOLDER");
        assertThatThrownBy(() -> run("show", "../x")).hasMessageContaining("isn't a campaign's id");
        assertThatThrownBy(() -> run("show", "nothing")).hasMessageContaining("404");
        assertThatThrownBy(() -> run("apply", "-f", folder.resolve("none").toString()))
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> run("apply", "-f", folder.toString())).hasMessageContaining(".yaml");
        Files.writeString(folder.resolve("Not An Id.yaml"), "x");
        assertThatThrownBy(() -> run("apply", "-f", folder.toString())).hasMessageContaining("the campaign's id");
        Files.delete(folder.resolve("Not An Id.yaml"));
        Files.writeString(folder.resolve("a.yaml"), "x");
        Files.writeString(folder.resolve("a.yml"), "x");
        assertThatThrownBy(() -> run("apply", "-f", folder.toString())).hasMessageContaining("both the campaign a");
    }

    private int run(String... words) {
        told.reset();
        String[] all = new String[words.length + 1];
        all[0] = "campaigns";
        System.arraycopy(words, 0, all, 1, words.length);
        Progress progress = new Progress(new PrintStream(told, true, StandardCharsets.UTF_8));
        return new CampaignsCommand(Arguments.parse(all), new ApiClient(service.ports()), progress).run();
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }
}
