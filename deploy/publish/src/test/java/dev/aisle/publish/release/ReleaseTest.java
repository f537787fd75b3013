package dev.aisle.publish.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.publish.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a small project of its own, with a real git. */
class ReleaseTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-27");
    private static final String CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n### Added\n- A door.\n";

    @TempDir
    Path project;

    private Git git;

    @BeforeEach
    void aProject() throws IOException {
        git = new Git(project);
        git.run("init", "-q", "-b", "main");
        git.run("config", "user.name", "Tester");
        git.run("config", "user.email", "tester@example.org");
        write(".gitignore", ".aisle/\ntarget/\n");
        write("pom.xml", """
            <project><artifactId>aisle</artifactId>
              <version>0.1.0-SNAPSHOT</version>
              <properties><project.build.outputTimestamp>2026-11-25T00:00:00Z</project.build.outputTimestamp></properties>
            </project>
            """);
        write("part/pom.xml", "<project><parent><version>0.1.0-SNAPSHOT</version></parent></project>\n");
        write("k8s/image.yaml", "image: aisle/part:0.1.0-SNAPSHOT\n");
        write("k8s/job-0-1-0-snapshot.yaml", "name: job-0-1-0-snapshot\n");
        write("CHANGELOG.md", CHANGELOG);
        write("part/src/main/resources/db/migration/V1_0__a.sql", "select 1;\n");
        write("docs/operations/released-migrations.txt", "# Migrations.\n# Two lines.\nold  gone.sql\n");
        commit("First");
        tested("clean", "12 passed, 0 failed, 0 skipped");
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void commit(String subject) {
        git.run("add", "-A");
        git.run("commit", "-q", "-m", subject);
    }

    private void tested(String tree, String sums) throws IOException {
        write(".aisle/tested", git.run("rev-parse", "HEAD") + "\n" + tree + "\n" + sums + "\n");
    }

    private String run(String version, boolean perform, int code, String... faults) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Release release = new Release(project, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(release.run(version, DAY, List.of(faults), perform)).isEqualTo(code);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void lookingSaysWhatWouldBeDoneAndChangesNothing() {
        String commit = git.run("rev-parse", "HEAD");

        String told = run("", false, 0);

        assertThat(told)
                .contains("Aisle 0.1.0, from 0.1.0-SNAPSHOT", "ok    every test passed: 12 passed", "1 entries")
                .contains("write 0.1.0 into 4 files", "## [0.1.0] - 2026-11-27", "tag it v0.1.0", "- A door.")
                .contains("aisle-profile-service-0.1.0.zip", "Nothing was changed. To do it: ./aisle release --perform")
                .doesNotContain("NOT");
        assertThat(git.run("rev-parse", "HEAD")).isEqualTo(commit);
        assertThat(git.run("status", "--porcelain")).isEmpty();
        assertThat(git.run("tag")).isEmpty();
    }

    @Test
    void aReleaseIsACommitATagAndTheBeginOfTheNext() throws IOException {
        String before = git.run("rev-parse", "HEAD");

        String told = run("", true, 0);

        assertThat(git.run("log", "--format=%s")).isEqualTo("Begin 0.2.0\nRelease 0.1.0\nFirst");
        assertThat(git.run("show", "v0.1.0:pom.xml"))
                .contains("<version>0.1.0</version>", "<project.build.outputTimestamp>2026-11-27T00:00:00Z<");
        assertThat(git.run("show", "v0.1.0:k8s/image.yaml")).isEqualTo("image: aisle/part:0.1.0");
        assertThat(git.run("show", "v0.1.0:k8s/job-0-1-0.yaml")).isEqualTo("name: job-0-1-0");
        assertThat(project.resolve("k8s/job-0-2-0-snapshot.yaml")).hasContent("name: job-0-2-0-snapshot");
        assertThat(project.resolve("k8s/job-0-1-0.yaml")).doesNotExist();
        assertThat(git.run("show", "v0.1.0:part/pom.xml")).contains("<version>0.1.0</version>");
        assertThat(git.run("tag", "-l", "--format=%(contents)", "v0.1.0"))
                .contains("Aisle 0.1.0", "### Added", "- A door.");
        assertThat(Files.readString(project.resolve("k8s/image.yaml"))).isEqualTo("image: aisle/part:0.2.0-SNAPSHOT\n");
        assertThat(Files.readString(project.resolve("CHANGELOG.md")))
                .isEqualTo("# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-11-27\n\n### Added\n- A door.\n");
        assertThat(git.run("status", "--porcelain")).isEmpty();
        assertThat(git.run("show", "v0.1.0:docs/operations/released-migrations.txt")
                        .lines())
                .containsExactly(
                        "# Migrations.",
                        "# Two lines.",
                        Sums.of(project.resolve("part/src/main/resources/db/migration/V1_0__a.sql"))
                                + "  part/src/main/resources/db/migration/V1_0__a.sql");
        assertThat(told).contains("git tag -d v0.1.0 && git reset --hard " + before);

        git.run("tag", "-d", "v0.1.0");
        git.run("reset", "-q", "--hard", before);
        assertThat(Files.readString(project.resolve("CHANGELOG.md"))).isEqualTo(CHANGELOG);
        assertThat(git.run("tag")).isEmpty();
    }

    @Test
    void whatIsInTheWayIsNamedAndNothingIsDone() throws IOException {
        write("new.txt", "x");
        write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n### Added\n");
        git.run("tag", "v0.3.0");
        tested("clean", "11 passed, 1 failed, 0 skipped");

        String told = run("0.2.0", false, 3, "docs/a.md: b.md");

        assertThat(told)
                .contains("NOT   nothing is uncommitted: ", "new.txt")
                .contains("NOT   every test passed: 11 passed, 1 failed")
                .contains("NOT   the changelog is ready: there is nothing under ## [Unreleased]")
                .contains("NOT   the version is free: 0.2.0 isn't after 0.3.0")
                .contains("NOT   the documents have no fault: docs/a.md: b.md");
        assertThatThrownBy(() -> run("0.2.0", true, 3))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("mend");
        assertThat(git.run("log", "--format=%s")).isEqualTo("First");
    }

    @Test
    void aTestOfAnotherCommitCountsForNothing() throws IOException {
        write("more.txt", "x");
        commit("Second");

        assertThat(run("", false, 3)).contains("NOT   every test passed: the last whole run was of another state");

        tested("changed", "12 passed, 0 failed, 0 skipped");
        assertThat(run("", false, 3)).contains("NOT   every test passed");

        Files.delete(project.resolve(".aisle/tested"));
        assertThat(run("", false, 3)).contains("there is no whole run yet");
    }

    @Test
    void aVersionHasThreeNumbers() {
        for (String wrong : List.of("1", "1.2", "1.2.3-rc1", "v1.2.3", "01.2.3", "1.2.3.4", "9999999.1.1")) {
            assertThatThrownBy(() -> run(wrong, false, 3))
                    .as(wrong)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("1.2.0");
        }
    }

    @Test
    void artefactsOfTheSameFilesAreTheSameBytes() throws IOException {
        for (String service : List.of("event-ingest", "profile", "recommender", "campaign", "privacy")) {
            write(service + "-service/target/quarkus-app/quarkus-run.jar", service);
            write(service + "-service/target/quarkus-app/lib/main/a.jar", "a");
        }
        for (String tool : List.of("compute", "federate")) {
            write(tool + "/target/libs/b.jar", "b");
            write(tool + "/target/aisle-" + tool + "-0.1.0-SNAPSHOT.jar", tool);
        }
        write("contracts/src/main/proto/a.proto", "syntax");
        write("profile-service/target/bom.json", "{}");
        Release release =
                new Release(project, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        Path one = project.resolve("target/one");
        Path other = project.resolve("target/other");

        release.artefacts(one);
        Files.setLastModifiedTime(
                project.resolve("compute/target/libs/b.jar"), java.nio.file.attribute.FileTime.fromMillis(0));
        release.artefacts(other);

        assertThat(release.compare(one, other)).isZero();
        assertThat(Files.readString(one.resolve("SHA256SUMS")))
                .contains(
                        "  aisle-profile-service-0.1.0-SNAPSHOT.zip\n",
                        "  aisle-profile-service-0.1.0-SNAPSHOT.cdx.json\n");

        write("compute/target/libs/b.jar", "c");
        release.artefacts(other);
        assertThat(release.compare(one, other)).isEqualTo(3);
    }

    @Test
    void whatIsNotBuiltIsNamed() {
        Release release = new Release(project, System.out);

        assertThatThrownBy(() -> release.artefacts(project.resolve("target/one")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("aisle-profile-service-0.1.0-SNAPSHOT.zip")
                .hasMessageContaining("./aisle build");
    }
}
